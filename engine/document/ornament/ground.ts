import { type Canvas, numbers } from '../drawing/canvas.ts';
import { CENTRE, FRAME, GRID, PAGE } from '../drawing/geometry.ts';
import { type Colour, PALETTE } from '../drawing/palette.ts';
import { WORDING } from '../page/wording.ts';
import { repeatRosette } from './rosette.ts';
import { drawWaves } from './wave.ts';

/** Names under which the page's resources hold what the ground repeats. */
export const ORNAMENTS = { horizontal: 'WaveX', vertical: 'WaveY', corner: 'Corner', petals: 'Petals' } as const;

/** The pale one beneath the fields. */
export const GROUND_ROSETTE = { radius: 170, depth: 0.62, petals: 16, turns: 9, colour: PALETTE.rosette, line: 0.4 };

const ROSETTE_Y = GRID.top - 145;

/** Paper, frame and rosettes: everything that lies beneath the text. */
export function drawGround(canvas: Canvas, specimen: boolean): void {
  canvas.fill(PALETTE.paper);
  canvas.rectangle(0, 0, PAGE.width, PAGE.height);
  canvas.operators('f');
  canvas.saved(() => {
    canvas.operators(`1 0 0 1 ${numbers(CENTRE, ROSETTE_Y)} cm`, repeatRosette(GROUND_ROSETTE, ORNAMENTS.petals));
  });
  if (specimen) drawSpecimenMarks(canvas);
  drawWaves(canvas, ORNAMENTS.horizontal, ORNAMENTS.vertical);
  drawCorners(canvas);
  drawFrameLines(canvas);
}

function drawFrameLines(canvas: Canvas): void {
  canvas.stroke(PALETTE.teal, 1.1);
  frame(canvas, FRAME.outer - 1.5);
  canvas.stroke(PALETTE.teal, 0.4);
  frame(canvas, FRAME.outer + 0.8);
  frame(canvas, FRAME.inner - 0.8);
  canvas.stroke(PALETTE.gold, 0.5);
  frame(canvas, FRAME.inner + 3.2);
}

function drawCorners(canvas: Canvas): void {
  const middle = (FRAME.outer + FRAME.inner) / 2;
  const side = FRAME.inner - FRAME.outer;
  for (const x of [middle, PAGE.width - middle]) {
    for (const y of [middle, PAGE.height - middle]) {
      canvas.fill(PALETTE.paper);
      canvas.rectangle(x - side / 2, y - side / 2, side, side);
      canvas.operators('f');
      canvas.stroke(PALETTE.teal, 0.4);
      canvas.rectangle(x - side / 2 + 0.8, y - side / 2 + 0.8, side - 1.6, side - 1.6);
      canvas.operators('S');
      place(canvas, ORNAMENTS.corner, x, y);
    }
  }
}

// So many that no crop of the page is without one, and clear of the band, which has its own.
function drawSpecimenMarks(canvas: Canvas): void {
  for (const y of [134, 464, 589, 714]) drawSpecimenMark(canvas, { x: CENTRE, y, size: 52, colour: PALETTE.specimen });
}

/** What says on a specimen that it is one, pale enough to read the fields through. */
export interface SpecimenMark {
  /** Its middle. */
  x: number;
  y: number;
  size: number;
  colour: Colour;
}

const TILT = Math.PI / 12;

export function drawSpecimenMark(canvas: Canvas, { colour, size, x, y }: SpecimenMark): void {
  const style = { size, weight: 'bold', colour, spacing: size / 10 } as const;
  const text = `${WORDING.specimen['zh-CN']} ${WORDING.specimen.en}`;
  const [along, up] = [canvas.width(text, style) / 2, 0.37 * size];
  const [cos, sin] = [Math.cos(TILT), Math.sin(TILT)];
  canvas.text(x - along * cos + up * sin, y - along * sin - up * cos, text, style, TILT);
}

function frame(canvas: Canvas, inset: number): void {
  canvas.rectangle(inset, inset, PAGE.width - 2 * inset, PAGE.height - 2 * inset);
  canvas.operators('S');
}

function place(canvas: Canvas, name: string, x: number, y: number): void {
  canvas.operators(`q 1 0 0 1 ${numbers(x, y)} cm /${name} Do Q`);
}
