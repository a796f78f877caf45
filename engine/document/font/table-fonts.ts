import type { Encode, Measure } from '../drawing/canvas.ts';
import { MissingGlyphFault } from '../faults.ts';
import { CharacterTable } from './character-table.ts';
import { codePoint, type FaceRun, type Weight } from './font-faces.ts';
import type { GlyphTable } from './page-fonts.ts';

type GlyphTables = Readonly<Record<number, GlyphTable>>;

/** Measures and encodes texts by what a base has embedded, as FontFaces does by whole fonts. */
export interface TableFonts extends Measure {
  encode: Encode;
}

const known = new WeakMap<GlyphTables, TableFonts>();

/** Read once for each base: to search faces for every character takes longer than the rest of drawing does. */
export function tableFonts(tables: GlyphTables): TableFonts {
  const fonts = known.get(tables) ?? readTables(tables);
  known.set(tables, fonts);
  return fonts;
}

/** Each character by the first face, in the order of a weight, that has it. */
interface WeightTable {
  face: CharacterTable;
  advance: CharacterTable;
}

function readTables(tables: GlyphTables): TableFonts {
  const faces = Object.keys(tables).map(Number);
  const fallbacks = faces.filter((face) => face > 1);
  const byWeight: Readonly<Record<Weight, WeightTable>> = {
    regular: inOrder(tables, [0, 1, ...fallbacks]),
    bold: inOrder(tables, [1, 0, ...fallbacks]),
  };
  const codes = new Map(faces.map((face) => [face, codesOf(tables[face] ?? {})]));
  return {
    runs: (text, weight) => runs(byWeight[weight].face, text),
    width: (text, weight) => width(byWeight[weight].advance, text),
    encode: (face, text) => codes.get(face)?.hex(text) ?? '',
  };
}

function inOrder(tables: GlyphTables, order: readonly number[]): WeightTable {
  const found = { face: new CharacterTable(), advance: new CharacterTable() };
  for (const face of order.toReversed()) {
    for (const [character, [, advance]] of Object.entries(tables[face] ?? {})) {
      found.face.set(codePoint(character), face);
      found.advance.set(codePoint(character), advance);
    }
  }
  return found;
}

function codesOf(table: GlyphTable): CharacterTable {
  const codes = new CharacterTable();
  for (const [character, [code]] of Object.entries(table)) codes.set(codePoint(character), Number.parseInt(code, 16));
  return codes;
}

function runs(faces: CharacterTable, text: string): FaceRun[] {
  const found: FaceRun[] = [];
  let last: FaceRun | undefined;
  for (const character of text) {
    const face = faces.get(codePoint(character));
    if (face === undefined) throw missing(faces, text);
    if (last?.face === face) last.text += character;
    else found.push((last = { face, text: character }));
  }
  return found;
}

function width(advances: CharacterTable, text: string): number {
  let sum = 0;
  for (const character of text) {
    const advance = advances.get(codePoint(character));
    if (advance === undefined) throw missing(advances, text);
    sum += advance;
  }
  return sum;
}

function missing(table: CharacterTable, text: string): MissingGlyphFault {
  return new MissingGlyphFault([...new Set(text)].filter((character) => table.get(codePoint(character)) === undefined));
}
