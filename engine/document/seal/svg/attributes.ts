import { SealProblem } from '../seal-refusal.ts';
import type { XmlElement } from './xml.ts';

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const LENGTH = new RegExp(`^\\s*(${NUMBER})(px|pt|pc|mm|cm|in)?\\s*$`);
/** CSS Values 4, 6.2: 96 px are an inch. */
const PIXELS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };

/** A length attribute in user units, or `otherwise` when the element doesn't have it. Throws SealProblem. */
export function lengthOf(element: XmlElement, attribute: string, otherwise = 0): number {
  const value = element.attributes.get(attribute);
  return value === undefined ? otherwise : (parseLength(value) ?? badValue(element, attribute, value));
}

/** Undefined for what isn't a length, percentages among them. */
export function parseLength(value: string): number | undefined {
  const [, number, unit = 'px'] = LENGTH.exec(value) ?? [];
  return number === undefined ? undefined : Number(number) * (PIXELS[unit] ?? 1);
}

/** Numbers between blanks or commas; undefined when anything else is among them. */
export function parseNumbers(value: string): number[] | undefined {
  const list = value.trim();
  if (list === '') return [];
  const numbers = list.split(/\s*,\s*|\s+/).map((number) => (LENGTH.test(number) ? Number(number) : Number.NaN));
  return numbers.every(Number.isFinite) ? numbers : undefined;
}

export function badValue({ line, name }: XmlElement, attribute: string, value: string): never {
  throw new SealProblem({ kind: 'bad-value', element: name, attribute, value: value.slice(0, 40), line });
}

export function unsupported({ line, name }: XmlElement, attribute: string): never {
  throw new SealProblem({ kind: 'unsupported-attribute', element: name, attribute, line });
}
