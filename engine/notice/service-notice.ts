import type { Bilingual, Language } from '../ports/language.ts';
import type { Instant } from '../time/instant.ts';

/** One version of the 服务须知. Versions order as text, `YYYY-MM-DD` or `YYYY-MM-DD.n`. */
export interface ServiceNotice {
  version: string;
  texts: Bilingual;
  publishedAt: Instant;
}

export interface Agreement {
  holderId: string;
  accountId: string;
  version: string;
  language: Language;
  /** SHA-256 of the text that was shown, hex. */
  textHash: string;
  agreedAt: Instant;
  channel: 'telegram';
}
