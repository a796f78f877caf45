import { UnusableFaceFault } from '../faults.ts';

/** A font file's bytes: in memory, or something that reads a part when it is asked for. */
export type FontBytes = Pick<Uint8Array, 'length' | 'subarray'>;

/** The tables of a font file, each read when it is asked for. */
export interface Tables {
  get(tag: string): DataView | undefined;
  /** How many bytes a table has. */
  lengthOf(tag: string): number | undefined;
  /** A part of a table that is too large to be read as a whole. Throws RangeError when it isn't within the table. */
  part(tag: string, offset: number, length: number): Uint8Array;
}

const TRUETYPE = '\0\x01\0\0';
const COLLECTION = 'ttcf';
/** What other font files begin with, and why they are of no use here. */
const OTHERS: Readonly<Record<string, string>> = {
  OTTO: 'it has PostScript outlines; its edition with TrueType outlines is needed',
  wOFF: 'it is packed for the web; its TrueType edition is needed',
  wOF2: 'it is packed for the web; its TrueType edition is needed',
};

/**
 * The tables of a font, or of the first of a collection (TTC). Throws UnusableFaceFault, and RangeError when a table
 * isn't within the file.
 */
export function readTables(bytes: FontBytes): Tables {
  const start = tagAt(bytes, 0) === COLLECTION ? read(bytes, 12, 4).getUint32(0) : 0;
  const kind = tagAt(bytes, start);
  if (kind !== TRUETYPE) throw new UnusableFaceFault(OTHERS[kind] ?? 'it has no TrueType outlines');
  const entries = directory(bytes, start);
  return {
    get(tag) {
      const entry = entries.get(tag);
      return entry && read(bytes, entry.offset, entry.length);
    },
    lengthOf: (tag) => entries.get(tag)?.length,
    part(tag, offset, length) {
      const entry = entries.get(tag);
      if (!entry || length < 0 || offset + length > entry.length) throw new RangeError(`past the end of ${tag}`);
      return bytes.subarray(entry.offset + offset, entry.offset + offset + length);
    },
  };
}

export function table(found: Tables, tag: string): DataView {
  const view = found.get(tag);
  if (!view) throw new UnusableFaceFault(`it has no ${tag} table`);
  return view;
}

// Bytes are often a part of a larger buffer, which a view would happily read on into.
export function part(view: DataView, offset: number, length: number): DataView {
  if (length < 0 || offset + length > view.byteLength) throw new RangeError('a table past the end');
  return new DataView(view.buffer, view.byteOffset + offset, length);
}

/** Reads the outline of a glyph, which is empty for one without a line. It throws RangeError for one that isn't there. */
export function outlines(found: Tables): (glyph: number) => Uint8Array {
  const long = table(found, 'head').getInt16(50) === 1;
  const loca = table(found, 'loca');
  const count = table(found, 'maxp').getUint16(4);
  const offset = (glyph: number): number => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  return (glyph) => {
    if (glyph >= count) throw new RangeError(`no glyph ${glyph}`);
    return found.part('glyf', offset(glyph), offset(glyph + 1) - offset(glyph));
  };
}

interface Entry {
  offset: number;
  length: number;
}

function directory(bytes: FontBytes, start: number): Map<string, Entry> {
  const count = read(bytes, start + 4, 2).getUint16(0);
  const view = read(bytes, start + 12, 16 * count);
  const entries = new Map<string, Entry>();
  for (let at = 0; at < view.byteLength; at += 16) {
    const entry = { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) };
    if (entry.offset + entry.length > bytes.length) throw new RangeError('a table past the end');
    entries.set(tagAt(bytes, start + 12 + at), entry);
  }
  return entries;
}

function tagAt(bytes: FontBytes, offset: number): string {
  return Buffer.from(bytes.subarray(offset, offset + 4)).toString('latin1');
}

function read(bytes: FontBytes, offset: number, length: number): DataView {
  const found = bytes.subarray(offset, offset + length);
  if (found.length < length) throw new RangeError('past the end of the file');
  return new DataView(found.buffer, found.byteOffset, found.byteLength);
}
