import { deflateSync } from 'node:zlib';

import { done, refused, type Result } from '../../result.ts';
import { isPng, readPng } from './png/read-png.ts';
import { packed, type PackedImage, shrunk } from './png/pack-image.ts';
import { SealProblem, type SealRefusal } from './seal-refusal.ts';
import { svgOperators } from './svg/svg-picture.ts';

/** An issuer's seal, ready to be drawn into the seal's square. Plain data. */
export type SealPicture = { kind: 'vector'; operators: string } | { kind: 'image'; image: PackedImage };

const LARGEST_FILE = 2 * 1024 * 1024;
const LARGEST_SVG = 512 * 1024;
/** What a picture may add to each copy, in bytes: of 100 kB, this is left beside the longest values and HEAVIEST_SIGNATURE. */
export const HEAVIEST_SEAL = 8 * 1024;
/** 300, 200 and 150 dots per inch on the 38 mm of a seal: as sharp as the weight allows. */
const SIDES = [450, 300, 225];

/** Reads a seal picture, SVG or PNG. What is transparent shows the page's paper. */
export function readSealPicture(file: Uint8Array): Result<SealPicture, SealRefusal> {
  const png = isPng(file);
  const most = png ? LARGEST_FILE : LARGEST_SVG;
  if (file.length > most) return refused({ kind: 'file-too-large', bytes: file.length, most });
  try {
    return done(png ? imagePicture(file) : vectorPicture(file));
  } catch (error) {
    if (error instanceof SealProblem) return refused(error.refusal);
    throw error;
  }
}

function vectorPicture(file: Uint8Array): SealPicture {
  const text = utf8(file);
  if (text === undefined || !/<(?:svg:)?svg[\s>]/.test(text)) throw new SealProblem({ kind: 'unknown-format' });
  const operators = svgOperators(text);
  const bytes = deflateSync(operators).length;
  if (bytes > HEAVIEST_SEAL) throw new SealProblem({ kind: 'too-heavy', bytes, most: HEAVIEST_SEAL });
  return { kind: 'vector', operators };
}

function imagePicture(file: Uint8Array): SealPicture {
  const raster = readPng(file);
  const images = SIDES.map((side) => packed(shrunk(raster, side)));
  const image = images.find((one) => weight(one) <= HEAVIEST_SEAL);
  if (image) return { kind: 'image', image };
  const bytes = Math.min(...images.map(weight));
  throw new SealProblem({ kind: 'too-heavy', bytes, most: HEAVIEST_SEAL });
}

function weight({ palette, samples }: PackedImage): number {
  return palette.length + samples.length;
}

function utf8(file: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}
