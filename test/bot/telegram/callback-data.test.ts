import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CallbackDataError, packCallback, parseCallback } from '../../../bot/telegram/buttons/callback-data.ts';

const letters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength, maxLength });
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const word = fc.tuple(letters(LOWER, 1, 1), letters(`${LOWER}0123456789-`, 0, 7)).map((parts) => parts.join(''));
const argument = letters(`${LOWER}${LOWER.toUpperCase()}0123456789._-`, 1, 8);
const data = fc.record(
  {
    feature: word,
    action: word,
    args: fc.array(argument, { maxLength: 3 }),
    version: fc.nat(),
  },
  { requiredKeys: ['feature', 'action', 'args'] },
);

describe('callback data', () => {
  test('reads back what it wrote, within 64 bytes', () => {
    fc.assert(
      fc.property(data, (original) => {
        const packed = packCallback(original);
        expect(Buffer.byteLength(packed)).toBeLessThanOrEqual(64);
        expect(parseCallback(packed)).toEqual(original);
      }),
    );
  });

  test('reads nothing but what it could have written', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'ab:~01._-Z \n加'.split('')) });
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string()), (text) => {
        const parsed = parseCallback(text);
        expect(parsed ? packCallback(parsed) : text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['nothing', ''],
    ['one word', 'start'],
    ['an empty action', 'start:'],
    ['an empty argument', 'start:go:'],
    ['a capital in a feature', 'Start:go'],
    ['a space', 'start:go:a b'],
    ['a line break at the end', 'start:go\n'],
    ['characters outside the alphabet', 'start:go:é'],
    ['too many arguments', 'start:go:1:2:3:4:5:6:7'],
    ['an empty version', 'start:go~'],
    ['a version with a leading zero', 'start:go~01'],
    ['a negative version', 'start:go~-1'],
    ['two versions', 'start:go~1~2'],
    ['more than 64 bytes', `start:go:${'a'.repeat(60)}`],
  ])('does not read %s', (_, text) => {
    expect(parseCallback(text)).toBeUndefined();
  });

  test.each([
    ['more than 64 bytes', { feature: 'a', action: 'b', args: ['c'.repeat(61)] }],
    ['an argument with a colon', { feature: 'a', action: 'b', args: ['c:d'] }],
    ['an empty argument', { feature: 'a', action: 'b', args: [''] }],
    ['a version that is no whole number', { feature: 'a', action: 'b', args: [], version: 1.5 }],
    ['a version below zero', { feature: 'a', action: 'b', args: [], version: -1 }],
    ['too many arguments', { feature: 'a', action: 'b', args: Array.from('1234567') }],
  ])('refuses to write %s', (_, unfit) => {
    expect(() => packCallback(unfit)).toThrow(CallbackDataError);
  });
});
