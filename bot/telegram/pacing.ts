import type { Answer } from './api/answer.ts';

/** Smaller goes first, 0–9, as the outbox has them. */
export type PacingPriority = number;

export interface Pacing {
  /** A call that counts against the chat's second: sending and editing. */
  inChat<T>(chatId: number, priority: PacingPriority, call: () => Promise<Answer<T>>): Promise<Answer<T>>;
  /** A call that people wait for and that makes no message: answering a tap, deleting, chat actions. */
  aside<T>(call: () => Promise<Answer<T>>): Promise<Answer<T>>;
  /** Resolves when nothing runs; what still waits is given up as not sent. */
  close(): Promise<void>;
}
