import { decimal } from '../../drawing/canvas.ts';
import { SEAL } from '../../drawing/geometry.ts';
import { SealProblem } from '../seal-refusal.ts';
import { badValue, lengthOf, parseNumbers, unsupported } from './attributes.ts';
import { evenScale, IDENTITY, type Matrix, multiply, parseTransform, placeSegment } from './matrix.ts';
import { INITIAL_PAINT, type Paint, paintWith } from './paint.ts';
import type { Segment } from './path-data.ts';
import { SHAPES } from './shapes.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** Elements that draw nothing by themselves. */
const SILENT = new Set(['title', 'desc', 'metadata', 'defs']);

/**
 * An SVG picture as operators of a content stream, fitted into the seal's square (SVG 2, 8.6: as large as it goes,
 * centred). Understands groups, paths, basic shapes, plain colours and transforms; whatever else would show in a browser
 * is refused rather than left out. Throws SealProblem.
 */
export function svgOperators(text: string): string {
  const root = parseXml(text);
  if (localName(root) !== 'svg') throw new SealProblem({ kind: 'unknown-format' });
  const drawn: string[] = [];
  drawChildren(root, { matrix: fitted(root), paint: paintWith(INITIAL_PAINT, root) }, drawn);
  if (drawn.length === 0) throw new SealProblem({ kind: 'nothing-drawn' });
  return drawn.join('\n');
}

interface State {
  matrix: Matrix;
  paint: Paint;
}

function drawChildren(parent: XmlElement, state: State, drawn: string[]): void {
  for (const element of parent.children) {
    const name = localName(element);
    if (name === undefined || SILENT.has(name)) continue;
    const outline = SHAPES[name];
    if (!outline && name !== 'g') {
      throw new SealProblem({ kind: 'unsupported-element', element: name, line: element.line });
    }
    const matrix = multiply(state.matrix, transformOf(element));
    const inside = { matrix, paint: paintWith(state.paint, element) };
    if (outline) drawShape(element, outline(element), inside, drawn);
    else if (!inside.paint.hidden) drawChildren(element, inside, drawn);
  }
}

function drawShape(element: XmlElement, outline: readonly Segment[], { matrix, paint }: State, drawn: string[]): void {
  const stroked = paint.stroke !== null && paint.width > 0;
  if (paint.hidden || outline.length === 0 || (!paint.fill && !stroked)) return;
  const path = outline.map((segment) => pathOperator(placeSegment(matrix, segment))).join(' ');
  const lines: string[] = [];
  if (paint.fill) lines.push(`${colour(paint.fill)} rg`);
  if (stroked) {
    // A pen that is wider one way than the other would need the shape to be drawn in coordinates of its own.
    const scale = evenScale(matrix) ?? unsupported(element, 'stroke');
    lines.push(strokeOperators(paint, scale));
  }
  const fillRule = paint.evenOdd ? '*' : '';
  if (paint.fill) lines.push(path, stroked ? `B${fillRule}` : `f${fillRule}`);
  else lines.push(path, 'S');
  drawn.push(lines.join('\n'));
}

function colour(parts: readonly number[]): string {
  return parts.map((part) => decimal(part)).join(' ');
}

function strokeOperators(paint: Paint, scale: number): string {
  const dashes = paint.dashes.every((dash) => dash === 0) ? [] : paint.dashes;
  return [
    `${colour(paint.stroke ?? [])} RG`,
    `${numbers(paint.width * scale)} w ${paint.cap} J ${paint.join} j ${numbers(Math.max(1, paint.miterLimit))} M`,
    `[${numbers(...dashes.map((dash) => dash * scale))}] ${numbers(paint.dashOffset * scale)} d`,
  ].join(' ');
}

// A hundredth of a point is seven times finer than a printer.
function numbers(...values: readonly number[]): string {
  return values.map((value) => decimal(value, 2)).join(' ');
}

function pathOperator(segment: Segment): string {
  if (segment.kind === 'close') return 'h';
  if (segment.kind === 'curve') return `${numbers(...segment.control1, ...segment.control2, ...segment.to)} c`;
  return `${numbers(...segment.to)} ${segment.kind === 'move' ? 'm' : 'l'}`;
}

function transformOf(element: XmlElement): Matrix {
  const text = element.attributes.get('transform');
  return text === undefined ? IDENTITY : (parseTransform(text) ?? badValue(element, 'transform', text));
}

// PDF counts upwards from the lower left corner, SVG downwards from the upper left.
function fitted(root: XmlElement): Matrix {
  const [x, y, width, height] = viewBox(root);
  const scale = SEAL.size / Math.max(width, height);
  const left = (SEAL.size - width * scale) / 2;
  const top = (SEAL.size + height * scale) / 2;
  return [scale, 0, 0, -scale, left - x * scale, top + y * scale];
}

function viewBox(root: XmlElement): [number, number, number, number] {
  const text = root.attributes.get('viewBox');
  const values = text === undefined ? [0, 0, lengthOf(root, 'width'), lengthOf(root, 'height')] : parseNumbers(text);
  const [x, y, width, height] = values ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    return badValue(root, 'viewBox', text ?? '');
  }
  return width > 0 && height > 0 ? [x, y, width, height] : badValue(root, 'viewBox', text ?? '');
}

/** Undefined for elements that drawing programs keep for themselves, under a prefix of their own. */
function localName({ name }: XmlElement): string | undefined {
  const [prefix, local] = name.split(':');
  if (local === undefined) return prefix;
  return prefix === 'svg' ? local : undefined;
}
