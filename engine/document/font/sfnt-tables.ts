import { UnusableFaceFault } from '../faults.ts';

/** The tables of a font file by their tags. */
export type Tables = ReadonlyMap<string, DataView>;

const TRUETYPE = '\0\x01\0\0';
const COLLECTION = 'ttcf';
/** What other font files begin with, and why they are of no use here. */
const OTHERS: Readonly<Record<string, string>> = {
  OTTO: 'it has PostScript outlines; its edition with TrueType outlines is needed',
  wOFF: 'it is packed for the web; its TrueType edition is needed',
  wOF2: 'it is packed for the web; its TrueType edition is needed',
};

/** Throws UnusableFaceFault, and RangeError when a table isn't within the file. */
export function readTables(bytes: Uint8Array): Tables {
  const kind = tagAt(bytes, 0);
  if (kind !== TRUETYPE) throw new UnusableFaceFault(OTHERS[kind] ?? 'it has no TrueType outlines');
  return directory(bytes, 0);
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
  const [loca, glyf] = [table(found, 'loca'), table(found, 'glyf')];
  const count = table(found, 'maxp').getUint16(4);
  const offset = (glyph: number): number => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  return (glyph) => {
    if (glyph >= count) throw new RangeError(`no glyph ${glyph}`);
    const { buffer, byteLength, byteOffset } = part(glyf, offset(glyph), offset(glyph + 1) - offset(glyph));
    return new Uint8Array(buffer, byteOffset, byteLength);
  };
}

/** The first font of a collection (TTC) as a file of its own; any other file as it is. Throws UnusableFaceFault. */
export function firstFont(bytes: Uint8Array): Uint8Array {
  if (tagAt(bytes, 0) !== COLLECTION) return bytes;
  try {
    return alone(bytes, viewOf(bytes).getUint32(12));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UnusableFaceFault('its tables are damaged');
  }
}

// The font's directory and its own tables, moved together.
function alone(bytes: Uint8Array, start: number): Uint8Array {
  const count = viewOf(bytes).getUint16(start + 4);
  const header = Buffer.from(bytes.subarray(start, start + 12 + count * 16));
  const parts: Uint8Array[] = [header];
  let at = header.length;
  for (const [index, view] of [...directory(bytes, start).values()].entries()) {
    header.writeUInt32BE(at, 12 + index * 16 + 8);
    const padded = Buffer.alloc(Math.ceil(view.byteLength / 4) * 4);
    padded.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
}

function directory(bytes: Uint8Array, start: number): Tables {
  const view = viewOf(bytes);
  const found = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(start + 4); i += 1) {
    const entry = start + 12 + i * 16;
    found.set(tagAt(bytes, entry), part(view, view.getUint32(entry + 8), view.getUint32(entry + 12)));
  }
  return found;
}

function tagAt(bytes: Uint8Array, offset: number): string {
  return Buffer.from(bytes.subarray(offset, offset + 4)).toString('latin1');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
