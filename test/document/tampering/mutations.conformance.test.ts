import { describe, expect, it } from 'vitest';

import { verifyDocument } from '../../../engine/document/verify-document.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { mutate } from './mutations.ts';
import { BASIS, CERTIFICATE, ENDORSEMENT, sampleMaker, sealedBy } from '../samples.ts';

const { bytes } = await sampleMaker('p256').makeCopy(sealedBy(CERTIFICATE, 'p256'), ENDORSEMENT);

describe('ten thousand mutations', () => {
  it('never pass', () => {
    const random = seededRandom('ten thousand');
    const passed: string[] = [];
    for (let round = 0; round < 10_000; round += 1) {
      const { mutated, what } = mutate(bytes, random);
      if (verifyDocument(mutated, BASIS).status === 'passed') passed.push(what);
    }
    expect(passed).toEqual([]);
  });
});
