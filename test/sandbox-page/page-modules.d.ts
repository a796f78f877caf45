/* oxlint-disable typescript/consistent-type-imports -- an ambient module cannot import by a relative name */

// The chat page is JavaScript with types in comments, checked by its own project (bot/sandbox/page/tsconfig.json), which
// checks these tests against the real modules too. The root project reads no JavaScript; this is what it knows of it.

declare module '*/page/core/entities.js' {
  type Piece = import('../../bot/sandbox/page/core/types.ts').Piece;
  export function planEntities(text: string, entities?: readonly Record<string, unknown>[]): Piece[];
}

declare module '*/page/core/links.js' {
  export function safeHref(url: string): string | null;
  export function parseDeepLink(href: string): { bot: string; start: string | null } | null;
  export function parseQuery(search: string): { bot: string | null; person: number | null; start: string | null };
}

declare module '*/page/core/text.js' {
  export function fullName(person: { first_name: string; last_name?: string }): string;
  export function initials(name: string): string;
  export function toneOf(id: number): number;
  export function fileSize(bytes: number): string;
  export function readablePhone(phone: string): string;
  export function suffixOf(fileName: string): string;
  export function halfOf(line: string, language: import('../../bot/sandbox/page/core/types.ts').Language): string;
  export function byLanguage<T>(table: Record<string, T>, code: string): T | undefined;
}

declare module '*/page/core/time.js' {
  type Language = import('../../bot/sandbox/page/core/types.ts').Language;
  export function dayOf(at: number): string;
  export function timeOf(at: number): string;
  export function dayLabel(language: Language, at: number, now: number): string;
  export function shortWhen(language: Language, at: number, now: number): string;
  export function longDay(language: Language, at: number): string;
  export function shortStamp(language: Language, at: number): string;
}

declare module '*/page/core/state.js' {
  type Change = import('../../bot/sandbox/page/core/types.ts').Change;
  type Language = import('../../bot/sandbox/page/core/types.ts').Language;
  type PageState = import('../../bot/sandbox/page/core/types.ts').PageState;
  type Seat = import('../../bot/sandbox/page/core/types.ts').Seat;
  export function chatKey(bot: string, person: number): string;
  export function seatIn(state: Pick<PageState, 'groups' | 'speaker'>, chat: { bot: string; person: number }): Seat;
  export function emptyState(language: Language): PageState;
  export function reduce(state: PageState, change: Change, at: number): PageState;
}

declare module '*/page/core/log-items.js' {
  type ChatState = import('../../bot/sandbox/page/core/types.ts').ChatState;
  type LogItem = import('../../bot/sandbox/page/core/types.ts').LogItem;
  export function logItems(chat: ChatState, self?: number): LogItem[];
}

declare module '*/page/core/words.js' {
  type Language = import('../../bot/sandbox/page/core/types.ts').Language;
  export const words: Record<Language, Record<string, string>>;
}

declare module '*/page/net/taps.js' {
  type SandboxEvent = import('../../bot/sandbox/chat-api.ts').SandboxEvent;
  export type Answer = Extract<SandboxEvent, { type: 'callback_answer' }>;
  export function createTaps(onAnswer: (key: string, answer: Answer) => void): {
    started: (key: string, callbackId: string) => void;
    answered: (answer: Answer) => void;
    forget: (key: string) => boolean;
  };
}

declare module '*/probes.js' {
  export function bubbleTexts(): string[];
  export function focused(): { id: string; name: string; visible: boolean };
  export function sidewaysBoxes(): string[];
  export function contrastRatios(selectors: string[]): Record<string, number>;
  export function brightness(selectors: string[]): number[];
  export function startListening(): void;
  export function heard(): string[];
  export function clipboard(): Promise<string>;
  export function hacked(): boolean;
}
