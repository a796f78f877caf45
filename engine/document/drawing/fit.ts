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

/** `text` in one line if it fits at `smallest` points or more, else in as many lines as it takes at that size. */
export function fitLines(canvas: Canvas, text: string, style: TextStyle, width: number, smallest: number): Fitted {
  const one = fitLine(canvas, text, style, width);
  if (one.style.size >= smallest) return one;
  const small = { ...style, size: smallest };
  return { lines: balanced(canvas, text, small, width), style: small };
}

// As few lines as it takes, and these about as long as each other.
function balanced(canvas: Canvas, text: string, style: TextStyle, width: number): string[] {
  const { length } = wrap(canvas, text, style, width);
  let narrow = canvas.width(text, style) / length;
  while (narrow < width && wrap(canvas, text, style, narrow).length > length) narrow += style.size / 4;
  return wrap(canvas, text, style, Math.min(narrow, width));
}

// Between any two characters, as Chinese is set, but never before closing punctuation or inside a word.
function wrap(canvas: Canvas, text: string, style: TextStyle, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of text.match(/[A-Za-z0-9'’.-]+ ?|.[，。、；：！？）》」』·,;:)\]]*/gu) ?? []) {
    if (line !== '' && canvas.width((line + unit).trimEnd(), style) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += unit;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
