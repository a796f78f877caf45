import { HOUR_MS } from '../time/instant.ts';

const FIRST_MS = 30_000;

/**
 * How long to wait after the `attempts`-th failed attempt: 30 s, doubled each time up to an hour. Short enough that
 * a passing fault goes unnoticed, and an outage of the signer costs at most an hour after it ended.
 */
export function retryPause(attempts: number): number {
  return Math.min(HOUR_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
}
