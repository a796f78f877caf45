import type { MessageEntity } from 'grammy/types';
import { byPosition } from './formatted-text.ts';

type Detected = 'bot_command' | 'mention' | 'hashtag' | 'email' | 'url';

const PATTERNS: [Detected, RegExp][] = [
  ['bot_command', /(?<![\w/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/])/g],
  ['email', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}/g],
  [
    'url',
    /(?<![\w@.])(?:https?:\/\/[^\s<>"]+|(?:[a-z0-9-]+\.)+(?:com|org|net|cn|io|dev|me)(?:\/[^\s<>"]*)?)(?<![.,;:!?)'])/gi,
  ],
  ['mention', /(?<![\w@.])@[A-Za-z]\w{2,31}(?!\w)/g],
  ['hashtag', /(?<![\p{L}\p{N}_#])#(?!\p{N}+(?![\p{L}\p{N}_]))[\p{L}\p{N}_]+/gu],
];

const OPAQUE = new Set(['code', 'pre', 'text_link']);

/** Adds the entities that Telegram finds by itself (commands, addresses, …) where no given one is in the way. */
export function withDetectedEntities(text: string, given: MessageEntity[]): MessageEntity[] {
  const taken = given.filter((entity) => OPAQUE.has(entity.type));
  const found: MessageEntity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if ([...taken, ...found].some((other) => overlap(entity, other))) continue;
      found.push(entity);
    }
  }
  return [...given, ...found].sort(byPosition);
}

function overlap(a: { offset: number; length: number }, b: { offset: number; length: number }): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
