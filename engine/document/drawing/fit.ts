import type { Canvas, TextStyle } from './canvas.ts';

/** Lines of text that fit a width, all in one style. */
export interface Fitted {
  lines: string[];
  style: TextStyle;
}

const STEP = 0.25;

/** `text` in one line of at most `width` points, as large as `style` or as small as it takes. */
export function fitLine(canvas: Canvas, text: string, style: TextStyle, width: number): Fitted {
  const natural = canvas.width(text, style);
  const spacing = (style.spacing ?? 0) * Math.min(1, width / natural);
  return { lines: [text], style: { ...style, size: fittedSize(style.size, natural, width), spacing } };
}

/** The size at which a text that is `natural` wide at `size` takes at most `width` points; never a larger one. */
export function fittedSize(size: number, natural: number, width: number): number {
  const scaled = size * Math.min(1, width / natural);
  return Math.floor(scaled / STEP) * STEP || scaled;
}

/** Where lines may stand: points, and a line's height in sizes of its type. */
export interface Box {
  width: number;
  height: number;
  leading: number;
}

/**
 * `text` in one line if it fits at `smallest` points or more, else in as many lines as it takes at that size, and
 * smaller still if these are higher than the box: a value that somebody sent may not run over its neighbours.
 */
export function fitLines(canvas: Canvas, text: string, style: TextStyle, box: Box, smallest: number): Fitted {
  const one = fitLine(canvas, text, style, box.width);
  if (one.style.size >= smallest) return one;
  for (let size = smallest; ; size -= STEP) {
    const small = { ...style, size };
    const lines = balanced(unitsOf(canvas, text, small, box.width), box.width, size / 4);
    if (size <= STEP || lines.length * size * box.leading <= box.height) return { lines, style: small };
  }
}

/** What is not broken, in points. */
interface Unit {
  text: string;
  /** To where the next one starts. */
  advance: number;
  /** Without the space at its end. */
  width: number;
}

// Between any two characters, as Chinese is set, but never before closing punctuation or a combining mark, and inside a
// word, or one that every such name has, only if no line is long enough for it.
const UNIT = /[A-Za-z0-9'’.-]+ ?|(?:职业资格|证书|.)\p{Mark}*[，。、；：！？）》」』·,;:)\]]*/gu;

function unitsOf(canvas: Canvas, text: string, style: TextStyle, width: number): Unit[] {
  const spacing = style.spacing ?? 0;
  const measured = (unit: string): Unit => ({
    text: unit,
    advance: canvas.width(unit, style) + spacing,
    width: canvas.width(unit.trimEnd(), style),
  });
  const whole = (text.match(UNIT) ?? []).map(measured);
  return whole.flatMap((unit) => (unit.width > width ? Array.from(unit.text, measured) : [unit]));
}

// As few lines as it takes, and these about as long as each other.
function balanced(units: readonly Unit[], width: number, step: number): string[] {
  const { length } = wrap(units, width);
  let narrow = units.reduce((sum, { advance }) => sum + advance, 0) / length;
  while (narrow < width && wrap(units, narrow).length > length) narrow += step;
  return wrap(units, Math.min(narrow, width));
}

function wrap(units: readonly Unit[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let end = 0;
  for (const unit of units) {
    if (line !== '' && end + unit.width > width) {
      lines.push(line.trimEnd());
      line = '';
      end = 0;
    }
    line += unit.text;
    end += unit.advance;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
