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
import { namesSources } from './revocation-client.ts';
import type { RevocationSettings, TrustSettings } from './trust-settings.ts';
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
  /** Makes copies at `level`. */
  maker: CopyMaker;
  level: SignatureLevel;
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

/** The settings don't allow the level that the policy wants; `message` says what to do. */
class SignatureLevelFault extends Error {
  override readonly name = 'SignatureLevelFault';
}

/** Opens what it takes to sign at the level that policy and settings want. Rejects with faults of one sentence. */
export async function openTrust(options: TrustOptions): Promise<Trust> {
  const { clock, maker, random, settings, signers } = options;
  const timestampRoots = await readTimestampRoots(settings);
  const level = signatureLevel(options);
  const exchange = options.exchange ?? createExchange();
  const keeper = new ValidationKeeper({ settings: settings.revocation, exchange, clock });
  for (const ring of signers.values()) for (const { signer } of ringKeys(ring)) keeper.watch(signer.chain);
  const trust = {
    level,
    timestampRoots,
    refresh: () => keeper.refresh(),
    answers: () => keeper.answers(),
    faults: () => keeper.faults(),
    signingChain: (issuer: string, at: Instant) => signingChain(signers, issuer, at),
  };
  if (level === 'B-B') return { ...trust, maker };
  const { timestampPolicy: policy, timestampUrls: urls } = settings;
  const authority = createTimestampClient({ urls, roots: timestampRoots, policy, exchange, clock, random });
  const stamping = createStampingMaker({
    maker,
    authority,
    signingChain: trust.signingChain,
    validation: level === 'B-LT' ? keeper : null,
    onUnavailable: options.policy.onUnavailable,
  });
  return { ...trust, maker: stamping };
}

/** The level at which copies are signed. Throws SignatureLevelFault. */
export function signatureLevel({
  policy,
  settings,
  signers,
}: Pick<TrustOptions, 'policy' | 'settings' | 'signers'>): SignatureLevel {
  const silent = [...signers].find(([, ring]) => !allNameSources(ring, settings.revocation))?.[0];
  if (policy.level !== 'auto') {
    if (policy.level === 'B-LT' && silent !== undefined) {
      throw new SignatureLevelFault(
        `signature.level is B-LT, but a certificate of the issuer ${silent} names no OCSP responder or revocation list that REVOCATION allows.`,
      );
    }
    return policy.level;
  }
  if (settings.timestampUrls.length === 0) return 'B-B';
  return silent === undefined ? 'B-LT' : 'B-T';
}

// Every certificate but the root, for which nobody answers.
function allNameSources(ring: KeyRing, settings: RevocationSettings): boolean {
  return ringKeys(ring).every(({ signer: { chain } }) =>
    chain.slice(0, -1).every((certificate) => namesSources(certificate, settings)),
  );
}

function signingChain(signers: ReadonlyMap<string, KeyRing>, issuer: string, at: Instant): readonly Uint8Array[] {
  const ring = signers.get(issuer);
  // The maker beneath says first that it has no such issuer.
  return ring ? newestUsable(ringKeys(ring), at).signer.chain : [];
}
