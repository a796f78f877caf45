import { inflateSync } from 'node:zlib';

import { PALETTE } from '../../drawing/palette.ts';
import { SealProblem } from '../seal-refusal.ts';
import { unfilter } from './unfilter.ts';

/** An opaque picture: three bytes a pixel, red, green and blue, row by row from the top. */
export interface Raster {
  width: number;
  height: number;
  rgb: Uint8Array;
}

interface Header {
  width: number;
  height: number;
  depth: number;
  colourType: number;
  interlaced: boolean;
}

interface Pixels extends Header {
  /** Unfiltered rows, each from a whole byte on. */
  rows: Uint8Array;
  palette: Uint8Array;
  transparency: Uint8Array;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** What shows through what is transparent: 8 bits each of red, green and blue. */
export const PAPER = PALETTE.paper.map((part) => Math.round(part * 255)) as [number, number, number];
const MOST_PIXELS = 2400;
/** Samples per pixel by colour type, with the bit depths that each may have (PNG 3rd edition, table 12). */
const COLOUR_TYPES: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

export function isPng(bytes: Uint8Array): boolean {
  return Buffer.compare(bytes.subarray(0, SIGNATURE.length), SIGNATURE) === 0;
}

/** A PNG file as it looks on the page's paper: a copy has no transparency. Throws SealProblem. */
export function readPng(bytes: Uint8Array): Raster {
  try {
    return flattened(readPixels(bytes));
  } catch (error) {
    if (error instanceof SealProblem) throw error;
    // RangeError where a chunk is cut short, zlib's errors where data is damaged.
    throw new SealProblem({ kind: 'damaged-png' });
  }
}

function readPixels(bytes: Uint8Array): Pixels {
  const chunks = readChunks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const header = readHeader(chunks.get('IHDR') ?? Buffer.alloc(0));
  const { depth, height, width } = header;
  const { depths, samples } = COLOUR_TYPES[header.colourType] ?? { depths: [], samples: 0 };
  if (!depths.includes(depth)) throw new SealProblem({ kind: 'damaged-png' });
  if (header.interlaced) throw new SealProblem({ kind: 'interlaced-png' });
  if (width > MOST_PIXELS || height > MOST_PIXELS) {
    throw new SealProblem({ kind: 'too-many-pixels', width, height, most: MOST_PIXELS });
  }
  const rowLength = Math.ceil((width * samples * depth) / 8);
  const length = height * (rowLength + 1);
  const filtered = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0), { maxOutputLength: length });
  if (filtered.length !== length || length === 0) throw new SealProblem({ kind: 'damaged-png' });
  const rows = unfilter(filtered, rowLength, Math.max(1, (samples * depth) / 8));
  const empty = Buffer.alloc(0);
  return { ...header, rows, palette: chunks.get('PLTE') ?? empty, transparency: chunks.get('tRNS') ?? empty };
}

/** Contents by type; those of one type together, as IDAT wants it. */
function readChunks(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = SIGNATURE.length; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const contents = file.subarray(at + 8, at + 8 + length);
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), contents]));
    at += 12 + length;
  }
  return chunks;
}

function readHeader(chunk: Buffer): Header {
  return {
    width: chunk.readUInt32BE(0),
    height: chunk.readUInt32BE(4),
    depth: chunk.readUInt8(8),
    colourType: chunk.readUInt8(9),
    interlaced: chunk.readUInt8(12) !== 0,
  };
}

function flattened(pixels: Pixels): Raster {
  const { height, width } = pixels;
  const rgb = new Uint8Array(width * height * 3);
  const colourAt = pixelReader(pixels);
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, to += 3) {
      const [red, green, blue, alpha] = colourAt(x, y);
      rgb[to] = over(PAPER[0], red, alpha);
      rgb[to + 1] = over(PAPER[1], green, alpha);
      rgb[to + 2] = over(PAPER[2], blue, alpha);
    }
  }
  return { width, height, rgb };
}

function over(paper: number, ink: number, alpha: number): number {
  return Math.round((ink * alpha + paper * (255 - alpha)) / 255);
}

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

function pixelReader(pixels: Pixels): (x: number, y: number) => Rgba {
  const { colourType, depth, palette, transparency } = pixels;
  const raw = sampleReader(pixels);
  const whole = 2 ** depth - 1;
  const scaled = (x: number, y: number, sample: number): number => (raw(x, y, sample) * 255) / whole;
  const entry = (index: number): Rgba => {
    const part = (offset: number): number => palette[3 * index + offset] ?? 0;
    return [part(0), part(1), part(2), transparency[index] ?? 255];
  };
  const grey = (value: number, alpha: number): Rgba => [value, value, value, alpha];
  const keyed = keyReader(pixels, raw);
  if (colourType === 3) return (x, y) => entry(raw(x, y, 0));
  if (colourType === 0) return (x, y) => grey(scaled(x, y, 0), keyed(x, y) ? 0 : 255);
  if (colourType === 4) return (x, y) => grey(scaled(x, y, 0), scaled(x, y, 1));
  const alpha = (x: number, y: number): number => (colourType === 6 ? scaled(x, y, 3) : keyed(x, y) ? 0 : 255);
  return (x, y) => [scaled(x, y, 0), scaled(x, y, 1), scaled(x, y, 2), alpha(x, y)];
}

type SampleReader = (x: number, y: number, sample: number) => number;

/** Samples as they stand in the file: 0 to 2^depth - 1. */
function sampleReader({ colourType, depth, rows, height }: Pixels): SampleReader {
  const rowLength = rows.length / height;
  const samples = COLOUR_TYPES[colourType]?.samples ?? 1;
  const byteAt = (at: number): number => rows[at] ?? 0;
  return (x, y, sample) => {
    const bit = (x * samples + sample) * depth;
    const at = y * rowLength + Math.floor(bit / 8);
    if (depth === 16) return byteAt(at) * 256 + byteAt(at + 1);
    return (byteAt(at) >> (8 - depth - (bit % 8))) & (2 ** depth - 1);
  };
}

/** Whether a pixel is of the one colour that tRNS declares transparent; it holds 16 bits for each sample. */
function keyReader({ colourType, transparency }: Pixels, raw: SampleReader): (x: number, y: number) => boolean {
  const key = Array.from({ length: Math.floor(transparency.length / 2) }, (_, n) => {
    const [high = 0, low = 0] = transparency.subarray(2 * n);
    return high * 256 + low;
  });
  if (key.length !== COLOUR_TYPES[colourType]?.samples) return () => false;
  return (x, y) => key.every((value, sample) => raw(x, y, sample) === value);
}
