import { UnavailableFault } from '../../engine/document/faults.ts';
import type { ValidationData } from '../../engine/document/revocation/validation-data.ts';
import { firstRevoked } from '../../engine/document/verify/judge-proof.ts';
import { commonName, readCertificate } from '../../engine/document/verify/x509.ts';
import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import type { Instant } from '../../engine/time/instant.ts';

export interface RefuseRevokedOptions {
  maker: CopyMaker;
  /** The chain of the certificate with which copies for an issuer are signed at a time; empty for an unknown issuer. */
  signingChain: (issuer: string, at: Instant) => readonly Uint8Array[];
  /** The same object until there is news. */
  revocations: () => ValidationData;
}

/**
 * The maker, but nothing is signed by a key whose certificate is known to be revoked, at whatever level: the copy would
 * fail at its first verification. Rejects with UnavailableFault then, beside the maker's own faults.
 */
export function refuseRevoked({ maker, revocations, signingChain }: RefuseRevokedOptions): CopyMaker {
  const find = findOnce();
  const check = (issuer: string, at: Instant): void => {
    const revoked = find(revocations(), signingChain(issuer, at));
    if (!revoked) return;
    const name = commonName(revoked.certificate.x509, 'subject');
    const since = new Date(revoked.revokedAt).toISOString();
    throw new UnavailableFault('certificate-revoked', `${name}: revoked on ${since}`);
  };
  return {
    async makeCopy(certificate, endorsement) {
      check(certificate.sealedBy.id, endorsement.madeAt);
      return maker.makeCopy(certificate, endorsement);
    },
    async makePlainCopy(certificate, plain) {
      check(certificate.sealedBy.id, plain.madeAt);
      return maker.makePlainCopy(certificate, plain);
    },
    missingCharacters: (text) => maker.missingCharacters(text),
  };
}

type Revoked = ReturnType<typeof firstRevoked>;

// Every copy asks, on the thread that answers holders, and an operator's list may be long.
function findOnce(): (known: ValidationData, chain: readonly Uint8Array[]) => Revoked {
  let found = new WeakMap<readonly Uint8Array[], { revoked: Revoked }>();
  let foundIn: ValidationData | undefined;
  return (known, chain) => {
    if (known !== foundIn) found = new WeakMap();
    foundIn = known;
    const before = found.get(chain);
    if (before) return before.revoked;
    const revoked = firstRevoked(known, chain.map(readCertificate));
    found.set(chain, { revoked });
    return revoked;
  };
}
