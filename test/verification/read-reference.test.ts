import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newEndorsementNumber, newVerificationCode } from '../../engine/ids.ts';
import { readReference } from '../../engine/verification/read-reference.ts';
import { day } from '../engine/arbitraries.ts';
import { seededRandom } from '../fakes/seeded-random.ts';

const CODE = newVerificationCode(seededRandom('code'));
const NUMBER = 'JZ20261122-7K3M9Q';
const code = (address: string | null = null) => ({ kind: 'code', code: CODE, address });
const MISTYPED = { kind: 'mistyped' };

describe('a code', () => {
  it.each([
    ['as it is', CODE],
    ['in small letters, grouped', `${CODE.slice(0, 6)} ${CODE.slice(6, 12)}-${CODE.slice(12)}`.toLowerCase()],
    ['with its label', `查验码 ${CODE}`],
    ['with both its labels, as the page has them', `查验码 Code: ${CODE}`],
    [
      'in full-width characters',
      `查验码：${CODE.replaceAll(/./g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0))}`,
    ],
    ['among words', `你好，请查 ${CODE} 谢谢`],
    ['as the payload of a deep link', `v-${CODE}`],
  ])('is read %s', (_, text) => {
    expect(readReference(text)).toEqual(code());
  });

  it.each([
    `https://verify.example/v/${CODE}`,
    `https://verify.example/v/${CODE.toLowerCase()}/?utm=1`,
    `https://t.me/jiazhu_bot?start=v-${CODE}`,
    `http://localhost:8080/?bot=jiazhu_bot&start=v-${CODE}`,
    `tg://resolve?domain=jiazhu_bot&start=v-${CODE}`,
  ])('is read from an address: %s', (address) => {
    expect(readReference(address)).toEqual(code(address));
    expect(readReference(`扫码结果 ${address}\n请查`, 'in-step')).toEqual(code(address));
  });

  it('with any one character wrong is mistyped, never another code', () => {
    const characters = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    fc.assert(
      fc.property(fc.nat(17), characters, (at, other) => {
        fc.pre(CODE[at] !== other);
        expect(readReference(CODE.slice(0, at) + other + CODE.slice(at + 1))).toEqual(MISTYPED);
      }),
    );
  });

  it.each([CODE.slice(1), `${CODE}7`, 'v-', 'v-0', 'v-../../etc', `查验码 ${CODE.slice(2)}`, 'JZ20261122-7K3'])(
    'is mistyped when there are too few or too many characters (%s)',
    (text) => {
      expect(readReference(text)).toEqual(MISTYPED);
    },
  );
});

describe('a number', () => {
  it.each([
    NUMBER,
    'jz20261122-7k3m9q',
    'JZ 20261122 7K3M9Q',
    'JZ20261122—7K3M9Q',
    `加注编号：${NUMBER}`,
    `请查${NUMBER}，谢谢`,
  ])('is read however it is typed: %s', (text) => {
    expect(readReference(text)).toEqual({ kind: 'number', number: NUMBER });
  });

  it('is read back whichever it is', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const number = newEndorsementNumber(seededRandom(seed), day('2026-11-22'));
        expect(readReference(number.toLowerCase(), 'in-step')).toEqual({ kind: 'number', number });
      }),
    );
  });
});

describe('what is no reference', () => {
  it.each([
    '你好',
    '',
    'how do I get my copy?',
    'Number of certificates',
    'code',
    'https://example.org/verify',
    '2027-02-19',
    'ABCDE-23456',
    '13800138000',
    'x'.repeat(5000),
  ])('is left alone: %s', (text) => {
    expect(readReference(text)).toBeUndefined();
  });

  it('is an identity number, whatever its check character', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}[\dX]$/), (typed) => {
        expect(readReference(typed, 'in-step')).toBeUndefined();
        expect(readReference(typed)?.kind).not.toBe('code');
      }),
    );
  });

  it('is, in a step that awaits something typed, a name or a day', () => {
    const typed = fc.oneof(
      fc.stringMatching(/^[A-Z]{18}$/),
      fc.stringMatching(/^[A-Z]{8,9} [A-Z]{9,10}$/),
      fc.stringMatching(/^(Monday|Wednesday) \d\d (Jan|Feb|Sep) 20\d\d$/),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(readReference(text, 'in-step')).toBeUndefined();
      }),
    );
  });
});
