import { expect, test } from 'vitest';
import { readReason } from '../../../engine/staff/read-reason.ts';
import { done, refused } from '../../../engine/result.ts';

test('a reason is kept as it was typed, full-width punctuation included', () => {
  expect(readReason(' 手机遗失，本人要求：（已核实） ')).toEqual(done('手机遗失，本人要求：（已核实）'));
});

test.each(['电话 １３８００１３８０００', '电话 𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', '110105 19491231 002X'])(
  'a personal number is found however its digits are written: %s',
  (typed) => {
    expect(readReason(typed)).toEqual(refused({ kind: 'personal' }));
  },
);
