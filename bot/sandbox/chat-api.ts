/**
 * What a person's side of the sandbox looks like over HTTP: the chat page, the demo, the journeys
 * and the crash test all speak this. The bots' side is the Bot API itself, at `/bot<token>/<method>`.
 *
 * | call | body | answer |
 * |---|---|---|
 * | `GET  /sandbox/api/world` | | `World` |
 * | `GET  /sandbox/api/chats/:bot/:person` | | `Chat` (`:bot` is a username, `:person` a user id) |
 * | `GET  /sandbox/api/events` | | server-sent events, each `data:` one `SandboxEvent` as JSON |
 * | `POST /sandbox/api/chats/:bot/:person/send` | `Outgoing` | `{ message_id }` |
 * | `POST /sandbox/api/chats/:bot/:person/tap` | `{ message_id, data }` | `{ callback_id }`; the answer comes as an event |
 * | `POST /sandbox/api/chats/:bot/:person/block` | `{ blocked }` | `{}` |
 * | `GET  /sandbox/api/files/:file_id` | | the bytes, with their content type and (ASCII) file name |
 * | `POST /sandbox/api/clock` | `{ advance_ms }` | `{ now }` (epoch milliseconds) |
 * | `POST /sandbox/api/faults` | `Fault` | `{}` |
 * | `GET  /sandbox/api/transcript` | | `{ entries: TranscriptEntry[] }` |
 *
 * Chats take `?group=<id>` for a group that the bot and the person are in; its events come with the group's id as
 * `person`. Errors are `{ error: string }` with 400, 403 (not from this page), 404 or 409.
 */

/** Everything the chat page needs at start. */
export interface World {
  now: number;
  bots: BotView[];
  people: Person[];
  groups: GroupView[];
}

/** A group chat that people of the page are in. */
export interface GroupView {
  /** Negative. */
  id: number;
  title: string;
  /** Usernames of its bots. */
  bots: string[];
  /** Ids of the people in it. */
  members: number[];
}

export interface BotView {
  id: number;
  username: string;
  name: string;
  /** Set by setMyShortDescription / setMyDescription, by language ('' is the default). */
  short_description: Record<string, string>;
  description: Record<string, string>;
  /** Set by setMyCommands, by language ('' is the default). */
  commands: Record<string, { command: string; description: string }[]>;
  /** Set for one chat alone, by its id. */
  chat_commands: Record<string, { command: string; description: string }[]>;
}

/** Somebody who can chat: a demonstration holder, or a member of staff. */
export interface Person {
  id: number;
  first_name: string;
  last_name?: string;
  language_code: string;
  /** The phone of the messenger account, as E.164 without '+', as Telegram gives it in a contact. */
  phone_number: string;
  /** Username of the bot this person is meant to talk to. */
  bot: string;
  /** One line on who this is, for the chat page's list of people. */
  about?: string;
  /** Of a member of staff. */
  role?: 'agent' | 'supervisor' | 'admin';
  /** What this person would know by heart (name, identity number, …), offered for one-tap typing. */
  hints?: { label: string; value: string }[];
}

/** One message as a client shows it. Dates are epoch seconds, as in the Bot API. */
export interface ChatMessage {
  message_id: number;
  from: 'bot' | 'person';
  /** In a group: who wrote it. */
  sender?: { id: number; name: string };
  /** In a group with topics: the topic. */
  thread_id?: number;
  /** The message that it answers. */
  reply_to?: number;
  date: number;
  edit_date?: number;
  text?: string;
  caption?: string;
  /** MessageEntity objects of text or caption (bold, italic, code, pre, text_link, url, spoiler, bot_command, …). */
  entities?: Record<string, unknown>[];
  document?: { file_id: string; file_name: string; mime_type: string; file_size: number };
  contact?: { phone_number: string; first_name: string; user_id?: number };
  sticker?: { emoji: string };
  photo?: { file_id: string; file_size: number };
  /** Something that happened to the chat rather than being said in it: the field name of the Bot API. */
  service?: string;
  /** Of a topic that was opened or renamed. */
  topic_name?: string;
  /** Inline keyboard rows. */
  inline_keyboard?: InlineButton[][];
}

export interface InlineButton {
  text: string;
  callback_data?: string;
  url?: string;
  copy_text?: { text: string };
  /** Bot API 9.4 and later: 'danger' | 'success' | 'primary'. */
  style?: string;
}

export interface ReplyButton {
  text: string;
  request_contact?: boolean;
}

export interface Chat {
  bot: string;
  person: number;
  blocked: boolean;
  /** Live messages in order; deleted ones are gone. */
  messages: ChatMessage[];
  /** The reply keyboard now shown, if any. */
  reply_keyboard: { rows: ReplyButton[][]; placeholder?: string; one_time: boolean } | null;
}

/** What a person sends; exactly one of the kinds. */
export type Outgoing =
  /** In a group it may answer a message, or be said in a topic. */
  | { kind: 'text'; text: string; reply_to?: number; thread_id?: number }
  | { kind: 'contact'; phone_number?: string; user_id?: number | null; forwarded?: boolean }
  | { kind: 'sticker'; emoji: string }
  | { kind: 'document'; file_name: string; mime_type: string; base64: string; caption?: string };

export type SandboxEvent =
  | { type: 'message'; bot: string; person: number; message: ChatMessage }
  | { type: 'edit'; bot: string; person: number; message: ChatMessage }
  | { type: 'delete'; bot: string; person: number; message_id: number }
  | { type: 'keyboard'; bot: string; person: number; reply_keyboard: Chat['reply_keyboard'] }
  | {
      type: 'callback_answer';
      bot: string;
      person: number;
      callback_id: string;
      text?: string;
      show_alert: boolean;
      url?: string;
    }
  | { type: 'action'; bot: string; person: number; action: string }
  | { type: 'bot'; bot: BotView }
  | { type: 'clock'; now: number };

/** A fault to inject into coming Bot API calls of one bot. */
export interface Fault {
  bot: string;
  /** Bot API method it applies to; every method but `getUpdates` when left out. */
  method?: string;
  /** How many calls it spoils (default 1). */
  times?: number;
  fault:
    | { kind: 'too_many_requests'; retry_after: number }
    | { kind: 'server_error' }
    /** Carry the call out, then cut the connection before answering. */
    | { kind: 'accept_then_drop' }
    /** Cut the connection without carrying it out. */
    | { kind: 'drop' }
    /** Answer only after so many milliseconds of real time. */
    | { kind: 'delay'; ms: number };
}

/** One thing that happened, for the demo's printout and for tests. */
export interface TranscriptEntry {
  at: number;
  bot: string;
  person: number;
  what: 'message' | 'edit' | 'delete' | 'tap' | 'callback_answer';
  message?: ChatMessage;
  message_id?: number;
  data?: string;
  /** The label of the tapped button. */
  label?: string;
  text?: string;
}
