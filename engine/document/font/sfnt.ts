import { UnusableFaceFault } from '../faults.ts';
import { characterMap } from './character-map.ts';
import { type FontBytes, readTables, table, type Tables } from './sfnt-tables.ts';

/** What a page needs to know of a TrueType font. Lengths are thousandths of the font size, as PDF counts them. */
export interface Sfnt {
  /** Glyph by code point, of characters that are drawn or are white space. */
  glyphs: ReadonlyMap<number, number>;
  /** Advance width of a glyph. */
  advance: (glyph: number) => number;
  glyphCount: number;
  ascent: number;
  descent: number;
  /** Left, bottom, right, top of all glyphs together. */
  box: readonly [number, number, number, number];
  postScriptName: string;
}

const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;

/** Reads the tables of a TrueType font (OpenType specification). Throws UnusableFaceFault. */
export function readSfnt(bytes: FontBytes): Sfnt {
  try {
    return read(readTables(bytes));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UnusableFaceFault('its tables are damaged');
  }
}

function read(found: Tables): Sfnt {
  assertEmbeddable(found.get('OS/2'));
  const head = table(found, 'head');
  const hhea = table(found, 'hhea');
  const hmtx = table(found, 'hmtx');
  const scale = 1000 / head.getUint16(18);
  const metrics = hhea.getUint16(34);
  const scaled = (view: DataView, offset: number): number => Math.round(view.getInt16(offset) * scale);
  return {
    glyphs: drawnGlyphs(found),
    advance: (glyph) => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4) * scale,
    glyphCount: table(found, 'maxp').getUint16(4),
    ascent: scaled(hhea, 4),
    descent: scaled(hhea, 6),
    box: [scaled(head, 36), scaled(head, 38), scaled(head, 40), scaled(head, 42)],
    postScriptName: postScriptName(found.get('name')),
  };
}

// OpenType specification, OS/2, fsType; where several of the lower bits are set, the one that permits most counts.
function assertEmbeddable(metrics: DataView | undefined): void {
  const type = metrics?.getUint16(8) ?? 0;
  const restricted = (type & 0x000e) === 0x0002;
  const noSubset = (type & 0x0100) !== 0;
  const bitmapsOnly = (type & 0x0200) !== 0;
  if (restricted || noSubset || bitmapsOnly) throw new UnusableFaceFault('it says that it may not be embedded in part');
}

// Some faces map characters to glyphs without a line in them, which on a page would be a gap in somebody's name.
function drawnGlyphs(found: Tables): Map<number, number> {
  const long = table(found, 'head').getInt16(50) === 1;
  const loca = table(found, 'loca');
  const offset = (glyph: number): number => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  const glyphs = characterMap(table(found, 'cmap'));
  const count = table(found, 'maxp').getUint16(4);
  const length = found.lengthOf('glyf');
  if (length === undefined) throw new UnusableFaceFault('it has no glyf table');
  if (offset(count) > length) throw new UnusableFaceFault('its tables are damaged');
  for (const [code, glyph] of glyphs) {
    const drawn = glyph < count && offset(glyph + 1) > offset(glyph);
    if (!drawn && !isBlank(code)) glyphs.delete(code);
  }
  return glyphs;
}

function isBlank(code: number): boolean {
  return /\p{White_Space}/u.test(String.fromCodePoint(code));
}

function postScriptName(name: DataView | undefined): string {
  if (!name) return 'Unnamed';
  const strings = name.getUint16(4);
  for (let i = 0; i < name.getUint16(2); i += 1) {
    const record = 6 + i * 12;
    if (name.getUint16(record) !== WINDOWS || name.getUint16(record + 6) !== POSTSCRIPT_NAME) continue;
    const start = strings + name.getUint16(record + 10);
    const codes = Array.from({ length: name.getUint16(record + 8) / 2 }, (_, k) => name.getUint16(start + 2 * k));
    const text = String.fromCodePoint(...codes).replaceAll(/[^A-Za-z0-9-]/g, '');
    if (text) return text;
  }
  return 'Unnamed';
}
