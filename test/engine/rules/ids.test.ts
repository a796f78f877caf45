import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkVerificationCode,
  newEndorsementNumber,
  newId,
  newLinkCode,
  newVerificationCode,
  normalizeLinkCode,
} from '../../../engine/ids.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { day } from '../arbitraries.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('identifiers', () => {
  it('have their shapes', () => {
    const random = seededRandom();
    expect(newId(random)).toMatch(/^[0-9a-z]{16}$/);
    expect(newEndorsementNumber(random, day('2026-11-20'))).toMatch(/^JZ20261120-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(newVerificationCode(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{18}$/);
    expect(newLinkCode(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('use every character about as often as any other', () => {
    const random = seededRandom();
    const counts = new Map<string, number>();
    for (let round = 0; round < 4000; round += 1) {
      for (const character of newId(random)) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(32);
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(250);
  });
});

describe('a verification code', () => {
  const codes = fc.integer().map((seed) => newVerificationCode(seededRandom(seed)));

  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const typed = `${code.slice(0, 6)} ${code.slice(6, 12)}–${code.slice(12)}`.toLowerCase();
        expect(checkVerificationCode(typed)).toBe(code);
        expect(checkVerificationCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });

  it('with one character wrong is none', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.integer({ min: 1, max: 31 }), (code, position, shift) => {
        const wrong = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(position)) + shift) % 32);
        expect(checkVerificationCode(code.slice(0, position) + wrong + code.slice(position + 1))).toBeUndefined();
      }),
    );
  });

  it('with two characters swapped is none', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.nat(17), (code, one, other) => {
        const characters = Array.from(code);
        [characters[one], characters[other]] = [code.charAt(other), code.charAt(one)];
        const swapped = characters.join('');
        expect(checkVerificationCode(swapped)).toBe(swapped === code ? code : undefined);
      }),
    );
  });

  it('is not made of anything else', () => {
    for (const text of ['', 'U'.repeat(18), '证书', newVerificationCode(seededRandom()).slice(1)]) {
      expect(checkVerificationCode(text)).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), (text) => void checkVerificationCode(text)));
  });
});

describe('a link code', () => {
  it('is read back however it is typed', () => {
    const code = newLinkCode(seededRandom());
    const plain = code.replace('-', '');
    expect(normalizeLinkCode(code)).toBe(plain);
    expect(normalizeLinkCode(` ${code.toLowerCase().replace('-', ' — ')} `)).toBe(plain);
    expect(normalizeLinkCode('１２３４５－ａｂｃｄｅ')).toBe('12345ABCDE');
    expect(normalizeLinkCode('oil00-oil11')).toBe('0110001111');
  });

  it('is nothing shorter, longer or with other characters', () => {
    for (const text of ['', '12345-6789', '12345-67890-1', '12345-6789U', '12345-6789!']) {
      expect(normalizeLinkCode(text)).toBeUndefined();
    }
  });
});
