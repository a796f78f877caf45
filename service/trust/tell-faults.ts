import type { Logger } from 'pino';
import type { UnavailableFault } from '../../engine/document/faults.ts';

export const NO_PROOF = 'nobody says whether a certificate was revoked';
export const PROOF_AGAIN = 'it is known again whether a certificate was revoked';

/**
 * Logs once when nobody answers about a certificate any more, and once when somebody does again: at levels that need no
 * proof, no copy waits for it, and nobody else would hear that a revocation can't become known. Answers what is to be
 * called with all such faults of a time, by the certificates' fingerprints.
 */
export function tellFaults(
  logger: Pick<Logger, 'info' | 'warn'>,
): (faults: ReadonlyMap<string, UnavailableFault>) => void {
  let told: ReadonlyMap<string, UnavailableFault> = new Map();
  return (faults) => {
    for (const [about, { detail }] of faults) if (!told.has(about)) logger.warn({ detail }, NO_PROOF);
    for (const [about, { detail }] of told) if (!faults.has(about)) logger.info({ detail }, PROOF_AGAIN);
    told = faults;
  };
}
