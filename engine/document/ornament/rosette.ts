import { decimal, strokeState } from '../drawing/canvas.ts';
import type { Colour } from '../drawing/palette.ts';

/** A guilloche: one petalled curve, turned on itself. Lengths are points. */
export interface Rosette {
  radius: number;
  /** How far the petals reach inwards, as a part of the radius. */
  depth: number;
  petals: number;
  /** How many copies of the curve lie over each other. */
  turns: number;
  colour: Colour;
  line: number;
}

const POINTS_PER_PETAL = 10;

/** Operators that draw the rosette around the origin. */
export function drawRosette(rosette: Rosette): string {
  return [strokeState(rosette.colour, rosette.line), ...rosetteTurns(rosette, `${petals(rosette)} s`)].join('\n');
}

/** Operators that draw it by repeating a form of its curve, which keeps a large rosette small as a file. */
export function repeatRosette(rosette: Rosette, form: string): string {
  return rosetteTurns(rosette, `/${form} Do`).join('\n');
}

/** Operators for the one curve that `repeatRosette` repeats. */
export function rosetteCurve(rosette: Rosette): string {
  return `${strokeState(rosette.colour, rosette.line)} ${petals(rosette)} s`;
}

function rosetteTurns({ petals: count, turns }: Rosette, operators: string): string[] {
  return Array.from({ length: turns }, (_, turn) => {
    const angle = (turn / turns) * ((2 * Math.PI) / count);
    const [cos, sin, minusSin] = [Math.cos(angle), Math.sin(angle), -Math.sin(angle)].map((value) => decimal(value, 5));
    return `q ${cos} ${sin} ${minusSin} ${cos} 0 0 cm ${operators} Q`;
  });
}

// A closed Catmull-Rom spline through the points of r(θ) = R (1 − d/2 + d/2 cos nθ), as Bézier curves.
function petals({ depth, petals: count, radius }: Rosette): string {
  const total = count * POINTS_PER_PETAL;
  const point = (index: number): [number, number] => {
    const angle = (index / total) * 2 * Math.PI;
    const reach = radius * (1 - depth / 2 + (depth / 2) * Math.cos(count * angle));
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  };
  const [x, y] = point(0);
  const parts = [`${decimal(x, 1)} ${decimal(y, 1)} m`];
  for (let index = 0; index < total; index += 1) {
    const [before, from, to, after] = [point(index - 1), point(index), point(index + 1), point(index + 2)];
    const near = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const far = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    parts.push(`${[...near, ...far, ...to].map((value) => decimal(value, 1)).join(' ')} c`);
  }
  return parts.join(' ');
}
