import type { Colour } from '../../drawing/palette.ts';
import { badValue, parseLength, parseNumbers, unsupported } from './attributes.ts';
import type { XmlElement } from './xml.ts';

/** How a shape is painted; what elements hand on to those inside them (SVG 2, 13). Lengths are user units. */
export interface Paint {
  fill: Colour | null;
  evenOdd: boolean;
  stroke: Colour | null;
  width: number;
  /** As PDF numbers them: ISO 32000-1, tables 54 and 55. */
  cap: 0 | 1 | 2;
  join: 0 | 1 | 2;
  miterLimit: number;
  dashes: readonly number[];
  dashOffset: number;
  /** What currentColor stands for. */
  colour: Colour;
  hidden: boolean;
}

const BLACK: Colour = [0, 0, 0];

export const INITIAL_PAINT: Paint = {
  fill: BLACK,
  evenOdd: false,
  stroke: null,
  width: 1,
  cap: 0,
  join: 0,
  miterLimit: 4,
  dashes: [],
  dashOffset: 0,
  colour: BLACK,
  hidden: false,
};

const CAPS: Readonly<Record<string, Paint['cap']>> = { butt: 0, round: 1, square: 2 };
const JOINS: Readonly<Record<string, Paint['join']>> = { miter: 0, round: 1, bevel: 2 };
/** The colours of CSS that a seal may need by name. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  crimson: '#dc143c',
  darkred: '#8b0000',
  firebrick: '#b22222',
  brown: '#a52a2a',
  blue: '#0000ff',
  navy: '#000080',
  green: '#008000',
  gold: '#ffd700',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
};

/** What would change the picture and isn't done here, with the values that change nothing. */
const UNTOUCHED: Readonly<Record<string, RegExp>> = {
  opacity: /^(?:1(?:\.0*)?|100%)$/,
  'fill-opacity': /^(?:1(?:\.0*)?|100%)$/,
  'stroke-opacity': /^(?:1(?:\.0*)?|100%)$/,
  'clip-path': /^none$/,
  mask: /^none$/,
  filter: /^none$/,
  marker: /^none$/,
  'marker-start': /^none$/,
  'marker-mid': /^none$/,
  'marker-end': /^none$/,
  'vector-effect': /^none$/,
  'mix-blend-mode': /^normal$/,
  'paint-order': /^(?:normal|fill\b.*)$/,
};

type Change = (paint: Paint, value: string) => Partial<Paint> | undefined;

const PROPERTIES: Readonly<Record<string, Change>> = {
  color: (_, value) => defined('colour', parseColour(value)),
  fill: (paint, value) => paintOf('fill', paint, value),
  stroke: (paint, value) => paintOf('stroke', paint, value),
  'fill-rule': (_, value) => (/^(?:nonzero|evenodd)$/.test(value) ? { evenOdd: value === 'evenodd' } : undefined),
  'stroke-width': (_, value) => defined('width', positive(parseLength(value))),
  'stroke-linecap': (_, value) => defined('cap', CAPS[value]),
  'stroke-linejoin': (_, value) => defined('join', JOINS[value]),
  'stroke-miterlimit': (_, value) => defined('miterLimit', positive(parseLength(value))),
  'stroke-dasharray': (_, value) => (value === 'none' ? { dashes: [] } : defined('dashes', dashes(value))),
  'stroke-dashoffset': (_, value) => defined('dashOffset', parseLength(value)),
  display: (paint, value) => ({ hidden: paint.hidden || value === 'none' }),
  visibility: (_, value) => ({ hidden: value !== 'visible' }),
};

/** What an element's attributes and its `style`, which wins, make of what it inherits. Throws SealProblem. */
export function paintWith(inherited: Paint, element: XmlElement): Paint {
  const style = (element.attributes.get('style') ?? '').split(';').map((declaration) => declaration.split(':', 2));
  const styled = style.map(([name = '', value = '']): [string, string] => [name.trim(), value.trim()]);
  const given = new Map([...element.attributes, ...styled]);
  let paint = inherited;
  // What currentColor means has to be known first.
  for (const name of ['color', ...given.keys()]) {
    const value = given.get(name)?.trim();
    if (value === undefined || value === 'inherit') continue;
    if (/^on|^(?:xlink:)?href$/.test(name)) unsupported(element, name);
    if (UNTOUCHED[name]?.test(value) === false) unsupported(element, name);
    const change = PROPERTIES[name];
    if (change) paint = { ...paint, ...(change(paint, value) ?? badValue(element, name, value)) };
  }
  return paint;
}

function paintOf(key: 'fill' | 'stroke', { colour }: Paint, value: string): Partial<Paint> | undefined {
  if (value === 'none' || value === 'transparent') return { [key]: null };
  return defined(key, value.toLowerCase() === 'currentcolor' ? colour : parseColour(value));
}

function parseColour(value: string): Colour | undefined {
  const lower = value.toLowerCase();
  const hex = NAMED[lower] ?? lower.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  const [, ...pairs] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(hex) ?? [];
  const [, ...decimals] = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(lower) ?? [];
  const parts = pairs.length > 0 ? pairs.map((pair) => Number.parseInt(pair, 16)) : decimals.map(Number);
  const [red, green, blue] = parts.map((part) => Math.min(255, part) / 255);
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue];
}

function dashes(value: string): number[] | undefined {
  const lengths = parseNumbers(value);
  return lengths?.every((length) => length >= 0) ? lengths : undefined;
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 ? value : undefined;
}

function defined<Key extends keyof Paint>(key: Key, value: Paint[Key] | undefined): Partial<Paint> | undefined {
  return value === undefined ? undefined : { [key]: value };
}
