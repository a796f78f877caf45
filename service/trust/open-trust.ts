import type { UnavailableFault } from '../../engine/document/faults.ts';
import type { KeyRing } from '../../engine/document/issuer/key-ring.ts';
import { newestUsable, ringKeys } from '../../engine/document/issuer/key-ring.ts';
import { createStampingMaker } from '../../engine/document/timestamp/stamping-maker.ts';
import type { Policy, SignatureLevel } from '../../engine/policy/policy.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { CopyMaker, StampableMaker } from '../../engine/ports/copy-maker.ts';
import type { Random } from '../../engine/ports/random.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { readTimestampRoots } from './certificate-file.ts';
import { createExchange, type Exchange } from './exchange.ts';
import { checkLevel, signingLevel } from './signing-level.ts';
import type { TrustSettings } from './trust-settings.ts';
import { createTimestampClient } from './timestamp-client.ts';
import { type RevocationAnswer, ValidationKeeper } from './validation-keeper.ts';

export interface TrustOptions {
  settings: TrustSettings;
  policy: Policy['signature'];
  maker: StampableMaker;
  signers: ReadonlyMap<string, KeyRing>;
  clock: Clock;
  random: Random;
  exchange?: Exchange;
}

export interface Trust {
  maker: CopyMaker;
  /** At which copies for an issuer are made at a time; B-B for an unknown issuer. Throws IssuerFault without a key. */
  level(issuer: string, at: Instant): SignatureLevel;
  /** DER certificates that the chain of a time stamp must end in. */
  timestampRoots: readonly Uint8Array[];
  /** Asks anew about the issuers' certificates where that is due; to be called every minute or so. */
  refresh(): Promise<void>;
  /** What was answered. */
  answers(): RevocationAnswer[];
  /** About which certificates nobody answered last, though they name somebody, by their fingerprints. */
  faults(): ReadonlyMap<string, UnavailableFault>;
  /** The chain of the certificate with which copies for an issuer are signed at a time; empty for an unknown issuer. */
  signingChain(issuer: string, at: Instant): readonly Uint8Array[];
}

/** Opens what it takes to sign at the levels that policy and settings want. Rejects with faults of one sentence. */
export async function openTrust(options: TrustOptions): Promise<Trust> {
  const { clock, maker, random, settings, signers } = options;
  const timestampRoots = await readTimestampRoots(settings);
  checkLevel(signers, options, clock.now());
  const exchange = options.exchange ?? createExchange();
  const keeper = new ValidationKeeper({ settings: settings.revocation, exchange, clock });
  const keys = [...signers.values()].flatMap(ringKeys);
  for (const { signer } of keys) keeper.watch(signer.chain);
  const levels = new Map<readonly Uint8Array[], SignatureLevel>(
    keys.map(({ signer: { chain } }) => [chain, signingLevel(chain, options)]),
  );
  const chainAt = (issuer: string, at: Instant): readonly Uint8Array[] => signingChain(signers, issuer, at);
  const level = (issuer: string, at: Instant): SignatureLevel => levels.get(chainAt(issuer, at)) ?? 'B-B';
  const { timestampPolicy: policy, timestampUrls: urls } = settings;
  const authority = createTimestampClient({ urls, roots: timestampRoots, policy, exchange, clock, random });
  const { onUnavailable } = options.policy;
  const stamping = { maker, authority, signingChain: chainAt, onUnavailable };
  const makers = {
    'B-B': maker,
    'B-T': createStampingMaker({ ...stamping, validation: null }),
    'B-LT': createStampingMaker({ ...stamping, validation: keeper }),
  };
  return {
    maker: makerByLevel(makers, level),
    level,
    timestampRoots,
    refresh: () => keeper.refresh(),
    answers: () => keeper.answers(),
    faults: () => keeper.faults(),
    signingChain: chainAt,
  };
}

// Each copy at the level of the key that signs it: what one issuer's authority lacks is no other's affair.
function makerByLevel(makers: Readonly<Record<SignatureLevel, CopyMaker>>, levelAt: Trust['level']): CopyMaker {
  return {
    async makeCopy(certificate, endorsement) {
      const level = levelAt(certificate.sealedBy.id, endorsement.madeAt);
      return makers[level].makeCopy(certificate, endorsement);
    },
    async makePlainCopy(certificate, plain) {
      return makers[levelAt(certificate.sealedBy.id, plain.madeAt)].makePlainCopy(certificate, plain);
    },
    missingCharacters: (text) => makers['B-B'].missingCharacters(text),
  };
}

function signingChain(signers: ReadonlyMap<string, KeyRing>, issuer: string, at: Instant): readonly Uint8Array[] {
  const ring = signers.get(issuer);
  // The maker beneath says first that it has no such issuer.
  return ring ? newestUsable(ringKeys(ring), at).signer.chain : [];
}
