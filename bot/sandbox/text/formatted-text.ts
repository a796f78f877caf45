import type { MessageEntity } from 'grammy/types';

/** Text with its entities; offsets and lengths are UTF-16 code units, as in the Bot API. */
export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}

/** Says why a text can't be parsed, in the words of the Bot API. */
export class EntityParseError extends Error {
  override readonly name = 'EntityParseError';
}

/** Offset of `index` in the UTF-8 form of `source`; errors name places in bytes. */
export function byteOffset(source: string, index: number): number {
  return Buffer.byteLength(source.slice(0, index));
}

/** Characters as Telegram counts them for its limits. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** What Telegram keeps of a text: no white space around it, entities moved along, empty ones dropped. */
export function trimmed({ text, entities }: FormattedText): FormattedText {
  const cleaned = text.replaceAll('\r', '');
  if (cleaned !== text) return trimmed({ text: cleaned, entities: withoutCarriageReturns(text, entities) });
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset + entity.length - start, kept.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: kept, entities: moved.sort(byPosition) };
}

/** Entities are listed by where they begin; of two that begin together, the outer one first. */
export function byPosition(a: MessageEntity, b: MessageEntity): number {
  return a.offset - b.offset || b.length - a.length;
}

function withoutCarriageReturns(text: string, entities: MessageEntity[]): MessageEntity[] {
  const before = (index: number): number => text.slice(0, index).replaceAll('\r', '').length;
  return entities.map((entity) => {
    const offset = before(entity.offset);
    return { ...entity, offset, length: before(entity.offset + entity.length) - offset };
  });
}
