import { arcToCurves } from './arc.ts';

export type Point = readonly [x: number, y: number];

/** A piece of an outline, in absolute coordinates. */
export type Segment =
  | { kind: 'move'; to: Point }
  | { kind: 'line'; to: Point }
  | { kind: 'curve'; control1: Point; control2: Point; to: Point }
  | { kind: 'close' };

const NUMBER = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
// An arc's flags may stand together without anything between them (SVG 2, 9.3.9).
const FLAG = /[\s,]*([01])/y;
const COMMAND = /[\s,]*([MmLlHhVvCcSsQqTtAaZz])/y;
const REST = /[\s,]*$/y;

/** What each command takes: so many numbers, in an arc's case with two flags among them. */
const TAKES: Readonly<Record<string, string>> = {
  M: 'nn',
  L: 'nn',
  H: 'n',
  V: 'n',
  C: 'nnnnnn',
  S: 'nnnn',
  Q: 'nnnn',
  T: 'nn',
  A: 'nnnffnn',
  Z: '',
};

/** The `d` of a path (SVG 2, 9.3) as lines and cubic curves; undefined when it isn't one. */
export function parsePathData(text: string): Segment[] | undefined {
  const pen = new Pen();
  const reader = new Reader(text);
  for (let command = reader.read(COMMAND); command !== undefined; command = reader.read(COMMAND)) {
    const takes = TAKES[command.toUpperCase()] ?? '';
    if (pen.segments.length === 0 && command.toUpperCase() !== 'M') return undefined;
    for (let first = true; first || (takes !== '' && reader.numberFollows()); first = false) {
      const values = Array.from(takes, (kind) => Number(reader.read(kind === 'f' ? FLAG : NUMBER) ?? Number.NaN));
      if (!values.every(Number.isFinite)) return undefined;
      // Further pairs after a move are lines (9.3.3).
      pen.draw(first || command.toUpperCase() !== 'M' ? command : lineLike(command), values);
    }
  }
  return reader.read(REST) === undefined ? undefined : pen.segments;
}

function lineLike(move: string): string {
  return move === 'M' ? 'L' : 'l';
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found ? (found[1] ?? '') : undefined;
  }

  numberFollows(): boolean {
    NUMBER.lastIndex = this.#at;
    return NUMBER.test(this.#text);
  }
}

class Pen {
  readonly segments: Segment[] = [];
  #at: Point = [0, 0];
  #start: Point = [0, 0];
  /** The last control point, of which S and T take the reflection, and of which kind its curve was. */
  #control: { of: 'C' | 'Q'; at: Point } | undefined;

  draw(command: string, values: readonly number[]): void {
    const upper = command.toUpperCase();
    const [originX, originY] = command === upper ? [0, 0] : this.#at;
    const n = (index: number): number => values[index] ?? 0;
    const point = (index: number): Point => [originX + n(index), originY + n(index + 1)];
    const control = this.#control;
    this.#control = undefined;
    if (upper === 'M') this.#move(point(0));
    else if (upper === 'Z') this.#close();
    else if (upper === 'L') this.#line(point(0));
    else if (upper === 'H') this.#line([originX + n(0), this.#at[1]]);
    else if (upper === 'V') this.#line([this.#at[0], originY + n(0)]);
    else if (upper === 'C') this.#curve(point(0), point(2), point(4));
    else if (upper === 'S') this.#curve(this.#reflected(control, 'C'), point(0), point(2));
    else if (upper === 'Q') this.#quadratic(point(0), point(2));
    else if (upper === 'T') this.#quadratic(this.#reflected(control, 'Q'), point(0));
    else this.#arc(n(0), n(1), n(2), n(3) === 1, n(4) === 1, point(5));
  }

  #move(to: Point): void {
    this.segments.push({ kind: 'move', to });
    this.#at = to;
    this.#start = to;
  }

  #close(): void {
    this.segments.push({ kind: 'close' });
    this.#at = this.#start;
  }

  #line(to: Point): void {
    this.segments.push({ kind: 'line', to });
    this.#at = to;
  }

  #curve(control1: Point, control2: Point, to: Point): void {
    this.segments.push({ kind: 'curve', control1, control2, to });
    this.#at = to;
    this.#control = { of: 'C', at: control2 };
  }

  #quadratic(control: Point, to: Point): void {
    const toward = (from: Point): Point => [
      from[0] + (2 / 3) * (control[0] - from[0]),
      from[1] + (2 / 3) * (control[1] - from[1]),
    ];
    this.#curve(toward(this.#at), toward(to), to);
    this.#control = { of: 'Q', at: control };
  }

  #arc(rx: number, ry: number, rotation: number, large: boolean, sweep: boolean, to: Point): void {
    for (const curve of arcToCurves(this.#at, { rx, ry, rotation, large, sweep, to })) this.segments.push(curve);
    this.#at = to;
  }

  #reflected(control: { of: 'C' | 'Q'; at: Point } | undefined, of: 'C' | 'Q'): Point {
    if (control?.of !== of) return this.#at;
    return [2 * this.#at[0] - control.at[0], 2 * this.#at[1] - control.at[1]];
  }
}
