import type { GroupView } from '../chat-api.ts';
import type { BotAccount } from './bot-account.ts';
import type { Conversation } from './conversation.ts';
import type { StoredMessage } from './message.ts';

export interface GroupOptions {
  /** Negative, as the ids of groups are: −100… */
  id: number;
  title: string;
  /** Usernames of the bots that are in. */
  bots: string[];
  /** Usernames of the bots among them that are administrators: they read everything and manage topics. */
  admins?: string[];
  /** User ids of the people who are in. */
  members: number[];
  /** Whether it has topics. */
  isForum?: boolean;
}

/** A group chat: what is said in it, and who is in. */
export interface Group {
  conversation: Conversation;
  bots: Set<BotAccount>;
  members: Set<number>;
}

export function groupView({ conversation, bots, members }: Group): GroupView {
  const { id, title = '' } = conversation.chat;
  return { id, title, bots: [...bots].map(({ username }) => username), members: [...members] };
}

/** Whether a bot is shown a message of a group (Bot API, "Privacy mode"). */
export function canRead(bot: BotAccount, { conversation }: Group, message: StoredMessage): boolean {
  if (bot.readsAllGroupMessages || conversation.admins.has(bot.id)) return true;
  if (message.content.kind === 'service') return true;
  const replied = message.reply_to === undefined ? undefined : conversation.message(message.reply_to);
  if (replied?.from.id === bot.id) return true;
  if (message.content.kind !== 'text') return false;
  const { text, entities } = message.content;
  return entities.some(({ type, offset, length }) => {
    const piece = text.slice(offset, offset + length);
    if (type === 'mention') return piece === `@${bot.username}`;
    return type === 'bot_command' && (!piece.includes('@') || piece.endsWith(`@${bot.username}`));
  });
}
