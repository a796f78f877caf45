import { expect, it } from 'vitest';

import type { FailedReason, IndeterminateReason } from '../../../engine/document/verify/verdict.ts';
import { verifyDocument } from '../../../engine/document/verify-document.ts';
import { BASIS } from '../samples.ts';

/** A file made to be taken for one of ours, and why it isn't. */
export interface Attack {
  name: string;
  build: () => Uint8Array | Promise<Uint8Array>;
  reason: FailedReason | IndeterminateReason;
}

export function attack(name: string, reason: Attack['reason'], build: Attack['build']): Attack {
  return { name, build, reason };
}

/** What the slowest answer may take. */
const WITHIN_MS = 1000;

/** Tests that none of them passes, each for its reason and in time. */
export function expectRefused(attacks: readonly Attack[]): void {
  it.each(attacks)('$name: $reason', async ({ build, reason }) => {
    const bytes = await build();
    const started = performance.now();
    const verdict = verifyDocument(bytes, BASIS);
    const took = performance.now() - started;
    expect(verdict.reason).toBe(reason);
    expect(verdict.status).not.toBe('passed');
    expect(took).toBeLessThan(WITHIN_MS);
  });
}
