import type { Bilingual, Language } from '../../engine/ports/language.ts';
import type { Instant, Zone } from '../../engine/time/instant.ts';
import type {
  CopyView,
  EndorsedCopyView,
  IssuedVerdict,
  StandingVerdict,
} from '../../engine/verification/issued-verdict.ts';
import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import { VERIFICATION_TEXTS } from '../../locales/verification-texts.ts';
import type { EndorsementAnswer, VerificationAnswer } from './schemas.ts';

/**
 * What a code stands for. It says the day and not the moment, so that the same answer has the same ETag until something
 * changes.
 */
export function endorsementAnswerOf(
  { copy, reason, status }: StandingVerdict<EndorsedCopyView>,
  now: Instant,
  zone: Zone,
): EndorsementAnswer {
  return {
    status,
    reason,
    sentence: inBoth((language) => VERIFICATION_TEXTS[language].reference[reason]),
    asOf: zone.dateOf(now),
    zone: zone.name,
    copy: endorsedCopyOf(copy),
  };
}

/** What is known of a file by its hash. A hash alone never tells that a file was altered. */
export function verificationAnswerOf(verdict: IssuedVerdict, now: Instant, zone: Zone): VerificationAnswer {
  const { copy, status } = verdict;
  const reason = verdict.reason === 'altered' ? 'not-issued' : verdict.reason;
  return {
    status,
    reason,
    sentence: inBoth((language) =>
      reason === 'not-issued' ? PAGE_TEXTS[language].digest[reason] : VERIFICATION_TEXTS[language].issued[reason],
    ),
    asOf: zone.dateOf(now),
    zone: zone.name,
    copy: copy && (copy.kind === 'plain' ? { kind: 'plain', ...glimpseOf(copy) } : endorsedCopyOf(copy)),
  };
}

function endorsedCopyOf(copy: EndorsedCopyView): EndorsementAnswer['copy'] {
  const { firstDay, lastDay, number, scenario } = copy;
  return { kind: 'endorsed', number, ...glimpseOf(copy), scenario: { ...scenario }, firstDay, lastDay };
}

function glimpseOf({ issuer, level, madeAt, maskedName, qualification }: CopyView) {
  const made = madeAt === null ? null : new Date(madeAt).toISOString();
  return { maskedName, qualification: { ...qualification }, level, issuer, madeAt: made };
}

function inBoth(sentence: (language: Language) => string): Bilingual {
  return { 'zh-CN': sentence('zh-CN'), en: sentence('en') };
}
