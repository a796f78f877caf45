import { decimal, type TextStyle } from '../drawing/canvas.ts';
import { fittedSize } from '../drawing/fit.ts';
import { MissingGlyphFault } from '../faults.ts';
import type { ByteWriter } from '../pdf/byte-writer.ts';
import { CharacterTable, type SetCharacter } from './character-table.ts';
import { codePoint, type Weight } from './font-faces.ts';
import type { GlyphTable } from './page-fonts.ts';

type GlyphTables = Readonly<Record<number, GlyphTable>>;

/** Writes texts with what a base has embedded, in the faces that FontFaces sets them in. */
export interface TableFonts {
  /**
   * Writes the operators that show a text at the current place, as large as the style says or as small as it takes to fit
   * `width` points. Throws MissingGlyphFault.
   */
  show(writer: ByteWriter, text: string, style: Pick<TextStyle, 'size' | 'weight'>, width: number): void;
}

const read = new WeakMap<GlyphTables, TableFonts>();

/** Read once for each base: to search faces for every character takes longer than the rest of drawing does. */
export function tableFonts(tables: GlyphTables): TableFonts {
  const fonts = read.get(tables);
  if (fonts) return fonts;
  const fresh = readTables(tables);
  read.set(tables, fresh);
  return fresh;
}

function readTables(tables: GlyphTables): TableFonts {
  const fallbacks = Object.keys(tables)
    .map(Number)
    .filter((face) => face > 1);
  const byWeight: Readonly<Record<Weight, CharacterTable>> = {
    regular: inOrder(tables, [0, 1, ...fallbacks]),
    bold: inOrder(tables, [1, 0, ...fallbacks]),
  };
  return {
    show: (writer, text, { size, weight }, width) => {
      const table = byWeight[weight];
      const found = lookUp(table, text);
      show(writer, table, found, ` ${decimal(fittedSize(size, (found.width * size) / 1000, width))}`);
    },
  };
}

// Each character by the first face that has it.
function inOrder(tables: GlyphTables, order: readonly number[]): CharacterTable {
  const found = new Map<number, SetCharacter>();
  for (const face of order.toReversed()) {
    for (const [character, [code, advance]] of Object.entries(tables[face] ?? {})) {
      found.set(codePoint(character), { face, advance, code });
    }
  }
  return new CharacterTable(found);
}

/** The slots of a text's characters, as long as `count` says, and its width in thousandths of its size. */
interface Found {
  slots: Uint16Array;
  count: number;
  width: number;
}

const lastFound: Found = { slots: new Uint16Array(256), count: 0, width: 0 };

// Answers the same object each time: a copy has nine texts.
function lookUp(table: CharacterTable, text: string): Found {
  if (text.length > lastFound.slots.length) lastFound.slots = new Uint16Array(2 * text.length);
  const { slots } = lastFound;
  const { advances } = table;
  let count = 0;
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (code >= FIRST_SURROGATE) {
      code = text.codePointAt(at) ?? 0;
      if (code > LAST_OF_ONE_UNIT) at += 1;
    }
    const slot = table.slotOf(code);
    if (slot < 0) throw missing(table, text);
    slots[count] = slot;
    width += advances[slot] ?? 0;
    count += 1;
  }
  lastFound.count = count;
  lastFound.width = width;
  return lastFound;
}

const FIRST_SURROGATE = 0xd800;
const LAST_OF_ONE_UNIT = 0xffff;

function show(writer: ByteWriter, { codes, faces }: CharacterTable, { count, slots }: Found, size: string): void {
  for (let from = 0, to = 0; from < count; from = to) {
    const face = faces[slots[from] ?? 0] ?? 0;
    for (to = from + 1; to < count && faces[slots[to] ?? 0] === face;) to += 1;
    writer.text('/F');
    writer.whole(face);
    writer.text(size);
    writer.text(' Tf <');
    writer.fours(codes, slots, from, to);
    writer.text('> Tj\n');
  }
}

function missing(table: CharacterTable, text: string): MissingGlyphFault {
  return new MissingGlyphFault([...new Set(text)].filter((character) => table.slotOf(codePoint(character)) < 0));
}
