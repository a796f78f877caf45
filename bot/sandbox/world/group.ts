import type { BotAccount } from './bot-account.ts';
import type { Conversation } from './conversation.ts';

/** A group chat: what is said in it, and which bots are in. */
export interface Group {
  conversation: Conversation;
  bots: Set<BotAccount>;
}
