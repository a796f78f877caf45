import type { Instant } from '../../time/instant.ts';
import { judgeCrl } from './judge-crl.ts';
import { judgeOcsp } from './judge-ocsp.ts';
import { covers, type Issued, type RevocationFinding } from './revocation-finding.ts';
import type { ValidationData } from './validation-data.ts';

/**
 * What validation data say of a certificate at a moment; undefined when they don't say. A revocation counts whenever it
 * became known, because nothing ends it; with `at` null nothing else does.
 */
export function findRevocation(
  { ocspResponses, revocationLists }: Pick<ValidationData, 'ocspResponses' | 'revocationLists'>,
  issued: Issued,
  at: Instant | null,
): RevocationFinding | undefined {
  const judged = [
    ...ocspResponses.map((response) => judgeOcsp(response, issued)),
    ...revocationLists.map((list) => judgeCrl(list, issued)),
  ];
  const findings = judged.flatMap((one) => (one.ok ? [one.value] : []));
  const revoked = findings.find(({ revokedAt }) => revokedAt !== null);
  return revoked ?? (at === null ? undefined : findings.find((finding) => covers(finding, at)));
}
