import { UnusableFaceFault } from '../faults.ts';
import { part } from './sfnt-tables.ts';

const WINDOWS = 3;

/** Glyph by code point, from a `cmap` table (OpenType specification). Characters of glyph 0, the empty box, have none. */
export function characterMap(cmap: DataView): Map<number, number> {
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
    for (let code = start; code <= end; code += 1) {
      const glyph = first + code - start;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
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
