import type { Point, Segment } from './path-data.ts';

/** x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const FUNCTIONS = /^[\s,]*(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([^()]*\)[\s,]*)*$/;
const FUNCTION = /(\w+)\s*\(([^()]*)\)/g;

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function place([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

export function placeSegment(matrix: Matrix, segment: Segment): Segment {
  if (segment.kind === 'close') return segment;
  const to = place(matrix, segment.to);
  if (segment.kind !== 'curve') return { kind: segment.kind, to };
  return { kind: 'curve', control1: place(matrix, segment.control1), control2: place(matrix, segment.control2), to };
}

/** How much longer everything gets; undefined when that depends on the direction. */
export function evenScale([a, b, c, d]: Matrix): number | undefined {
  const [along, across] = [Math.hypot(a, b), Math.hypot(c, d)];
  const even = Math.abs(along - across) <= 1e-4 * along && Math.abs(a * c + b * d) <= 1e-4 * along * across;
  return even ? along : undefined;
}

/** A `transform` attribute (CSS Transforms 1, 7); undefined when it isn't one. */
export function parseTransform(text: string): Matrix | undefined {
  if (!FUNCTIONS.test(text)) return undefined;
  let whole = IDENTITY;
  for (const [, name = '', list = ''] of text.matchAll(FUNCTION)) {
    const values =
      list.trim() === ''
        ? []
        : list
            .trim()
            .split(/\s*,\s*|\s+/)
            .map(Number);
    const matrix = values.every(Number.isFinite) ? one(name, values) : undefined;
    if (!matrix) return undefined;
    whole = multiply(whole, matrix);
  }
  return whole;
}

type Build = (a: number, b: number, c: number, d: number, e: number, f: number) => Matrix;

/** What each function may be given so many values of, and what it makes of them. */
const BUILDERS: Readonly<Record<string, { counts: readonly number[]; build: Build }>> = {
  matrix: { counts: [6], build: (...values) => values },
  translate: { counts: [1, 2], build: (x, y) => [1, 0, 0, 1, x, y] },
  rotate: { counts: [1, 3], build: (angle, x, y) => rotation(radians(angle), x, y) },
  skewX: { counts: [1], build: (angle) => [1, 0, Math.tan(radians(angle)), 1, 0, 0] },
  skewY: { counts: [1], build: (angle) => [1, Math.tan(radians(angle)), 0, 1, 0, 0] },
};

function one(name: string, values: readonly number[]): Matrix | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
  if (name === 'scale') return [1, 2].includes(values.length) ? [a, 0, 0, values[1] ?? a, 0, 0] : undefined;
  const builder = BUILDERS[name];
  return builder?.counts.includes(values.length) ? builder.build(a, b, c, d, e, f) : undefined;
}

function rotation(angle: number, x: number, y: number): Matrix {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return multiply([cos, sin, -sin, cos, x, y], [1, 0, 0, 1, -x, -y]);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
