import { decimal } from '../drawing/canvas.ts';
import { MissingGlyphFault } from '../faults.ts';
import { type ByteWriter, packed } from '../pdf/byte-writer.ts';
import { CharacterTable } from './character-table.ts';
import { codePoint, type Weight } from './font-faces.ts';
import type { GlyphTable } from './page-fonts.ts';

type GlyphTables = Readonly<Record<number, GlyphTable>>;

/** Measures and writes texts by what a base has embedded, in the faces that FontFaces sets them in. */
export interface TableFonts {
  /** In thousandths of the font size. Throws MissingGlyphFault. */
  width(text: string, weight: Weight): number;
  /** Writes the operators that show a text, of characters that it has, at the current place. */
  show(writer: ByteWriter, text: string, weight: Weight, size: number): void;
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
  /** Its glyph code in hex, as `packed` answers it. */
  code: CharacterTable;
}

function readTables(tables: GlyphTables): TableFonts {
  const fallbacks = Object.keys(tables)
    .map(Number)
    .filter((face) => face > 1);
  const byWeight: Readonly<Record<Weight, WeightTable>> = {
    regular: inOrder(tables, [0, 1, ...fallbacks]),
    bold: inOrder(tables, [1, 0, ...fallbacks]),
  };
  return {
    width: (text, weight) => width(byWeight[weight].advance, text),
    show: (writer, text, weight, size) => show(writer, byWeight[weight], text, decimal(size)),
  };
}

function inOrder(tables: GlyphTables, order: readonly number[]): WeightTable {
  const found = { face: new CharacterTable(), advance: new CharacterTable(), code: new CharacterTable() };
  for (const face of order.toReversed()) {
    for (const [character, [code, advance]] of Object.entries(tables[face] ?? {})) {
      found.face.set(codePoint(character), face);
      found.advance.set(codePoint(character), advance);
      found.code.set(codePoint(character), packed(code));
    }
  }
  return found;
}

function width(advances: CharacterTable, text: string): number {
  let sum = 0;
  for (let at = 0, code = 0; at < text.length; at += unitsOf(code)) {
    code = text.codePointAt(at) ?? 0;
    const advance = advances.get(code);
    if (advance === undefined) throw missing(advances, text);
    sum += advance;
  }
  return sum;
}

function show(writer: ByteWriter, table: WeightTable, text: string, size: string): void {
  let current: number | undefined;
  for (let at = 0, code = 0; at < text.length; at += unitsOf(code)) {
    code = text.codePointAt(at) ?? 0;
    const face = table.face.get(code);
    if (face !== current) {
      writer.text(`${current === undefined ? '' : END_OF_RUN}/F${face} ${size} Tf <`);
      current = face;
    }
    writer.four(table.code.get(code) ?? NO_GLYPH);
  }
  if (current !== undefined) writer.text(END_OF_RUN);
}

const NO_GLYPH = packed('0000');
const END_OF_RUN = '> Tj\n';

function missing(table: CharacterTable, text: string): MissingGlyphFault {
  return new MissingGlyphFault([...new Set(text)].filter((character) => table.get(codePoint(character)) === undefined));
}

/** How many UTF-16 code units a character takes. */
function unitsOf(code: number): number {
  return code > 0xffff ? 2 : 1;
}
