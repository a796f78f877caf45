import type { MessageEntity } from 'grammy/types';
import { withDetectedEntities } from '../../text/detect-entities.ts';
import { countCharacters, EntityParseError, type FormattedText, trimmed } from '../../text/formatted-text.ts';
import { parseHtml } from '../../text/parse-html.ts';
import { parseMarkdown } from '../../text/parse-markdown.ts';
import { parseMarkdownV2 } from '../../text/parse-markdown-v2.ts';
import { badRequest } from '../api-error.ts';
import { isRecord, type Parameters } from '../parameters.ts';

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;

/** The text of a message, 1–4096 characters after parsing. */
export function readText(parameters: Parameters): FormattedText {
  const formatted = readFormatted(parameters, 'text', 'entities');
  if (formatted.text === '') throw badRequest('message text is empty');
  if (countCharacters(formatted.text) > MAX_TEXT) throw badRequest('message is too long');
  return formatted;
}

/** The caption of a file, at most 1024 characters after parsing; it may be empty. */
export function readCaption(parameters: Parameters): { caption: string; entities: MessageEntity[] } {
  const { text, entities } = readFormatted(parameters, 'caption', 'caption_entities');
  if (countCharacters(text) > MAX_CAPTION) throw badRequest('message caption is too long');
  return { caption: text, entities };
}

function readFormatted(parameters: Parameters, field: string, entitiesField: string): FormattedText {
  const source = parameters.text(field);
  const mode = parameters.text('parse_mode').toLowerCase();
  const parsed = mode ? parse(source, mode) : { text: source, entities: given(source, parameters.json(entitiesField)) };
  const { text, entities } = trimmed(parsed);
  return { text, entities: withDetectedEntities(text, entities) };
}

function parse(source: string, mode: string): FormattedText {
  try {
    if (mode === 'html') return parseHtml(source);
    if (mode === 'markdownv2') return parseMarkdownV2(source);
    if (mode === 'markdown') return parseMarkdown(source);
  } catch (error) {
    if (error instanceof EntityParseError) throw badRequest(`can't parse entities: ${error.message}`);
    throw error;
  }
  throw badRequest('unsupported parse_mode');
}

function given(text: string, list: unknown): MessageEntity[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw badRequest("can't parse entities: expected an Array");
  return list.map((entity: unknown) => {
    if (!isEntity(entity)) throw badRequest("can't parse entities: expected an object with type, offset and length");
    checkPlace(entity, text);
    return entity;
  });
}

function isEntity(value: unknown): value is MessageEntity {
  if (!isRecord(value)) return false;
  return typeof value['type'] === 'string' && Number.isInteger(value['offset']) && Number.isInteger(value['length']);
}

function checkPlace({ offset, length }: MessageEntity, text: string): void {
  if (offset < 0 || offset > text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  if (length < 0 || offset + length > text.length) {
    const end = offset + length;
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
}
