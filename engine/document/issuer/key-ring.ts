import type { Signer } from '../../ports/signer.ts';
import type { Instant } from '../../time/instant.ts';
import { IssuerFault } from '../faults.ts';
import { type Usable, usableWith } from './certificate-chain.ts';

/** An issuer's key, or its keys, newest first. The one before the last goes on where the newest isn't valid yet. */
export type KeyRing = Signer | readonly Signer[];

/** The keys of a ring, each with when it can be used. */
export interface RingKey extends Usable {
  signer: Signer;
}

export function ringKeys(ring: KeyRing): RingKey[] {
  return [ring].flat().map((signer) => ({ signer, ...usableWith(signer.chain) }));
}

/** The newest key that can be used at `at`. Throws IssuerFault. */
export function newestUsable<Key extends Usable>(keys: readonly Key[], at: Instant): Key {
  const usable = usableAt(keys, at);
  if (usable) return usable;
  const next = keys.some(({ from }) => from > at);
  throw next
    ? new IssuerFault('not-yet-valid', 'The certificates of the signing key are not valid yet')
    : new IssuerFault('expired', 'The certificates of the signing key have expired');
}

/** The same without a fault; undefined when there is none. */
export function usableAt<Key extends Usable>(keys: readonly Key[], at: Instant): Key | undefined {
  return keys.find(({ from, until }) => at >= from && at <= until);
}

/** Until when copies can be signed without a gap from `now` on; undefined when they can't be signed now. */
export function coveredUntil(keys: readonly Usable[], now: Instant): Instant | undefined {
  const usable = keys.filter(({ from, until }) => from <= now && until >= now);
  let end = latest(usable);
  for (let reached: Instant | undefined; end !== reached;) {
    reached = end;
    // Certificates are valid to the second; one that begins in the next leaves no gap.
    end = latest(keys.filter(({ from, until }) => from <= (reached ?? 0) + 1000 && until >= (reached ?? 0)));
  }
  return end;
}

function latest(keys: readonly Usable[]): Instant | undefined {
  return keys.map(({ until }) => until).sort((a, b) => b - a)[0];
}
