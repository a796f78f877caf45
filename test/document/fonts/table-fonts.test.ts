import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decimal } from '../../../engine/document/drawing/canvas.ts';
import { fittedSize } from '../../../engine/document/drawing/fit.ts';
import { MissingGlyphFault } from '../../../engine/document/faults.ts';
import type { Weight } from '../../../engine/document/font/font-faces.ts';
import { encoder, type GlyphTable } from '../../../engine/document/font/page-fonts.ts';
import { tableFonts } from '../../../engine/document/font/table-fonts.ts';
import { ByteWriter } from '../../../engine/document/pdf/byte-writer.ts';

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

interface Run {
  face: number;
  size: string;
  codes: string;
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** The runs that were shown. */
function shown(text: string, weight: Weight, { size = 10.5, width = 1e6 } = {}): Run[] {
  const writer = new ByteWriter();
  const line = fonts.start(weight, size);
  // In two parts, as if from the middle of a longer text.
  const middle = text.length >> 1;
  const split = isLowSurrogate(text, middle) ? middle + 1 : middle;
  line.add(`0${text}`, 1, 1 + split);
  line.add(text, split);
  line.fit(width);
  line.show(writer, 0, line.count);
  const content = Buffer.from(writer.written).toString('latin1');
  const runs = [...content.matchAll(/\/F(\d) (\S+) Tf <([\da-f]*)> Tj\n/g)];
  expect(runs.map(([whole]) => whole).join('')).toBe(content);
  return runs.map(([, face, tf = '', codes = '']) => ({ face: Number(face), size: tf, codes }));
}

describe('the fonts of a base', () => {
  it('set each character in the first face that has it, the bold one first where it is bold', () => {
    const check = (text: string, weight: Weight): void => {
      const order = weight === 'bold' ? [1, 0, 2] : [0, 1, 2];
      const runs = shown(text, weight);
      const faces = runs.flatMap((run) => Array.from({ length: run.codes.length / 4 }, () => run.face));
      expect(faces).toEqual(Array.from(text, (character) => firstOf(character, order)));
      expect(runs.every((run, index) => run.face !== runs[index + 1]?.face)).toBe(true);
    };
    fc.assert(fc.property(texts, weights, check), { seed: 20261201 });
  });

  it('set a text smaller where it is wider than its place, and never larger', () => {
    const check = (text: string, weight: Weight, width: number): void => {
      const order = weight === 'bold' ? [1, 0, 2] : [0, 1, 2];
      const advances = Array.from(text, (character) => tables[firstOf(character, order)]?.[character]?.[1] ?? 0);
      const natural = (advances.reduce((sum, advance) => sum + advance, 0) * 10.5) / 1000;
      const sizes = new Set(shown(text, weight, { width }).map((run) => Number(run.size)));
      expect(sizes).toEqual(new Set(text === '' ? [] : [Number(decimal(fittedSize(10.5, natural, width)))]));
    };
    fc.assert(fc.property(texts, weights, fc.integer({ min: 5, max: 300 }), check), { seed: 20261201 });
    expect(shown('月'.repeat(20), 'regular', { width: 50 })[0]?.size).not.toBe('10.5');
  });

  it('encode as the base itself is encoded, at the size asked for', () => {
    const encode = encoder(tables);
    const check = (text: string, weight: Weight): void => {
      const order = weight === 'bold' ? [1, 0, 2] : [0, 1, 2];
      const codes = Array.from(text, (character) => encode(firstOf(character, order), character)).join('');
      expect(
        shown(text, weight)
          .map((run) => run.codes)
          .join(''),
      ).toBe(codes);
    };
    fc.assert(fc.property(texts, weights, check), { seed: 20261201 });
    const long = '月'.repeat(30_000);
    expect(shown(long, 'regular', { size: 6.75, width: 1e9 })).toEqual([
      { face: 0, size: '6.75', codes: encode(0, long) },
    ]);
  });

  it('pass over selectors of variants', () => {
    expect(shown('年\u{e0100}月\ufe00', 'regular')).toEqual(shown('年月', 'regular'));
  });

  it('name the characters that they don’t hold', () => {
    const ask = (): void => fonts.start('bold', 10.5).add('日x轩\u{e0100}yx');
    expect(ask).toThrow(MissingGlyphFault);
    expect(ask).toThrow(expect.objectContaining({ characters: ['x', 'y'] }));
  });
});
