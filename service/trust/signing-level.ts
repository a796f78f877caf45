import { type KeyRing, ringKeys } from '../../engine/document/issuer/key-ring.ts';
import type { Policy, SignatureLevel } from '../../engine/policy/policy.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { namesSources } from './revocation-client.ts';
import type { TrustSettings } from './trust-settings.ts';

/** What policy and settings want of signatures. */
export interface WantedLevel {
  policy: Pick<Policy['signature'], 'level'>;
  settings: TrustSettings;
}

/** The settings don't allow the level that the policy wants; `message` says what to do. */
class SignatureLevelFault extends Error {
  override readonly name = 'SignatureLevelFault';
}

/** The level at which copies are signed by the key that `chain` is of. */
export function signingLevel(chain: readonly Uint8Array[], { policy, settings }: WantedLevel): SignatureLevel {
  if (policy.level !== 'auto') return policy.level;
  if (settings.timestampUrls.length === 0) return 'B-B';
  return allNameSources(chain, settings) ? 'B-LT' : 'B-T';
}

/** Throws SignatureLevelFault when the policy wants a level that a key can't reach which signs at `now` or will later. */
export function checkLevel(
  signers: ReadonlyMap<string, KeyRing>,
  { policy, settings }: WantedLevel,
  now: Instant,
): void {
  if (policy.level !== 'B-LT') return;
  for (const [issuer, ring] of signers) {
    const lasting = ringKeys(ring).filter(({ until }) => until >= now);
    if (lasting.every(({ signer }) => allNameSources(signer.chain, settings))) continue;
    throw new SignatureLevelFault(
      `signature.level is B-LT, but a certificate of the issuer ${issuer} names no OCSP responder or revocation list that REVOCATION allows.`,
    );
  }
}

// Every certificate but the root, for which nobody answers.
function allNameSources(chain: readonly Uint8Array[], { revocation }: TrustSettings): boolean {
  return chain.slice(0, -1).every((certificate) => namesSources(certificate, revocation));
}
