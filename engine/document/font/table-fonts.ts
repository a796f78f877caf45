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
   * A text in one line, as large as the style says or as small as it takes to fit `width` points. The same object each
   * time: it holds until the next text is set. Throws MissingGlyphFault.
   */
  set(text: string, style: Pick<TextStyle, 'size' | 'weight'>, width: number): SetText;
}

/** A text as it will be shown. */
export interface SetText {
  /** How many characters it has. */
  readonly count: number;
  /** Writes the operators that show the characters from `from` to before `to` at the current place. */
  show(writer: ByteWriter, from: number, to: number): void;
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
    set: (text, { size, weight }, width) => {
      const natural = (line.lookUp(byWeight[weight], text) * size) / 1000;
      line.size = ` ${decimal(fittedSize(size, natural, width))} Tf <`;
      return line;
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

class Line implements SetText {
  count = 0;
  /** What follows the font's name. */
  size = '';
  #table = new CharacterTable(new Map());
  #slots = new Uint16Array(256);

  /** Finds the slots of a text's characters. Answers its width in thousandths of its size. */
  lookUp(table: CharacterTable, text: string): number {
    if (text.length > this.#slots.length) this.#slots = new Uint16Array(2 * text.length);
    this.#table = table;
    const slots = this.#slots;
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
    this.count = count;
    return width;
  }

  show(writer: ByteWriter, from: number, to: number): void {
    const slots = this.#slots;
    const { codes, faces } = this.#table;
    for (let start = from, end = from; start < to; start = end) {
      const face = faces[slots[start] ?? 0] ?? 0;
      for (end = start + 1; end < to && faces[slots[end] ?? 0] === face;) end += 1;
      writer.text('/F');
      writer.whole(face);
      writer.text(this.size);
      writer.fours(codes, slots, start, end);
      writer.text('> Tj\n');
    }
  }
}

const FIRST_SURROGATE = 0xd800;
const LAST_OF_ONE_UNIT = 0xffff;
// One for all: a copy sets nine texts, each after the one before is written.
const line = new Line();

function missing(table: CharacterTable, text: string): MissingGlyphFault {
  return new MissingGlyphFault([...new Set(text)].filter((character) => table.slotOf(codePoint(character)) < 0));
}
