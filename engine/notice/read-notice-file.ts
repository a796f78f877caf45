import type { Language } from '../ports/language.ts';
import { decodeText, detectEncoding } from '../registry/import/csv/decode-text.ts';
import { fileKind } from '../registry/import/file/file-kind.ts';
import { done, refused, type Result } from '../result.ts';
import { noticeFromMarkdown, noticeText } from './notice-text.ts';

export type NoticeFileRefusal =
  /** A document, a picture, or text in a coding that nobody knows. */
  | { kind: 'not-text' }
  | { kind: 'empty' }
  /** Nobody reads so much in a chat. */
  | { kind: 'too-long'; characters: number; max: number };

/** What a file holds, and which language its name says that it is in. */
export interface NoticeFile {
  text: string;
  language: Language | undefined;
}

const MAX_CHARACTERS = 20_000;
const CHINESE = /(?:^|[^a-z])(?:zh|cn|chs|chinese|hans)(?:[^a-z]|$)|中/i;
const ENGLISH = /(?:^|[^a-z])(?:en|eng|english)(?:[^a-z]|$)|英/i;

/** Reads a plain text file, or one in Markdown by its name, in UTF-8 or GB18030. */
export function readNoticeFile(bytes: Uint8Array, name: string): Result<NoticeFile, NoticeFileRefusal> {
  if (bytes.length === 0) return refused({ kind: 'empty' });
  const kind = fileKind(bytes);
  const encoding = detectEncoding(bytes);
  if (!kind.ok || kind.value !== 'csv' || !encoding.ok) return refused({ kind: 'not-text' });
  const raw = [...decodeText(bytes, encoding.value)].join('');
  const text = /\.(?:md|markdown)$/i.test(name) ? noticeFromMarkdown(raw) : noticeText(raw);
  if (text === '') return refused({ kind: 'empty' });
  const characters = [...text].length;
  if (characters > MAX_CHARACTERS) return refused({ kind: 'too-long', characters, max: MAX_CHARACTERS });
  return done({ text, language: languageOf(name) });
}

function languageOf(name: string): Language | undefined {
  const [chinese, english] = [CHINESE.test(name), ENGLISH.test(name)];
  if (chinese === english) return undefined;
  return chinese ? 'zh-CN' : 'en';
}
