import type { FaceRun, Weight } from '../font/font-faces.ts';
import type { Colour } from './palette.ts';

/** Says which faces a text needs and how wide it is. Both throw MissingGlyphFault. */
export interface Measure {
  runs(text: string, weight: Weight): FaceRun[];
  /** In thousandths of the font size. */
  width(text: string, weight: Weight): number;
}

/** How a text looks. Sizes are points. */
export interface TextStyle {
  size: number;
  weight: Weight;
  colour: Colour;
  /** Extra space after each character. */
  spacing?: number;
}

/** The glyphs of `text` in a face, as the hex digits of two-byte codes. */
export type Encode = (face: number, text: string) => string;

/** What a content stream marks a piece as (ISO 32000-1, 14.6). Pieces don't nest: not every reader copes with that. */
export type Mark = { tag: string; mcid: number; language?: 'en' } | 'artifact';

/**
 * Collects the operators of a content stream. Texts stay texts until `render`, because glyph codes are known only
 * once every text is.
 */
export class Canvas {
  readonly #measure: Measure;
  readonly #pieces: (string | FaceRun)[] = [];

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  /** The characters that were set, by face. */
  characters(): Map<number, Set<string>> {
    const used = new Map<number, Set<string>>();
    for (const piece of this.#pieces) {
      if (typeof piece === 'string') continue;
      const set = used.get(piece.face) ?? new Set();
      for (const character of piece.text) set.add(character);
      used.set(piece.face, set);
    }
    return used;
  }

  render(encode: Encode): string {
    return this.#pieces
      .map((piece) => (typeof piece === 'string' ? piece : `<${encode(piece.face, piece.text)}>`))
      .join('');
  }

  /** Operators as they are. */
  operators(...lines: readonly string[]): void {
    for (const line of lines) this.#pieces.push(`${line}\n`);
  }

  /** Draws with the graphics state put back afterwards. */
  saved(draw: () => void): void {
    this.operators('q');
    draw();
    this.operators('Q');
  }

  marked(mark: Mark, draw: () => void): void {
    this.operators(opening(mark));
    draw();
    this.operators('EMC');
  }

  fill(colour: Colour): void {
    this.operators(`${numbers(...colour)} rg`);
  }

  stroke(colour: Colour, width: number): void {
    this.operators(strokeState(colour, width));
  }

  /** A path of a rectangle, not yet painted. */
  rectangle(x: number, y: number, width: number, height: number): void {
    this.operators(`${numbers(x, y, width, height)} re`);
  }

  line(x1: number, y1: number, x2: number, y2: number): void {
    this.operators(`${numbers(x1, y1)} m ${numbers(x2, y2)} l S`);
  }

  width(text: string, style: TextStyle): number {
    const spacing = (style.spacing ?? 0) * (Array.from(text).length - 1);
    return (this.#measure.width(text, style.weight) * style.size) / 1000 + spacing;
  }

  /** A line of text whose baseline starts at x, y, turned counter-clockwise by `angle` radians. */
  text(x: number, y: number, text: string, style: TextStyle, angle = 0): void {
    this.#pieces.push(textStart(x, y, style, angle));
    for (const run of this.#measure.runs(text, style.weight)) {
      this.#pieces.push(`/F${run.face} ${decimal(style.size)} Tf `, run, ' Tj\n');
    }
    this.operators('ET');
  }

  centred(x: number, y: number, text: string, style: TextStyle): void {
    this.text(x - this.width(text, style) / 2, y, text, style);
  }

  rightAligned(x: number, y: number, text: string, style: TextStyle): void {
    this.text(x - this.width(text, style), y, text, style);
  }
}

/** A number as PDF writes it: to so many decimal places, never with an exponent. */
export function decimal(value: number, places = 3): string {
  // Several times as fast as toFixed, of which every copy would need hundreds.
  const unit = UNITS[places] ?? 10 ** places;
  const rounded = Math.round(value * unit) / unit;
  return rounded === 0 ? '0' : String(rounded);
}

const UNITS = [1, 10, 100, 1000, 10_000, 100_000];

/** Operands, as `decimal` writes them. */
export function numbers(...values: readonly number[]): string {
  return values.map((value) => decimal(value)).join(' ');
}

/** What comes before a text at x, y, turned by `angle` radians: colour, spacing, place. */
export function textStart(x: number, y: number, { colour, spacing = 0 }: TextStyle, angle = 0): string {
  const [cos, sin, minusSin] = [Math.cos(angle), Math.sin(angle), -Math.sin(angle)].map((value) => decimal(value, 5));
  const matrix = `${cos} ${sin} ${minusSin} ${cos} ${numbers(x, y)}`;
  return `${numbers(...colour)} rg\nBT ${decimal(spacing)} Tc ${matrix} Tm\n`;
}

/** The operators that set a line's colour and width. */
export function strokeState(colour: Colour, width: number): string {
  return `${numbers(...colour)} RG ${decimal(width)} w`;
}

function opening(mark: Mark): string {
  if (mark === 'artifact') return '/Artifact BMC';
  // A language can be given to a Span only (14.9.2.3).
  if (mark.language) return `/Span <</Lang (${mark.language}) /MCID ${mark.mcid}>> BDC`;
  return `/${mark.tag} <</MCID ${mark.mcid}>> BDC`;
}
