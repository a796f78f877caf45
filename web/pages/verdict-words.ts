import { formatDate } from '../../bot/telegram/text/dates.ts';
import type { Language } from '../../engine/ports/language.ts';
import { never } from '../../engine/result.ts';
import type { CopyView, IssuedVerdict } from '../../engine/verification/issued-verdict.ts';
import { type CopyVerdict, isDoubted } from '../../engine/verification/verify-copy.ts';
import type { ReferenceVerdict } from '../../engine/verification/verify-reference.ts';
import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import { VERIFICATION_TEXTS } from '../../locales/verification-texts.ts';

export type Reason = IssuedVerdict['reason'] | ReferenceVerdict['reason'];

/** By what somebody had a copy verified, and what came of it. */
export type PageVerdict =
  /** `foreign`: the code came in an address that isn't ours. */
  | { by: 'code'; typed: string; reason: Reason; copy: CopyView | null; foreign: boolean }
  | { by: 'digest'; verdict: IssuedVerdict }
  | { by: 'file'; verdict: CopyVerdict };

/** What the page says at the top. */
export interface VerdictWords {
  reason: Reason;
  title: string;
  /** Until when it holds, or held: of all that is said, what most people want to know. */
  days: string | undefined;
  sentences: readonly string[];
  copy: CopyView | null;
}

export function wordsOf(language: Language, verdict: PageVerdict): VerdictWords {
  switch (verdict.by) {
    case 'code':
      return codeWords(language, verdict);
    case 'digest':
      return digestWords(language, verdict.verdict);
    case 'file':
      return fileWords(language, verdict.verdict);
    default:
      return never(verdict);
  }
}

function codeWords(language: Language, { copy, reason }: Extract<PageVerdict, { by: 'code' }>): VerdictWords {
  const { reference, title } = VERIFICATION_TEXTS[language];
  const { code, titles } = PAGE_TEXTS[language];
  const days = daysOf(language, reason, copy);
  // A code says nothing about the paper that it stands on, so the endorsement is what holds.
  if (reason === 'valid') return { reason, title: titles.endorsementValid, days, sentences: [], copy };
  const own = reason === 'unknown' || reason === 'mistyped' || reason === 'too-many-lookups';
  const sentences = own ? [code[reason]] : [sentenceOf(reference, reason), ...askFor(language, reason)];
  return { reason, title: title[reason], days, sentences, copy };
}

function digestWords(language: Language, { copy, reason }: IssuedVerdict): VerdictWords {
  const { issued, title } = VERIFICATION_TEXTS[language];
  const { digest, titles } = PAGE_TEXTS[language];
  if (reason === 'not-issued') {
    return { reason, title: titles.digestUnknown, days: undefined, sentences: [digest['not-issued']], copy };
  }
  const sentences = [reason === 'valid' ? digest.valid : issued[reason], ...askFor(language, reason)];
  return { reason, title: title[reason], days: daysOf(language, reason, copy), sentences, copy };
}

function fileWords(language: Language, verdict: CopyVerdict): VerdictWords {
  const { copy, reason } = verdict.issued;
  const { issued, sound: soundSentences, title } = VERIFICATION_TEXTS[language];
  const { soundness } = PAGE_TEXTS[language];
  // The signature adds something only where there is no record, or it doesn't agree with one that holds.
  const doubted = isDoubted(verdict);
  const more = copy === null || doubted ? [soundness(soundSentences[verdict.sound.reason])] : [];
  const sentences = [issued[reason], ...askFor(language, reason), ...more];
  const days = daysOf(language, reason, copy);
  return { reason, title: title[doubted ? 'doubted' : reason], days, sentences, copy };
}

function daysOf(language: Language, reason: Reason, copy: CopyView | null): string | undefined {
  if (copy?.kind !== 'endorsed') return undefined;
  const { ended, until } = PAGE_TEXTS[language];
  if (reason === 'valid') return until(formatDate(language, copy.lastDay));
  return reason === 'expired' ? ended(formatDate(language, copy.lastDay)) : undefined;
}

/** Where a new copy is to be had. */
function askFor(language: Language, reason: Reason): string[] {
  return reason === 'expired' ? [PAGE_TEXTS[language].askForNew] : [];
}

function sentenceOf(sentences: Readonly<Record<string, string>>, reason: Reason): string {
  return sentences[reason] ?? '';
}
