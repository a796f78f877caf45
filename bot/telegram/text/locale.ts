import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from '../../../engine/ports/language.ts';
import type { MarkupId, Messages } from '../../../locales/messages.ts';
import { readCatalogue } from '../../../locales/read-catalogue.ts';

export type MessageId = keyof Messages;
/** Messages that are the same with and without HTML. */
export type PlainId = Exclude<MessageId, MarkupId>;

/** The variables that every message of a union `Id` needs together. */
type Variables<Id extends MessageId> = (Id extends MessageId ? (variables: Messages[Id]) => void : never) extends (
  variables: infer V,
) => void
  ? V
  : never;
type Arguments<Id extends MessageId> = object extends Variables<Id> ? [] : [variables: Variables<Id>];

/** Thrown when a text can't be made. Its facts hold no arguments, which may be personal. */
class MessageError extends Error {
  readonly code = 'message';
  readonly id: string;
  readonly language: Language;

  constructor(language: Language, id: string, cause?: unknown) {
    super(`no text ${id} in ${language}`, { cause });
    this.name = 'MessageError';
    this.id = id;
    this.language = language;
  }
}

const bundles = new Map<Language, FluentBundle>();

/** A message or caption in Telegram's HTML. What is filled in is escaped; the text's own markup stays. */
export function text<Id extends MessageId>(language: Language, id: Id, ...args: Arguments<Id>): string {
  return format(language, id, args[0], escapeHtml);
}

/** A text for a button, a callback answer or a command, where nothing is markup. */
export function plain<Id extends PlainId>(language: Language, id: Id, ...args: Arguments<Id>): string {
  return format(language, id, args[0], (value) => value);
}

/** Text as it is, for a place where Telegram expects HTML. */
export function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The language to begin with, from Telegram's `language_code` (an IETF tag, often absent). */
export function languageOf(code: string | undefined): Language {
  if (!code) return 'zh-CN';
  return /^zh(?![a-z])/i.test(code) ? 'zh-CN' : 'en';
}

function format(language: Language, id: string, variables: unknown, prepare: (value: string) => string): string {
  const bundle = bundleOf(language);
  const pattern = bundle.getMessage(id)?.value;
  if (!pattern) throw new MessageError(language, id);
  const prepared: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(variables ?? {})) {
    prepared[name] = typeof value === 'number' ? value : prepare(String(value));
  }
  try {
    return tidied(language, bundle.formatPattern(pattern, prepared));
  } catch (cause) {
    throw new MessageError(language, id, cause);
  }
}

/** A full-width bracket brings its own space. */
export function tidied(language: Language, words: string): string {
  return language === 'zh-CN' ? words.replaceAll('） ·', '）·') : words;
}

function bundleOf(language: Language): FluentBundle {
  const known = bundles.get(language);
  if (known) return known;
  // Isolating marks would end up in what people copy out of a message.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const [fault] = bundle.addResource(new FluentResource(readCatalogue(language)));
  if (fault) throw fault;
  bundles.set(language, bundle);
  return bundle;
}
