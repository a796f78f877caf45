import { describe, expect, it } from 'vitest';

import { discard } from '../../engine/generation/discard.ts';

describe('bytes that are thrown away', () => {
  it('are empty at once', () => {
    const bytes = Buffer.allocUnsafeSlow(80_000);
    discard(bytes);
    expect(bytes).toHaveLength(0);
  });

  it('may be thrown away twice', () => {
    const bytes = new Uint8Array(8);
    discard(bytes);
    expect(() => discard(bytes)).not.toThrow();
  });

  it('stay where others share their memory', () => {
    const whole = new Uint8Array(8).fill(7);
    discard(whole.subarray(2, 4));
    expect([...whole]).toEqual([7, 7, 7, 7, 7, 7, 7, 7]);
  });
});
