import type { SignatureLevel } from '../../policy/policy.ts';
import type { CopyMaker, MadeCopy, StampableMaker, StampRoom } from '../../ports/copy-maker.ts';
import type { IssuedTimestamp, TimestampAuthority, ValidationSource } from '../../ports/trust-services.ts';
import type { Instant } from '../../time/instant.ts';
import { same } from '../cms/bytes.ts';
import { UnavailableFault } from '../faults.ts';
import { mergeValidationData, type ValidationData } from '../revocation/validation-data.ts';
import { sameChain, SigningUnits } from './signing-units.ts';
import { assertUnderLimit } from './size-limit.ts';
import { stampCopy, stampedDigest } from './stamp-copy.ts';
import { trimToken } from './trim-token.ts';

export interface StampingOptions {
  maker: StampableMaker;
  /** The chain of the certificate with which copies for an issuer are signed at a time, its root last. */
  signingChain: (issuer: string, at: Instant) => readonly Uint8Array[];
  authority: TimestampAuthority;
  /** Null for level B-T. */
  validation: ValidationSource | null;
  onUnavailable: 'wait' | 'issue-lower';
}

const EMPTY = new Uint8Array();

type StampedLevel = Exclude<SignatureLevel, 'B-B'>;
type Make = (room?: StampRoom) => Promise<MadeCopy>;
type Chain = readonly Uint8Array[];

/** Lengths of ECDSA signatures and serial numbers vary by so much. */
const SLACK_BYTES = 64;
/** Of so many of the authorities' signing units there are validation data in a copy: each may take some kilobytes. */
const UNITS_PUT_IN = 3;
/** Enough for up to seven units in turn, each of which was seen before. */
const ATTEMPTS = UNITS_PUT_IN + 2;

/**
 * A maker whose copies are at level B-T, or B-LT with a source of validation data. Beside the faults of the maker
 * beneath, rejects with UnavailableFault, or issues at a lower level and says so, as the policy wants: also when what
 * raises the level is so long that a copy would be larger than any may be.
 */
export function createStampingMaker(options: StampingOptions): CopyMaker {
  const { maker, signingChain } = options;
  const stamping = new Stamping(options);
  return {
    makeCopy: (certificate, endorsement) =>
      stamping.complete(
        (room) => maker.makeCopy(certificate, endorsement, room),
        () => signingChain(certificate.sealedBy.id, endorsement.madeAt),
      ),
    makePlainCopy: (certificate, plain) =>
      stamping.complete(
        (room) => maker.makePlainCopy(certificate, plain, room),
        () => signingChain(certificate.sealedBy.id, plain.madeAt),
      ),
    missingCharacters: (text) => maker.missingCharacters(text),
  };
}

class Stamping {
  readonly #options: StampingOptions;
  /** As long as tokens are, once there was one: the first copy is made twice, and no other is longer than it must be. */
  readonly #tokenBytes = { 'B-T': 0, 'B-LT': 0 };
  /** Their validation data goes into a copy before its own token is asked for. */
  readonly #units = new SigningUnits(UNITS_PUT_IN);

  constructor(options: StampingOptions) {
    this.#options = options;
  }

  complete(make: Make, chain: () => Chain): Promise<MadeCopy> {
    return this.#reachOrLower(this.#options.validation ? 'B-LT' : 'B-T', make, chain);
  }

  async #reachOrLower(level: StampedLevel, make: Make, chain: () => Chain): Promise<MadeCopy> {
    try {
      return await this.#reach(level, make, chain);
    } catch (fault) {
      if (!(fault instanceof UnavailableFault) || this.#options.onUnavailable === 'wait') throw fault;
      const { code, detail } = fault;
      // Nothing that a revoked key signs is worth anything.
      if (code === 'certificate-revoked') throw fault;
      const lowered = { code, detail };
      const noStamp = level === 'B-T' || code === 'timestamp-unavailable';
      if (noStamp) return { ...(await make()), level: 'B-B', lowered };
      // What lowers it further is the reason to tell.
      return { lowered, ...(await this.#reachOrLower('B-T', make, chain)) };
    }
  }

  async #reach(level: StampedLevel, make: Make, chain: () => Chain): Promise<MadeCopy> {
    const { authority } = this.#options;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const units = this.#units.putIn;
      const validationData = level === 'B-LT' ? await this.#validationData(chain(), units) : null;
      const room = { tokenBytes: this.#tokenBytes[level], validationData };
      const copy = await make(room);
      assertUnderLimit(copy, room);
      const stamp = await authority.stamp(stampedDigest(copy));
      const token = level === 'B-LT' ? withoutChain(stamp) : stamp.token;
      this.#learn(level, token, stamp.chain);
      const covered = level === 'B-T' || units.some((unit) => sameChain(unit, stamp.chain));
      if (covered && token.length <= room.tokenBytes) return { ...stampCopy(copy, token), level };
    }
    throw new UnavailableFault('timestamp-unavailable', 'the authority signs with another key each time');
  }

  #learn(level: StampedLevel, { length }: Uint8Array, chain: Chain): void {
    if (length > this.#tokenBytes[level]) this.#tokenBytes[level] = length + SLACK_BYTES;
    this.#units.note(chain);
  }

  async #validationData(chain: Chain, units: readonly Chain[]): Promise<ValidationData | null> {
    const { validation } = this.#options;
    if (!validation) return null;
    const [ofSigner, ...ofUnits] = await Promise.all([
      validation.dataFor(chain),
      ...units.map((unit) => this.#dataForUnit(validation, unit)),
    ]);
    const between = ofUnits.map((data) => ({ ...data, certificates: data.certificates.slice(1, -1) }));
    // The signature brings the signer's certificates along, the time stamp the authority's own; roots are known.
    return mergeValidationData([{ ...ofSigner, certificates: [] }, ...between]);
  }

  async #dataForUnit(validation: ValidationSource, chain: Chain): Promise<ValidationData> {
    try {
      return await validation.dataFor(chain);
    } catch (fault) {
      // It may sign with another key by now; if not, its next token brings this one back.
      this.#units.drop(chain);
      throw fault instanceof UnavailableFault && fault.code === 'certificate-revoked' ? revokedAuthority(fault) : fault;
    }
  }
}

// Those above the authority's own are in the store, where they take half the space.
function withoutChain({ chain: [own = EMPTY], token }: IssuedTimestamp): Uint8Array {
  return trimToken(token, (certificate) => same(certificate, own));
}

// An authority that was revoked is no authority, but our own certificate is as good as before.
function revokedAuthority(fault: UnavailableFault): UnavailableFault {
  return new UnavailableFault('timestamp-unavailable', `the authority: ${fault.detail}`, { cause: fault });
}
