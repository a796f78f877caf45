import type { Point, Segment } from './path-data.ts';

export interface Arc {
  rx: number;
  ry: number;
  /** Of the ellipse's x axis, in degrees. */
  rotation: number;
  large: boolean;
  sweep: boolean;
  to: Point;
}

/** An elliptical arc as cubic curves of at most a quarter turn each (SVG 2, appendix B.2.4). */
export function arcToCurves(from: Point, arc: Arc): Segment[] {
  const { to } = arc;
  if (from[0] === to[0] && from[1] === to[1]) return [];
  if (arc.rx === 0 || arc.ry === 0) return [{ kind: 'line', to }];
  const { centre, rx, ry, start, turn, tilt } = centred(from, arc);
  const onEllipse = (x: number, y: number): Point => [
    centre[0] + rx * x * Math.cos(tilt) - ry * y * Math.sin(tilt),
    centre[1] + rx * x * Math.sin(tilt) + ry * y * Math.cos(tilt),
  ];
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / count;
  const reach = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: count }, (_, index): Segment => {
    const [a, b] = [start + index * step, start + (index + 1) * step];
    const [cosA, sinA, cosB, sinB] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    return {
      kind: 'curve',
      control1: onEllipse(cosA - reach * sinA, sinA + reach * cosA),
      control2: onEllipse(cosB + reach * sinB, sinB - reach * cosB),
      to: index === count - 1 ? to : onEllipse(cosB, sinB),
    };
  });
}

// From end points to centre and angles (B.2.4); radii that are too short to reach are scaled up (B.2.5).
function centred(from: Point, { large, rotation, rx: givenX, ry: givenY, sweep, to }: Arc) {
  const tilt = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  const [halfX, halfY] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * halfX + sin * halfY, -sin * halfX + cos * halfY];
  const short = Math.sqrt((x / givenX) ** 2 + (y / givenY) ** 2);
  const [rx, ry] = [Math.abs(givenX) * Math.max(1, short), Math.abs(givenY) * Math.max(1, short)];
  const spread = rx ** 2 * y ** 2 + ry ** 2 * x ** 2;
  const factor = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, (rx ** 2 * ry ** 2 - spread) / spread));
  const [cx, cy] = [(factor * rx * y) / ry, (-factor * ry * x) / rx];
  const centre: Point = [cos * cx - sin * cy + (from[0] + to[0]) / 2, sin * cx + cos * cy + (from[1] + to[1]) / 2];
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx);
  const end = Math.atan2((-y - cy) / ry, (-x - cx) / rx);
  let turn = end - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  return { centre, rx, ry, start, turn, tilt };
}
