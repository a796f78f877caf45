import type { MessageEntity } from 'grammy/types';
import { byteOffset, EntityParseError, type FormattedText } from './formatted-text.ts';
import { linkTarget } from './parse-html.ts';

const ENDS: Record<string, string> = { _: '_', '*': '*', '`': '`', '```': '```', '[': ']' };

/** Reads `parse_mode: Markdown`, the legacy style: no nesting, no escaping inside entities. Throws EntityParseError. */
export function parseMarkdown(source: string): FormattedText {
  const entities: MessageEntity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    const next = source.charAt(at + 1);
    if (char === '\\' && '_*`['.includes(next) && next !== '') {
      text += next;
      at += 2;
      continue;
    }
    const mark = source.startsWith('```', at) ? '```' : char;
    const end = ENDS[mark];
    if (end === undefined) {
      text += char;
      at += 1;
      continue;
    }
    const close = source.indexOf(end, at + mark.length);
    if (close === -1) {
      throw new EntityParseError(`Can't find end of the entity starting at byte offset ${byteOffset(source, at)}`);
    }
    const inner = source.slice(at + mark.length, close);
    const { shown, entity, width } = read(mark, inner, source.slice(close + end.length));
    if (entity && shown !== '') entities.push({ ...entity, offset: text.length, length: shown.length });
    text += shown;
    at = close + end.length + width;
  }
  return { text, entities };
}

type Kind =
  | { type: 'bold' | 'italic' | 'code' | 'pre' }
  | { type: 'pre'; language: string }
  | { type: 'text_link'; url: string };

function read(mark: string, inner: string, rest: string): { shown: string; entity?: Kind; width: number } {
  if (mark === '*') return { shown: inner, entity: { type: 'bold' }, width: 0 };
  if (mark === '_') return { shown: inner, entity: { type: 'italic' }, width: 0 };
  if (mark === '`') return { shown: inner, entity: { type: 'code' }, width: 0 };
  if (mark === '[') return readLink(inner, rest);
  const fence = /^([^\s`]*)\n/.exec(inner);
  const shown = fence ? inner.slice(fence[0].length) : inner;
  const language = fence?.[1];
  return { shown, entity: language ? { type: 'pre', language } : { type: 'pre' }, width: 0 };
}

function readLink(inner: string, rest: string): { shown: string; entity?: Kind; width: number } {
  const target = /^\(([^)]*)\)/.exec(rest);
  if (!target) return { shown: inner, width: 0 };
  const url = linkTarget(target[1] ?? '');
  const link = { shown: inner, width: target[0].length };
  return url === undefined ? link : { ...link, entity: { type: 'text_link', url } };
}
