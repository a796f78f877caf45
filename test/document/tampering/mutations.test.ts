import { describe, expect, it } from 'vitest';

import { verifyDocument } from '../../../engine/document/verify-document.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { mutate } from './mutations.ts';
import { BASIS, CERTIFICATE, ENDORSEMENT, sampleMaker } from '../samples.ts';

const { bytes } = await sampleMaker('demonstration').makeCopy(CERTIFICATE, ENDORSEMENT);

describe('a copy that chance changed', () => {
  it('never passes, and never throws', () => {
    const random = seededRandom(20_261_201);
    const passed: string[] = [];
    for (let round = 0; round < 600; round += 1) {
      const { mutated, what } = mutate(bytes, random);
      if (verifyDocument(mutated, BASIS).status === 'passed') passed.push(what);
    }
    expect(passed).toEqual([]);
  });

  it('answers within a second whatever it is', () => {
    const slow = Buffer.alloc(2 * 1024 * 1024, '/Contents <30');
    slow.set(Buffer.from('%PDF-1.7\n1 0 obj\n<< '));
    const started = performance.now();
    expect(verifyDocument(slow, BASIS).status).toBe('failed');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
