import type { Instant } from '../time/instant.ts';
import type { Language } from './language.ts';

/** A messenger account that talks to the holder bot. Its chat has the same number as itself. */
export interface Account {
  id: string;
  /** The messenger's user id. */
  userId: number;
  language: Language;
  /** Whether the person chose the language, rather than the messenger's setting. */
  languageChosen: boolean;
  remindersMuted: boolean;
  /** Whether the person doesn't want to be told when copies are verified. */
  verificationsMuted: boolean;
  /** Since when the person blocks the bot, if so. */
  blockedAt: Instant | null;
  createdAt: Instant;
}
