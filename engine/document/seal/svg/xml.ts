import { SealProblem } from '../seal-refusal.ts';

/** An element without its texts, which a picture has no use for. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  line: number;
}

const NAME = String.raw`[A-Za-z_][\w:.-]*`;
const SKIPPED = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|[^<]+/y;
const DOCTYPE = /<!DOCTYPE[^>]*>/y;
const TAG = new RegExp(String.raw`<(/?)(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`, 'y');
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const DEEPEST = 40;

/**
 * The root element of an XML text. Knows no declarations and follows nothing: what needs either is refused. Throws
 * SealProblem.
 */
export function parseXml(text: string): XmlElement {
  const roots: XmlElement[] = [];
  const open: XmlElement[] = [];
  let line = 1;
  for (let at = 0, passed = ''; at < text.length; at += passed.length) {
    line += passed.split('\n').length - 1;
    const skipped = matchAt(SKIPPED, text, at) ?? doctype(text, at, line);
    const tag = skipped ?? matchAt(TAG, text, at);
    if (!tag) throw malformed(line);
    [passed] = tag;
    if (!skipped) takeTag(tag, line, open, roots);
  }
  const [root] = roots;
  if (!root || roots.length > 1 || open.length > 0) throw malformed(line);
  return root;
}

function takeTag(tag: RegExpExecArray, line: number, open: XmlElement[], roots: XmlElement[]): void {
  const [, closing, name = '', attributes = '', empty] = tag;
  if (closing === '/') {
    if (open.pop()?.name !== name) throw malformed(line);
    return;
  }
  const element = { name, attributes: readAttributes(attributes, line), children: [], line };
  (open.at(-1)?.children ?? roots).push(element);
  if (empty === '/') return;
  open.push(element);
  if (open.length > DEEPEST) throw malformed(line);
}

// Drawing programs write a document type that only names SVG; one with declarations is another matter.
function doctype(text: string, at: number, line: number): RegExpExecArray | null {
  const found = matchAt(DOCTYPE, text, at);
  if (found?.[0].includes('[')) throw new SealProblem({ kind: 'declarations', line });
  return found;
}

function readAttributes(text: string, line: number): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw malformed(line);
    attributes.set(name, unescape(double ?? single ?? '', line));
  }
  return attributes;
}

function unescape(value: string, line: number): string {
  return value.replaceAll(/&([^;]*);?/g, (_, entity: string) => {
    const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(entity) ?? [];
    const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES[entity];
    if (character === undefined) throw malformed(line);
    return character;
  });
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function malformed(line: number): SealProblem {
  return new SealProblem({ kind: 'malformed-xml', line });
}
