/** Types that the page's modules share through JSDoc; the browser never loads this file. */
import type { BotView, Chat, ChatMessage, GroupView, Person, SandboxEvent, World } from '../../chat-api.ts';

export type Language = 'zh' | 'en';

export type Style =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'code'
  | 'pre'
  | 'spoiler'
  | 'quote'
  | 'command'
  | 'link';

/** One stretch of a text; a styled one has children, which together spell the same text. */
export interface Piece {
  text: string;
  style?: Style;
  href?: string;
  children?: Piece[];
}

export interface ChatState extends Chat {
  /** Messages of the bot that arrived while another chat was open. */
  unread: number;
  /** The person's messages up to this one show two ticks: the bot has reacted since. */
  readUpTo: number;
  /** What the bot is doing, as in sendChatAction; null once it has done it. */
  action: string | null;
}

/** `live` only while events arrive; `lost` after it was live or could not be reached. */
type Connection = 'connecting' | 'live' | 'lost';

/** Who acts, and where: in their private chat with a bot, or in a group. */
export interface Seat {
  bot: string;
  person: number;
  group?: number;
}

export interface PageState {
  connection: Connection;
  language: Language;
  bots: BotView[];
  people: Person[];
  groups: GroupView[];
  /** Who one is in groups: the member of it whose chat was open last. */
  speaker: number | null;
  /** The message of the chat on screen that is being answered. */
  replying: number | null;
  /** By chatKey. A group's chat has its id for the person. */
  chats: Record<string, ChatState>;
  /** chatKey of the chat on screen. */
  open: string | null;
  /** The sandbox's clock: epoch milliseconds that were true at `at` on the page's own monotonic clock. */
  clock: { now: number; at: number };
  /** Taps on inline buttons that wait for their answer, as tapKey. */
  taps: string[];
}

/** Everything that changes the page: what the sandbox says, and what the person does here. */
export type Change =
  | SandboxEvent
  | { type: 'synced'; world: World; chats: Chat[] }
  | { type: 'loaded'; chat: Chat }
  | { type: 'connection'; connection: Connection }
  | { type: 'language'; language: Language }
  | { type: 'open'; key: string | null }
  | { type: 'speaker'; person: number }
  | { type: 'replying'; message: number | null }
  | { type: 'blocked'; bot: string; person: number; blocked: boolean }
  | { type: 'action_over'; bot: string; person: number }
  | { type: 'tap'; key: string }
  | { type: 'tap_over'; key: string };

/** How a message sits among its neighbours: the first of a group has a name's room, the last one the tail. */
export type LogItem =
  | { kind: 'day'; key: string; day: string; at: number }
  | {
      kind: 'message';
      key: string;
      message: ChatMessage;
      /** Whether the person on this page wrote it. */
      own: boolean;
      first: boolean;
      last: boolean;
      read: boolean;
      /** The topic it is in, where another one begins. */
      topic: string | null;
      /** The message that it answers, if that is still there. */
      quoted: ChatMessage | null;
    };
