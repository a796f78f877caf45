import { UnusableFaceFault } from '../faults.ts';
import { codePoint, type Face } from './font-faces.ts';
import { bareOutline, components, type Outline } from './glyph-outline.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';
import { outlines, readTables, table, type Tables } from './sfnt-tables.ts';
import { writeSfnt } from './write-sfnt.ts';

/** A font cut down to a few characters. */
export interface Subset {
  bytes: Uint8Array;
  font: Sfnt;
}

/**
 * `face` with no more than these characters, in a glyph order of its own, and of its tables those that a PDF reader
 * looks at in a CIDFontType2 (ISO 32000-1, 9.9). Hints, layout and variations are gone: a variable font is what its
 * outlines say. Takes a thousandth of the time that a general subsetter needs to take in ten megabytes.
 * Throws UnusableFaceFault.
 */
export function subset(face: Face, characters: ReadonlySet<string>): Subset {
  try {
    const bytes = cut(face, [...characters].map(codePoint));
    return { bytes, font: readSfnt(bytes) };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UnusableFaceFault('its tables are damaged');
  }
}

function cut({ bytes, font }: Face, codes: readonly number[]): Uint8Array {
  const tables = readTables(bytes);
  const outline = outlines(tables);
  const mapped = codes.map((code) => [code, font.glyphs.get(code) ?? 0] as const);
  const kept = [
    ...closure(
      mapped.map(([, glyph]) => glyph),
      outline,
    ),
  ].sort((a, b) => a - b);
  const order = new Map(kept.map((glyph, index) => [glyph, index]));
  const renumbered = (glyph: number): number => order.get(glyph) ?? 0;
  // What stands for a missing character is never drawn.
  const cutOutlines = kept.map((glyph) =>
    glyph === 0 ? new Uint8Array() : padded(bareOutline(outline(glyph), renumbered)),
  );
  return writeSfnt({
    cmap: characterMapOf(mapped.map(([code, glyph]) => [code, renumbered(glyph)])),
    glyf: Buffer.concat(cutOutlines),
    head: changed(table(tables, 'head'), (view) => {
      view.setUint32(8, 0);
      view.setInt16(50, LONG_OFFSETS);
    }),
    hhea: changed(table(tables, 'hhea'), (view) => view.setUint16(34, kept.length)),
    hmtx: metricsOf(tables, kept),
    loca: offsetsOf(cutOutlines),
    maxp: changed(table(tables, 'maxp'), (view) => unhinted(view, kept.length)),
  });
}

const LONG_OFFSETS = 1;

/** These glyphs, whatever they are composed of, and the first, which every font has. */
function closure(glyphs: readonly number[], outline: (glyph: number) => Outline): Set<number> {
  const found = new Set([0, ...glyphs]);
  // A set goes on to what is added while it is gone through.
  for (const glyph of found) for (const component of components(outline(glyph))) found.add(component);
  return found;
}

function metricsOf(tables: Tables, glyphs: readonly number[]): Uint8Array {
  const hmtx = table(tables, 'hmtx');
  const metrics = table(tables, 'hhea').getUint16(34);
  const cutMetrics = Buffer.alloc(4 * glyphs.length);
  for (const [index, glyph] of glyphs.entries()) {
    // Beyond the last advance, which counts for all that follow, there are bearings only.
    const bearingAt = glyph < metrics ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics);
    cutMetrics.writeUInt16BE(hmtx.getUint16(4 * Math.min(glyph, metrics - 1)), 4 * index);
    cutMetrics.writeInt16BE(hmtx.getInt16(bearingAt), 4 * index + 2);
  }
  return cutMetrics;
}

function offsetsOf(all: readonly Outline[]): Uint8Array {
  const offsets = Buffer.alloc(4 * (all.length + 1));
  let end = 0;
  for (const [index, { length }] of all.entries()) offsets.writeUInt32BE((end += length), 4 * (index + 1));
  return offsets;
}

// OpenType specification, cmap format 12: a group for each character, for Windows with all of Unicode.
function characterMapOf(mapped: readonly (readonly [code: number, glyph: number])[]): Uint8Array {
  const length = 16 + 12 * mapped.length;
  const cmap = Buffer.alloc(12 + length);
  cmap.writeUInt16BE(1, 2);
  cmap.writeUInt16BE(3, 4);
  cmap.writeUInt16BE(10, 6);
  cmap.writeUInt32BE(12, 8);
  cmap.writeUInt16BE(12, 12);
  cmap.writeUInt32BE(length, 16);
  cmap.writeUInt32BE(mapped.length, 24);
  for (const [index, [code, glyph]] of [...mapped].sort(([a], [b]) => a - b).entries()) {
    const at = 28 + 12 * index;
    cmap.writeUInt32BE(code, at);
    cmap.writeUInt32BE(code, at + 4);
    cmap.writeUInt32BE(glyph, at + 8);
  }
  return cmap;
}

// OpenType specification, maxp: from maxZones to maxSizeOfInstructions, all is about instructions.
function unhinted(maxp: DataView, glyphs: number): void {
  maxp.setUint16(4, glyphs);
  maxp.setUint16(14, 1);
  for (let at = 16; at <= 26; at += 2) maxp.setUint16(at, 0);
}

function changed(view: DataView, change: (copy: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  change(new DataView(copy.buffer));
  return copy;
}

function padded(outline: Outline): Outline {
  return outline.length % 4 === 0 ? outline : Buffer.concat([outline, Buffer.alloc(4 - (outline.length % 4))]);
}
