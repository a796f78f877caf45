import type { PDFContext, PDFRawStream, PDFRef } from 'pdf-lib';

import { GROUND_ROSETTE, ORNAMENTS } from '../ornament/ground.ts';
import { drawRosette, rosetteCurve } from '../ornament/rosette.ts';
import { SEAL_IMAGE } from '../ornament/seal.ts';
import { frameTiles, waveTile } from '../ornament/wave.ts';
import { SEAL } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import type { PackedImage } from '../seal/png/pack-image.ts';
import { deflated } from './embed-font.ts';

type Box = readonly [number, number, number, number];

const CORNER_RADIUS = 6.4;

/** What the ground repeats, drawn once, by the names that it uses. */
export function registerOrnaments(context: PDFContext): Record<string, PDFRef> {
  const { tileX, tileY } = frameTiles();
  const corner = { radius: CORNER_RADIUS, depth: 0.9, petals: 8, turns: 2, colour: PALETTE.teal, line: 0.25 };
  return {
    [ORNAMENTS.horizontal]: context.register(wave(context, tileX)),
    [ORNAMENTS.vertical]: context.register(wave(context, tileY)),
    [ORNAMENTS.corner]: context.register(form(context, around(CORNER_RADIUS + 1), drawRosette(corner))),
    [ORNAMENTS.petals]: context.register(
      form(context, around(GROUND_ROSETTE.radius + 1), rosetteCurve(GROUND_ROSETTE)),
    ),
  };
}

/** The seal as the signature field's appearance; `image` is what its operators paint, if they paint one. */
export function registerSeal(
  context: PDFContext,
  operators: string,
  fonts: Record<string, PDFRef>,
  image: PackedImage | null,
): PDFRef {
  const images = image ? { [SEAL_IMAGE]: registerImage(context, image) } : {};
  return context.register(form(context, [0, 0, SEAL.size, SEAL.size], operators, { Font: fonts, XObject: images }));
}

function registerImage(context: PDFContext, { height, palette, samples, width }: PackedImage): PDFRef {
  const colours = context.register(deflated(context, palette));
  const stream = context.stream(samples, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: ['Indexed', 'DeviceRGB', palette.length / 3 - 1, colours],
    Filter: 'FlateDecode',
  });
  return context.register(stream);
}

/** The appearance of a field that nobody has signed. */
export function emptyForm(context: PDFContext): PDFRawStream {
  return form(context, [0, 0, SEAL.size, SEAL.size], '');
}

function wave(context: PDFContext, length: number): PDFRawStream {
  const tile = waveTile(length);
  return form(context, [0, -tile.height / 2, length, tile.height / 2], tile.operators);
}

function form(
  context: PDFContext,
  box: Box,
  operators: string,
  resources: Record<string, Record<string, PDFRef>> = {},
): PDFRawStream {
  return deflated(context, operators, { Type: 'XObject', Subtype: 'Form', BBox: [...box], Resources: resources });
}

function around(radius: number): Box {
  return [-radius, -radius, radius, radius];
}
