import { deflateSync } from 'node:zlib';

import { PAPER, type Raster } from './read-png.ts';

/** A picture as an image of a PDF holds it (ISO 32000-1, 8.9.5): a byte for each pixel, deflated. */
export interface PackedImage {
  width: number;
  height: number;
  /** The colours that the bytes are numbers of, three bytes each. */
  palette: Uint8Array;
  samples: Uint8Array;
}

const MOST_COLOURS = 256;
/**
 * Shades of each primary colour that are told apart, most first. Sixteen are enough for the soft edges of one ink, and
 * six make 216 colours at the most.
 */
const SHADES = [16, 8, 6];

/** At most `side` pixels along the longer side, each the mean of those that it stands for. */
export function shrunk(raster: Raster, side: number): Raster {
  const scale = Math.min(1, side / Math.max(raster.width, raster.height));
  if (scale === 1) return raster;
  const width = Math.max(1, Math.round(raster.width * scale));
  const height = Math.max(1, Math.round(raster.height * scale));
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, to += 3) {
      const box = [
        Math.floor((x * raster.width) / width),
        Math.floor((y * raster.height) / height),
        Math.ceil(((x + 1) * raster.width) / width),
        Math.ceil(((y + 1) * raster.height) / height),
      ] as const;
      for (let part = 0; part < 3; part += 1) rgb[to + part] = mean(raster, box, part);
    }
  }
  return { width, height, rgb };
}

/** With as many shades as 256 colours allow: photographs suffer, stamps don't. */
export function packed({ height, rgb, width }: Raster): PackedImage {
  for (const shades of SHADES) {
    const indexed = indexes(rgb, shades);
    if (indexed)
      return { width, height, palette: indexed.palette, samples: deflateSync(indexed.samples, { level: 9 }) };
  }
  throw new RangeError('six shades make more than 256 colours');
}

function mean({ rgb, width }: Raster, [left, top, right, bottom]: readonly number[], part: number): number {
  let [sum, count] = [0, 0];
  for (let y = top ?? 0; y < (bottom ?? 0); y += 1) {
    for (let x = left ?? 0; x < (right ?? 0); x += 1) {
      sum += rgb[(y * width + x) * 3 + part] ?? 0;
      count += 1;
    }
  }
  return Math.round(sum / count);
}

function indexes(rgb: Uint8Array, shades: number): { palette: Uint8Array; samples: Uint8Array } | undefined {
  const shade = Uint8Array.from(
    { length: 256 },
    (_, part) => Math.round((part * (shades - 1)) / 255) * (255 / (shades - 1)),
  );
  // The paper stays as it is, so that no edge shows around what was transparent.
  const paper = colourOf(PAPER[0], PAPER[1], PAPER[2]);
  const known = new Map([[paper, 0]]);
  const samples = new Uint8Array(rgb.length / 3);
  for (let at = 0; at < samples.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = rgb.subarray(3 * at, 3 * at + 3);
    const exact = colourOf(red, green, blue);
    const colour = exact === paper ? paper : colourOf(shade[red], shade[green], shade[blue]);
    const index = known.get(colour) ?? known.size;
    if (index === MOST_COLOURS) return undefined;
    known.set(colour, index);
    samples[at] = index;
  }
  const palette = [...known.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
  return { palette: Uint8Array.from(palette), samples };
}

function colourOf(red = 0, green = 0, blue = 0): number {
  return (red << 16) | (green << 8) | blue;
}
