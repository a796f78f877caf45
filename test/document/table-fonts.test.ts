import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MissingGlyphFault } from '../../engine/document/faults.ts';
import { encoder, type GlyphTable } from '../../engine/document/font/page-fonts.ts';
import { tableFonts } from '../../engine/document/font/table-fonts.ts';

const CHARACTERS = [...'Ab 0~年月日轩㐀𬱖'];

/** Each face without one character that others have. */
const tables: Record<number, GlyphTable> = Object.fromEntries(
  [0, 1, 2].map((face) => {
    const held = CHARACTERS.filter((_, index) => index % 4 !== face);
    return [face, Object.fromEntries(held.map((character, at) => [character, [code(face, at), 500 + at] as const]))];
  }),
);
const fonts = tableFonts(tables);
const texts = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 40 }).map((characters) => characters.join(''));
const weights = fc.constantFrom('regular' as const, 'bold' as const);

function code(face: number, at: number): string {
  return (face * 0x3000 + at * 0x111).toString(16).padStart(4, '0');
}

function firstOf(character: string, order: readonly number[]): number {
  return order.find((face) => tables[face]?.[character]) ?? -1;
}

describe('the fonts of a base', () => {
  it('set each character in the first face that has it, the bold one first where it is bold', () => {
    const check = (text: string, weight: 'regular' | 'bold'): void => {
      const order = weight === 'bold' ? [1, 0, 2] : [0, 1, 2];
      const runs = fonts.runs(text, weight);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      const faces = runs.flatMap((run) => Array.from(run.text, () => run.face));
      expect(faces).toEqual(Array.from(text, (character) => firstOf(character, order)));
      expect(runs.every((run, index) => run.face !== runs[index + 1]?.face)).toBe(true);
      const advances = Array.from(text, (character) => tables[firstOf(character, order)]?.[character]?.[1] ?? 0);
      expect(fonts.width(text, weight)).toBe(advances.reduce((sum, advance) => sum + advance, 0));
    };
    fc.assert(fc.property(texts, weights, check), { seed: 20261201 });
  });

  it('encode as the base itself is encoded', () => {
    const check = (text: string, face: number): void => {
      expect(fonts.encode(face, text)).toBe(encoder(tables)(face, text));
    };
    fc.assert(fc.property(texts, fc.constantFrom(0, 1, 2), check), { seed: 20261201 });
    const long = '年'.repeat(3000);
    expect(fonts.encode(0, long)).toBe(encoder(tables)(0, long));
  });

  it('name the characters that they don’t hold', () => {
    for (const ask of [() => fonts.runs('日x轩yx', 'bold'), () => fonts.width('日x轩yx', 'bold')]) {
      expect(ask).toThrow(MissingGlyphFault);
      expect(ask).toThrow(expect.objectContaining({ characters: ['x', 'y'] }));
    }
  });
});
