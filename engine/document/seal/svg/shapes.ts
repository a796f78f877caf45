import { badValue, lengthOf, parseNumbers } from './attributes.ts';
import { parsePathData, type Point, type Segment } from './path-data.ts';
import type { XmlElement } from './xml.ts';

/** The outline of each element that draws (SVG 2, 10), in its own coordinates. */
export const SHAPES: Readonly<Record<string, (element: XmlElement) => Segment[]>> = {
  path(element) {
    const data = element.attributes.get('d') ?? '';
    return parsePathData(data) ?? badValue(element, 'd', data);
  },
  rect(element) {
    const [width, height] = [lengthOf(element, 'width'), lengthOf(element, 'height')];
    if (width <= 0 || height <= 0) return [];
    const rx = Math.min(lengthOf(element, 'rx', lengthOf(element, 'ry')), width / 2);
    const ry = Math.min(lengthOf(element, 'ry', lengthOf(element, 'rx')), height / 2);
    return rectangle([lengthOf(element, 'x'), lengthOf(element, 'y')], [width, height], [rx, ry]);
  },
  circle(element) {
    const radius = lengthOf(element, 'r');
    return ellipse(lengthOf(element, 'cx'), lengthOf(element, 'cy'), radius, radius);
  },
  ellipse(element) {
    const [rx, ry] = [lengthOf(element, 'rx'), lengthOf(element, 'ry')];
    return ellipse(lengthOf(element, 'cx'), lengthOf(element, 'cy'), rx, ry);
  },
  line(element) {
    const end = (number: 1 | 2): Point => [lengthOf(element, `x${number}`), lengthOf(element, `y${number}`)];
    return polyline([end(1), end(2)]);
  },
  polyline: (element) => polyline(pointsOf(element)),
  polygon(element) {
    const points = pointsOf(element);
    return points.length === 0 ? [] : [...polyline(points), { kind: 'close' }];
  },
};

function rectangle([x, y]: Point, [width, height]: Point, [rx, ry]: Point): Segment[] {
  const [right, bottom] = [x + width, y + height];
  if (rx <= 0 || ry <= 0) {
    return [
      ...polyline([
        [x, y],
        [right, y],
        [right, bottom],
        [x, bottom],
      ]),
      { kind: 'close' },
    ];
  }
  const corner = `a${rx} ${ry} 0 0 1`;
  const data = [
    `M${x + rx} ${y}H${right - rx}${corner} ${rx} ${ry}V${bottom - ry}${corner} ${-rx} ${ry}`,
    `H${x + rx}${corner} ${-rx} ${-ry}V${y + ry}${corner} ${rx} ${-ry}Z`,
  ];
  return parsePathData(data.join('')) ?? [];
}

function ellipse(cx: number, cy: number, rx: number, ry: number): Segment[] {
  if (rx <= 0 || ry <= 0) return [];
  const half = `a${rx} ${ry} 0 0 1`;
  return parsePathData(`M${cx + rx} ${cy}${half} ${-2 * rx} 0${half} ${2 * rx} 0Z`) ?? [];
}

function polyline(points: readonly Point[]): Segment[] {
  return points.map((to, index) => ({ kind: index === 0 ? 'move' : 'line', to }));
}

function pointsOf(element: XmlElement): Point[] {
  const text = element.attributes.get('points') ?? '';
  const values = parseNumbers(text);
  if (!values || values.length % 2 !== 0) return badValue(element, 'points', text);
  return Array.from({ length: values.length / 2 }, (_, index) => [values[2 * index] ?? 0, values[2 * index + 1] ?? 0]);
}
