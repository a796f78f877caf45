import { decimal } from '../drawing/canvas.ts';
import { fittedSize } from '../drawing/fit.ts';
import { MissingGlyphFault } from '../faults.ts';
import type { ByteWriter } from '../pdf/byte-writer.ts';
import { CharacterTable, type SetCharacter } from './character-table.ts';
import { codePoint, isVariationSelector, type Weight } from './font-faces.ts';
import type { GlyphTable } from './page-fonts.ts';

type GlyphTables = Readonly<Record<number, GlyphTable>>;

/** Sets texts with what a base has embedded, in the faces that FontFaces sets them in. */
export interface TableFonts {
  /** An empty line. The same object each time: it holds until the next one is started. */
  start(weight: Weight, size: number): TextLine;
}

/** A text in one line, put together and then shown. */
export interface TextLine {
  /** How many characters it has. */
  readonly count: number;
  /** Adds the characters of a text from index `from` to before `to`. Throws MissingGlyphFault. */
  add(text: string, from?: number, to?: number): void;
  /** Makes it as small as it takes to fit `width` points. Once it is whole. */
  fit(width: number): void;
  /** Writes the operators that show the characters from `from` to before `to` at the current place. */
  show(writer: ByteWriter, from: number, to: number): void;
}

/** For as many copies as a base serves: to search faces for every character takes longer than the rest of drawing. */
export function tableFonts(tables: GlyphTables): TableFonts {
  const fallbacks = Object.keys(tables)
    .map(Number)
    .filter((face) => face > 1);
  const byWeight: Readonly<Record<Weight, CharacterTable>> = {
    regular: inOrder(tables, [0, 1, ...fallbacks]),
    bold: inOrder(tables, [1, 0, ...fallbacks]),
  };
  return { start: (weight, size) => line.start(byWeight[weight], size) };
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

class Line implements TextLine {
  count = 0;
  #table = new CharacterTable(new Map());
  #slots = new Uint16Array(256);
  /** In thousandths of the size. */
  #width = 0;
  #size = 0;
  /** What follows the font's name. */
  #operands = '';

  start(table: CharacterTable, size: number): this {
    this.count = 0;
    this.#table = table;
    this.#width = 0;
    this.#size = size;
    this.#operands = '';
    return this;
  }

  add(text: string, from = 0, to = text.length): void {
    const table = this.#table;
    const slots = this.#roomFor(to - from);
    const { advances } = table;
    let { count } = this;
    let width = this.#width;
    for (let at = from; at < to; at += 1) {
      let code = text.charCodeAt(at);
      if (code >= FIRST_SURROGATE) {
        code = text.codePointAt(at) ?? 0;
        if (code > LAST_OF_ONE_UNIT) at += 1;
      }
      const slot = table.slotOf(code);
      if (slot < 0) {
        if (isVariationSelector(String.fromCodePoint(code))) continue;
        throw missing(table, text.slice(from, to));
      }
      slots[count] = slot;
      width += advances[slot] ?? 0;
      count += 1;
    }
    this.count = count;
    this.#width = width;
  }

  fit(width: number): void {
    this.#operands = ` ${decimal(fittedSize(this.#size, (this.#width * this.#size) / 1000, width))} Tf <`;
  }

  show(writer: ByteWriter, from: number, to: number): void {
    const slots = this.#slots;
    const { codes, faces } = this.#table;
    for (let start = from, end = from; start < to; start = end) {
      const face = faces[slots[start] ?? 0] ?? 0;
      for (end = start + 1; end < to && faces[slots[end] ?? 0] === face;) end += 1;
      writer.text('/F');
      writer.whole(face);
      writer.text(this.#operands);
      writer.fours(codes, slots, start, end);
      writer.text('> Tj\n');
    }
  }

  #roomFor(more: number): Uint16Array {
    const length = this.count + more;
    if (length > this.#slots.length) {
      const larger = new Uint16Array(2 * length);
      larger.set(this.#slots);
      this.#slots = larger;
    }
    return this.#slots;
  }
}

const FIRST_SURROGATE = 0xd800;
const LAST_OF_ONE_UNIT = 0xffff;
// One for all: a copy sets nine lines, each after the one before is written.
const line = new Line();

function missing(table: CharacterTable, text: string): MissingGlyphFault {
  const lacks = (character: string): boolean => table.slotOf(codePoint(character)) < 0;
  return new MissingGlyphFault([...new Set(text)].filter((each) => lacks(each) && !isVariationSelector(each)));
}
