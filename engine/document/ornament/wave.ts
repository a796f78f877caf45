import { type Canvas, decimal, numbers, strokeState } from '../drawing/canvas.ts';
import { FRAME, PAGE } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';

// A quarter of a sine wave as a cubic Bézier curve, exact to a third of a thousandth.
const QUARTER = { x1: 0.512_286_6, y1: 0.512_286_6, x2: 1.002_313_7, y2: 1, x3: Math.PI / 2, y3: 1 };
const STRANDS = 4;

/** One period of the frame's waves, drawn once and repeated along each edge. `length` is that of a period. */
export interface WaveTile {
  length: number;
  height: number;
  operators: string;
}

/** How many tiles fit an edge exactly, and how long each is. */
function tilesAlong(edge: number): { count: number; length: number } {
  const count = Math.round(edge / 17);
  return { count, length: edge / count };
}

/** Strands of sine waves, each a part of a period ahead of the one before. */
export function waveTile(length: number): WaveTile {
  const height = FRAME.inner - FRAME.outer;
  const strands = Array.from({ length: STRANDS }, (_, strand) =>
    sine((strand / STRANDS) * length, length, height * 0.4),
  );
  const inner = Array.from({ length: 2 }, (_, strand) => sine((strand / 2) * length, length, height * 0.2));
  return {
    length,
    height,
    operators: [strokeState(PALETTE.wave, 0.35), ...strands, strokeState(PALETTE.waveGold, 0.35), ...inner].join('\n'),
  };
}

/** Places the tiles named by `horizontal` and `vertical` around the page. */
export function drawWaves(canvas: Canvas, horizontal: string, vertical: string): void {
  const { across, along, tileX, tileY } = frameTiles();
  const middle = (FRAME.outer + FRAME.inner) / 2;
  for (let i = 0; i < across; i += 1) {
    const x = FRAME.inner + i * tileX;
    place(canvas, horizontal, `1 0 0 1 ${numbers(x, middle)}`);
    place(canvas, horizontal, `1 0 0 1 ${numbers(x, PAGE.height - middle)}`);
  }
  for (let i = 0; i < along; i += 1) {
    const y = FRAME.inner + i * tileY;
    place(canvas, vertical, `0 1 -1 0 ${numbers(middle, y)}`);
    place(canvas, vertical, `0 1 -1 0 ${numbers(PAGE.width - middle, y)}`);
  }
}

export function frameTiles(): { across: number; along: number; tileX: number; tileY: number } {
  const horizontal = tilesAlong(PAGE.width - 2 * FRAME.inner);
  const vertical = tilesAlong(PAGE.height - 2 * FRAME.inner);
  return { across: horizontal.count, tileX: horizontal.length, along: vertical.count, tileY: vertical.length };
}

function place(canvas: Canvas, name: string, matrix: string): void {
  canvas.operators(`q ${matrix} cm /${name} Do Q`);
}

// Two periods, of which the tile's box shows what lies within: strands start where the tile before left them.
function sine(phase: number, length: number, amplitude: number): string {
  const unit = length / (2 * Math.PI);
  const points: string[] = [];
  const at = (x: number, y: number): string => `${decimal(x * unit + phase - length, 2)} ${decimal(y * amplitude, 2)}`;
  points.push(`${at(0, 0)} m`);
  for (let quarter = 0; quarter < 8; quarter += 1) points.push(quarterCurve(quarter, at));
  return `${points.join(' ')} S`;
}

function quarterCurve(quarter: number, at: (x: number, y: number) => string): string {
  const start = (quarter * Math.PI) / 2;
  const sign = quarter % 4 < 2 ? 1 : -1;
  const { x1, y1, x2, y2, x3, y3 } = QUARTER;
  if (quarter % 2 === 0)
    return `${at(start + x1, sign * y1)} ${at(start + x2, sign * y2)} ${at(start + x3, sign * y3)} c`;
  return `${at(start + x3 - x2, sign * y2)} ${at(start + x3 - x1, sign * y1)} ${at(start + x3, 0)} c`;
}
