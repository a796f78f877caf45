import type { Structure } from '../pdf/structure.ts';
import type { Canvas } from '../drawing/canvas.ts';
import type { Field } from './fields.ts';
import { fitLine, fitLines } from '../drawing/fit.ts';
import { GRID, LEFT, RIGHT, WIDTH } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import { type Tagged, tagged } from './tagged.ts';
import { NOTHING } from './wording.ts';

const LABEL = { size: 9.5, weight: 'regular', colour: PALETTE.muted, spacing: 0.9 } as const;
const LABEL_GLOSS = { size: 6.3, weight: 'regular', colour: PALETTE.muted } as const;
const VALUE = { size: 12.5, weight: 'regular', colour: PALETTE.ink } as const;
const VALUE_GLOSS = { size: 6.8, weight: 'regular', colour: PALETTE.muted } as const;
const SMALLEST = 9;
const VALUE_LEADING = 1.25;
/** How high a value's lines may be in their row, by themselves and above a gloss. */
const VALUE_HEIGHT = { alone: GRID.row - 4, glossed: GRID.row - 15.5 };

/** A field's place, in points. */
interface Cell {
  left: number;
  bottom: number;
  width: number;
  /** Whether any value in its row has a gloss: then all stand as high. */
  glossed: boolean;
}

/** The fields in rows with a hairline between them. */
export function drawGrid(canvas: Canvas, structure: Structure, rows: readonly (readonly Field[])[]): void {
  canvas.marked('artifact', () => drawLines(canvas, rows.length));
  for (const [index, row] of rows.entries()) {
    const bottom = GRID.top - (index + 1) * GRID.row;
    const width = WIDTH / row.length;
    const glossed = row.some(({ gloss }) => gloss !== undefined);
    for (const [column, field] of row.entries()) {
      const pen = tagged(canvas, structure, structure.element('P'));
      drawField(canvas, pen, field, { left: LEFT + column * width, bottom, width, glossed });
    }
  }
}

function drawLines(canvas: Canvas, rows: number): void {
  canvas.stroke(PALETTE.teal, 0.8);
  canvas.line(LEFT, GRID.top, RIGHT, GRID.top);
  canvas.line(LEFT, GRID.top - rows * GRID.row, RIGHT, GRID.top - rows * GRID.row);
  canvas.stroke(PALETTE.hairline, 0.5);
  for (let row = 1; row < rows; row += 1)
    canvas.line(LEFT, GRID.top - row * GRID.row, RIGHT, GRID.top - row * GRID.row);
}

function drawField(canvas: Canvas, pen: Tagged, field: Field, { bottom, glossed, left, width }: Cell): void {
  pen.chinese(() => canvas.text(left + 4, bottom + 19, field.label['zh-CN'], LABEL));
  pen.english(() => canvas.text(left + 4, bottom + 9, field.label.en, LABEL_GLOSS));
  drawValue(canvas, pen, field, { left: left + GRID.label, bottom, width: width - GRID.label - 6, glossed });
}

function drawValue(canvas: Canvas, pen: Tagged, field: Field, { bottom, glossed, left, width }: Cell): void {
  const { gloss, value } = field;
  const colour = value === null ? PALETTE.muted : PALETTE.ink;
  const style = { ...VALUE, colour, weight: field.strong ? ('bold' as const) : VALUE.weight };
  const height = gloss === undefined ? VALUE_HEIGHT.alone : VALUE_HEIGHT.glossed;
  const box = { width, height, leading: VALUE_LEADING };
  const { lines, style: fitted } = fitLines(canvas, value ?? NOTHING, style, box, SMALLEST);
  const more = lines.length - 1;
  const raised = gloss !== undefined || (glossed && more === 0);
  const middle = bottom + GRID.row / 2 + (raised ? 4.5 : 0);
  const leading = fitted.size * VALUE_LEADING;
  // Single lines share a baseline, however small they are.
  const first = middle - (more === 0 ? VALUE.size : fitted.size) * 0.36 + (more * leading) / 2;
  pen.chinese(() => {
    for (const [index, line] of lines.entries()) canvas.text(left, first - index * leading, line, fitted);
  });
  if (gloss === undefined) return;
  pen.english(() => canvas.text(left, bottom + 7, gloss, fitLine(canvas, gloss, VALUE_GLOSS, width).style));
}
