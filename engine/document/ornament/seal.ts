import type { Issuer } from '../../registry/catalogue.ts';
import type { Canvas, TextStyle } from '../drawing/canvas.ts';
import { decimal, numbers } from '../drawing/canvas.ts';
import { fitLines } from '../drawing/fit.ts';
import { SEAL } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import type { PackedImage } from '../seal/png/pack-image.ts';
import type { SealPicture } from '../seal/seal-picture.ts';
import { WORDING } from '../page/wording.ts';
import { drawRosette } from './rosette.ts';

const RADIUS = SEAL.size / 2;
const INK = { weight: 'bold', colour: PALETTE.seal } as const;
const RING_TEXT = { above: '样张 SPECIMEN 样张', below: '仅供演示 · NOT VALID' };
// A circle's quarter as a Bézier curve.
const KAPPA = 0.552_284_75;

/** The name under which a seal's content stream finds its image. */
export const SEAL_IMAGE = 'Seal';

/**
 * The seal's picture in a square of SEAL.size with the origin at its lower left corner. A demonstration issuer's says
 * so all around, whatever picture there is; an issuer that brought none gets a plain frame with its name, never an
 * invented round seal. Answers the image that it paints, if it paints one.
 */
export function drawSeal(canvas: Canvas, issuer: Issuer, picture: SealPicture | undefined): PackedImage | null {
  if (!issuer.specimen && picture?.kind === 'image') return drawImage(canvas, picture.image);
  if (issuer.specimen) drawSpecimenSeal(canvas);
  else if (picture?.kind === 'vector') canvas.operators(picture.operators);
  else drawNameFrame(canvas, issuer);
  return null;
}

function drawImage(canvas: Canvas, image: PackedImage): PackedImage {
  const scale = SEAL.size / Math.max(image.width, image.height);
  const [across, up] = [image.width * scale, image.height * scale];
  const [x, y] = [(SEAL.size - across) / 2, (SEAL.size - up) / 2];
  canvas.operators(`q ${numbers(across, 0, 0, up, x, y)} cm /${SEAL_IMAGE} Do Q`);
  return image;
}

function drawSpecimenSeal(canvas: Canvas): void {
  canvas.operators(`1 0 0 1 ${RADIUS} ${RADIUS} cm`);
  canvas.operators(drawRosette({ radius: 29, depth: 0.3, petals: 18, turns: 3, colour: PALETTE.seal, line: 0.22 }));
  canvas.stroke(PALETTE.seal, 2.4);
  canvas.operators(circle(RADIUS - 1.6));
  canvas.stroke(PALETTE.seal, 0.6);
  canvas.operators(circle(RADIUS - 5.2), circle(31.5));
  drawArc(canvas, RING_TEXT.above, 35.8, { ...INK, size: 11, spacing: 1 }, 'above');
  drawArc(canvas, RING_TEXT.below, 43.4, { ...INK, size: 7.5, spacing: 0.8 }, 'below');
  canvas.fill(PALETTE.white);
  canvas.rectangle(-26, -12.5, 52, 26);
  canvas.operators('f');
  canvas.centred(1.5, -3.5, WORDING.specimen['zh-CN'], { ...INK, size: 19, spacing: 3 });
  canvas.centred(0.4, -11, WORDING.specimen.en, { ...INK, size: 6.4, spacing: 0.8 });
}

function drawNameFrame(canvas: Canvas, issuer: Issuer): void {
  const [width, height, bottom] = [SEAL.size - 4, 46, 31];
  canvas.stroke(PALETTE.seal, 1.4);
  canvas.rectangle(2, bottom, width, height);
  canvas.operators('S');
  const box = { width: width - 12, height: 25, leading: 1.28 };
  const { lines, style } = fitLines(canvas, issuer.name['zh-CN'], { ...INK, size: 13 }, box, 9);
  const leading = style.size * box.leading;
  const first = bottom + 30 - style.size * 0.38 + ((lines.length - 1) * leading) / 2;
  for (const [index, line] of lines.entries()) canvas.centred(RADIUS, first - index * leading, line, style);
  const caption = bottom + (lines.length > 1 ? 7.5 : 10);
  canvas.centred(RADIUS, caption, WORDING.signatureField['zh-CN'], { ...INK, size: 9, spacing: 2 });
}

/** Text around the origin, read clockwise along the top or counter-clockwise along the bottom. */
function drawArc(canvas: Canvas, text: string, radius: number, style: TextStyle, side: 'above' | 'below'): void {
  const turn = side === 'above' ? -1 : 1;
  const total = canvas.width(text, style);
  let along = -total / 2;
  for (const character of text) {
    const width = canvas.width(character, style);
    const angle = (turn * (along + width / 2)) / radius;
    const upright = side === 'above' ? angle + Math.PI / 2 : angle - Math.PI / 2;
    const tilt = angle;
    const x = radius * Math.cos(upright) - (width / 2) * Math.cos(tilt);
    const y = radius * Math.sin(upright) - (width / 2) * Math.sin(tilt);
    canvas.text(x, y, character, { ...style, spacing: 0 }, tilt);
    along += width + (style.spacing ?? 0);
  }
}

function circle(radius: number): string {
  const [r, k] = [decimal(radius), decimal(radius * KAPPA)];
  return [
    `${r} 0 m`,
    `${r} ${k} ${k} ${r} 0 ${r} c`,
    `-${k} ${r} -${r} ${k} -${r} 0 c`,
    `-${r} -${k} -${k} -${r} 0 -${r} c`,
    `${k} -${r} ${r} -${k} ${r} 0 c s`,
  ].join(' ');
}
