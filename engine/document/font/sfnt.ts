import { UnusableFaceFault } from '../faults.ts';

/** What a page needs to know of a TrueType font. Lengths are thousandths of the font size, as PDF counts them. */
export interface Sfnt {
  /** Glyph by code point. */
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

type Tables = ReadonlyMap<string, DataView>;

const TRUETYPE = 0x0001_0000;
const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;

/** Reads the tables of a TrueType font (OpenType specification). Throws UnusableFaceFault. */
export function readSfnt(bytes: Uint8Array): Sfnt {
  try {
    return read(tables(bytes));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UnusableFaceFault('its tables are damaged');
  }
}

function read(found: Tables): Sfnt {
  const head = table(found, 'head');
  const hhea = table(found, 'hhea');
  const hmtx = table(found, 'hmtx');
  table(found, 'glyf');
  const scale = 1000 / head.getUint16(18);
  const metrics = hhea.getUint16(34);
  const scaled = (view: DataView, offset: number): number => Math.round(view.getInt16(offset) * scale);
  return {
    glyphs: characterMap(table(found, 'cmap')),
    advance: (glyph) => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4) * scale,
    glyphCount: table(found, 'maxp').getUint16(4),
    ascent: scaled(hhea, 4),
    descent: scaled(hhea, 6),
    box: [scaled(head, 36), scaled(head, 38), scaled(head, 40), scaled(head, 42)],
    postScriptName: postScriptName(found.get('name')),
  };
}

function tables(bytes: Uint8Array): Tables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== TRUETYPE) throw new UnusableFaceFault('it has no TrueType outlines');
  const found = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const entry = 12 + i * 16;
    const tag = String.fromCodePoint(...bytes.subarray(entry, entry + 4));
    found.set(tag, part(view, view.getUint32(entry + 8), view.getUint32(entry + 12)));
  }
  return found;
}

// Bytes are often a part of a larger buffer, which a view would happily read on into.
function part(view: DataView, offset: number, length: number): DataView {
  if (length < 0 || offset + length > view.byteLength) throw new RangeError('a table past the end');
  return new DataView(view.buffer, view.byteOffset + offset, length);
}

function table(found: Tables, tag: string): DataView {
  const view = found.get(tag);
  if (!view) throw new UnusableFaceFault(`it has no ${tag} table`);
  return view;
}

function characterMap(cmap: DataView): Map<number, number> {
  const subtables: DataView[] = [];
  for (let i = 0; i < cmap.getUint16(2); i += 1) {
    const platform = cmap.getUint16(4 + i * 8);
    const offset = cmap.getUint32(8 + i * 8);
    if (platform === 0 || platform === WINDOWS) subtables.push(part(cmap, offset, cmap.byteLength - offset));
  }
  const all = subtables.find((view) => view.getUint16(0) === 12);
  if (all) return segmentedCoverage(all);
  const basic = subtables.find((view) => view.getUint16(0) === 4);
  if (basic) return segmentMapping(basic);
  throw new UnusableFaceFault('it has no Unicode character map');
}

// cmap format 12: groups of start, end, first glyph.
function segmentedCoverage(view: DataView): Map<number, number> {
  const glyphs = new Map<number, number>();
  const groups = view.getUint32(12);
  for (let i = 0; i < groups; i += 1) {
    const start = view.getUint32(16 + i * 12);
    const end = Math.min(view.getUint32(20 + i * 12), 0x10_ffff);
    const first = view.getUint32(24 + i * 12);
    for (let code = start; code <= end; code += 1) glyphs.set(code, first + code - start);
  }
  return glyphs;
}

// cmap format 4: segments of the basic plane, each with a delta or an offset into a glyph array.
function segmentMapping(view: DataView): Map<number, number> {
  const glyphs = new Map<number, number>();
  const doubled = view.getUint16(6);
  for (let at = 0; at < doubled; at += 2) {
    const end = view.getUint16(14 + at);
    const start = view.getUint16(16 + doubled + at);
    const delta = view.getUint16(16 + 2 * doubled + at);
    const rangeAt = 16 + 3 * doubled + at;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const raw = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - start));
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
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
