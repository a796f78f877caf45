import type { MessageEntity } from 'grammy/types';
import { byteOffset, EntityParseError, type FormattedText } from './formatted-text.ts';

/** An open tag: what it makes of the text between it and its end tag. */
interface OpenTag {
  name: string;
  start: number;
  attributes: Map<string, string>;
}

const SIMPLE = new Map<string, 'bold' | 'italic' | 'strikethrough' | 'underline' | 'spoiler'>([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['tg-spoiler', 'spoiler'],
]);
const OTHERS = new Set(['a', 'span', 'tg-emoji', 'code', 'pre', 'blockquote']);
const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
]);
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot));?/giy;
const ATTRIBUTE = /\s*([^\s=>/"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/y;

/** Reads `parse_mode: HTML` (Bot API, "HTML style"). Throws EntityParseError. */
export function parseHtml(source: string): FormattedText {
  const stack: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '&') {
      const [decoded, next] = decodeReference(source, at);
      text += decoded;
      at = next;
    } else if (char !== '<') {
      text += char;
      at += 1;
    } else if (source[at + 1] === '/') {
      const end = readEndTag(source, at, stack);
      entities.push(...closeTag(end.tag, text));
      at = end.next;
    } else {
      const start = readStartTag(source, at);
      stack.push({ ...start.tag, start: text.length });
      at = start.next;
    }
  }
  const open = stack.at(-1);
  if (open) throw new EntityParseError(`Can't find end tag corresponding to start tag "${open.name}"`);
  return { text, entities: mergePreformatted(entities) };
}

function decodeReference(source: string, at: number): [string, number] {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source);
  if (!match) return ['&', at + 1];
  const [whole, hex, decimal, name] = match;
  if (name) return [NAMED.get(name.toLowerCase()) ?? whole, at + whole.length];
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  if (code === 0 || code > 0x10_ff_ff) return ['&', at + 1];
  return [String.fromCodePoint(code), at + whole.length];
}

function readStartTag(source: string, at: number): { tag: Omit<OpenTag, 'start'>; next: number } {
  const name = (/^[^\s>]*/.exec(source.slice(at + 1))?.[0] ?? '').toLowerCase();
  const offset = byteOffset(source, at);
  if (!source.includes('>', at)) throw new EntityParseError(`Unclosed start tag at byte offset ${offset}`);
  if (!SIMPLE.has(name) && !OTHERS.has(name)) {
    throw new EntityParseError(`Unsupported start tag "${name}" at byte offset ${offset}`);
  }
  const { attributes, next } = readAttributes(source, at + 1 + name.length, name, offset);
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw new EntityParseError(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`);
  }
  return { tag: { name, attributes }, next };
}

function readAttributes(source: string, from: number, name: string, offset: number) {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    while (/\s/.test(source.charAt(at))) at += 1;
    if (at >= source.length) throw new EntityParseError(`Unclosed start tag "${name}" at byte offset ${offset}`);
    if (source[at] === '>') return { attributes, next: at + 1 };
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(source);
    if (!match) throw new EntityParseError(`Empty attribute name in the tag "${name}" at byte offset ${offset}`);
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    attributes.set(match[1]?.toLowerCase() ?? '', decodeAll(value));
    at += match[0].length;
  }
}

function decodeAll(value: string): string {
  let decoded = '';
  for (let at = 0; at < value.length;) {
    const [piece, next] = value[at] === '&' ? decodeReference(value, at) : [value.charAt(at), at + 1];
    decoded += piece;
    at = next;
  }
  return decoded;
}

function readEndTag(source: string, at: number, stack: OpenTag[]): { tag: OpenTag; next: number } {
  const offset = byteOffset(source, at);
  const tag = stack.pop();
  if (!tag) throw new EntityParseError(`Unexpected end tag at byte offset ${offset}`);
  const close = source.indexOf('>', at);
  if (close === -1) throw new EntityParseError(`Unclosed end tag at byte offset ${offset}`);
  const name = source
    .slice(at + 2, close)
    .trim()
    .toLowerCase();
  if (name && name !== tag.name) {
    throw new EntityParseError(
      `Unmatched end tag at byte offset ${offset}, expected "</${tag.name}>", found "</${name}>"`,
    );
  }
  return { tag, next: close + 1 };
}

function closeTag(tag: OpenTag, text: string): MessageEntity[] {
  const place = { offset: tag.start, length: text.length - tag.start };
  if (place.length === 0) return [];
  const simple = SIMPLE.get(tag.name);
  if (simple) return [{ type: simple, ...place }];
  switch (tag.name) {
    case 'span':
      return [{ type: 'spoiler', ...place }];
    case 'a':
      return link(tag.attributes.get('href') || text.slice(tag.start), place);
    case 'tg-emoji':
      return [{ type: 'custom_emoji', custom_emoji_id: tag.attributes.get('emoji-id') ?? '', ...place }];
    case 'blockquote':
      return [{ type: tag.attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', ...place }];
    case 'pre':
      return [{ type: 'pre', ...place }];
    default: {
      const language = /^language-(.+)/.exec(tag.attributes.get('class') ?? '')?.[1];
      return [language ? { type: 'pre', language, ...place } : { type: 'code', ...place }];
    }
  }
}

// Telegram shows the words of a link that leads nowhere, without the link.
function link(href: string, place: { offset: number; length: number }): MessageEntity[] {
  const url = linkTarget(href);
  return url === undefined ? [] : [{ type: 'text_link', url, ...place }];
}

/** The address a link or button leads to, or undefined when Telegram takes it for no address. */
export function linkTarget(href: string): string | undefined {
  const candidate = /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : `http://${href}`;
  if (!URL.canParse(candidate)) return undefined;
  const url = new URL(candidate);
  if (url.protocol === 'tg:' || url.protocol === 'ton:') return url.href;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  return url.hostname.includes('.') ? url.href : undefined;
}

// `<pre><code class="language-x">` is one block of code with a language, not two entities.
function mergePreformatted(entities: MessageEntity[]): MessageEntity[] {
  const languages = entities.filter((entity) => entity.type === 'pre' && entity.language !== undefined);
  const wrapped = (entity: MessageEntity): boolean =>
    entity.type === 'pre' && entity.language === undefined && languages.some((inner) => samePlace(inner, entity));
  return entities.flatMap((entity): MessageEntity[] => {
    if (wrapped(entity)) return [];
    const bare = entity.type === 'pre' && entity.language !== undefined;
    const inPre = entities.some((other) => other !== entity && other.type === 'pre' && samePlace(other, entity));
    return bare && !inPre ? [{ type: 'code', offset: entity.offset, length: entity.length }] : [entity];
  });
}

function samePlace(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset === b.offset && a.length === b.length;
}
