import { expect, it } from 'vitest';
import { newVerificationCode } from '../../engine/ids.ts';
import { findTraces } from '../../engine/verification/copy-traces.ts';
import { seededRandom } from '../fakes/seeded-random.ts';

const CODE = newVerificationCode(seededRandom('traces'));
const linking = (code: string): string => `/URI (https://verify.example.org/v/${code}) `;
const MISTYPED = linking('0'.repeat(17) + '1');
const codesOf = (text: string) => findTraces(Buffer.from(text), []).codes;

it('a file’s codes are found where it links to them, each once', () => {
  expect(codesOf(`${MISTYPED}${linking(CODE)}${linking(CODE)} https://t.me/jiazhu_bot?start=v-${CODE} `)).toEqual([
    CODE,
  ]);
  expect(codesOf(CODE)).toEqual([]);
});

it('a file that is nothing but links keeps nobody busy: its first ones are looked at, and no more', () => {
  expect(codesOf(MISTYPED.repeat(60) + linking(CODE))).toEqual([CODE]);
  const started = performance.now();
  expect(codesOf(MISTYPED.repeat(40_000) + linking(CODE))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(100);
});
