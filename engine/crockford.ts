import type { Random } from './ports/random.ts';

// Crockford's base 32: no I, L, O or U, so that a code survives being read aloud and typed.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `length` random characters of 5 bits each, upper case. */
export function randomCharacters(random: Random, length: number): string {
  return Array.from(random.bytes(length), (byte) => ALPHABET.charAt(byte & 31)).join('');
}

/** What somebody typed, as the characters meant; undefined when one of them means nothing. */
export function readCharacters(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return Array.from(plain).every((character) => ALPHABET.includes(character)) ? plain : undefined;
}

/**
 * A check character over at most 30 characters. The characters are weighted with different powers of a
 * generator of GF(32), so every wrong character and every two swapped ones are noticed.
 */
export function checkCharacter(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = timesGenerator(sum ^ ALPHABET.indexOf(character));
  return ALPHABET.charAt(sum);
}

// Multiplication by x modulo x⁵ + x² + 1, which is primitive.
function timesGenerator(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}
