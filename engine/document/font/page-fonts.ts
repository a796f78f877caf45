import type { Canvas, Encode } from '../drawing/canvas.ts';
import { codePoint, type FontFaces, type Weight } from './font-faces.ts';
import { type Subset, subset } from './subset.ts';

/** The glyph code, as PDF writes it in hex, and the advance of each character that a subset has. */
export interface GlyphTable {
  readonly [character: string]: readonly [code: string, advance: number];
}

/** A face as one document embeds it. */
export interface PageFont {
  /** Counts in `FontFaces.faces`; the page's resources name it F0, F1, … */
  face: number;
  name: string;
  subset: Subset;
  table: GlyphTable;
}

/** Subsets of the faces that `canvases` are set in, with `more` characters of each weight besides. */
export function pageFonts(
  fonts: FontFaces,
  canvases: readonly Canvas[],
  more: Readonly<Record<Weight, string>>,
): PageFont[] {
  const used = new Map<number, Set<string>>();
  const add = (face: number, characters: Iterable<string>): void => {
    used.set(face, new Set([...(used.get(face) ?? []), ...characters]));
  };
  for (const canvas of canvases) for (const [face, characters] of canvas.characters()) add(face, characters);
  for (const weight of ['regular', 'bold'] as const) {
    for (const { face, text } of fonts.runs(more[weight], weight)) add(face, text);
  }
  const ordered = [...used].sort(([a], [b]) => a - b);
  return ordered.map(([face, characters]) => pageFont(fonts, face, characters));
}

/** Two bytes of glyph code as hex digits. */
export function glyphCode(glyph: number): string {
  return glyph.toString(16).padStart(4, '0');
}

const NO_GLYPH = glyphCode(0);

/** Encodes texts by the tables of `fonts`. */
export function encoder(tables: Readonly<Record<number, GlyphTable>>): Encode {
  return (face, text) => {
    const table = tables[face] ?? {};
    let hex = '';
    for (const character of text) hex += table[character]?.[0] ?? NO_GLYPH;
    return hex;
  };
}

function pageFont(fonts: FontFaces, face: number, characters: ReadonlySet<string>): PageFont {
  const whole = fonts.faces[face];
  if (!whole) throw new RangeError(`no face ${face}`);
  const cut = subset(whole, characters);
  const { advance, glyphs } = cut.font;
  const rows = [...characters].map((character) => {
    const glyph = glyphs.get(codePoint(character)) ?? 0;
    return [character, entry(glyph, advance(glyph))] as const;
  });
  return { face, name: whole.font.postScriptName, subset: cut, table: Object.fromEntries(rows) };
}

type Entry = GlyphTable[string];

// Bases are kept by the hundred, and their tables say much the same: codes are small, and advances few.
const entries = new Map<string, Entry>();

function entry(glyph: number, advance: number): Entry {
  const key = `${glyph} ${advance}`;
  const found = entries.get(key) ?? [glyphCode(glyph), advance];
  entries.set(key, found);
  return found;
}
