import type { Policy } from '../../../engine/policy/policy.ts';
import type { Language } from '../../../engine/ports/language.ts';
import { never } from '../../../engine/result.ts';
import type { CopyView } from '../../../engine/verification/issued-verdict.ts';
import { type CopyVerdict, isDoubted } from '../../../engine/verification/verify-copy.ts';
import type { ReferenceVerdict } from '../../../engine/verification/verify-reference.ts';
import { VERIFICATION_TEXTS } from '../../../locales/verification-texts.ts';
import { formatDate } from '../../telegram/text/dates.ts';
import { escapeHtml, text } from '../../telegram/text/locale.ts';
import { certificateTitle } from '../../telegram/text/words.ts';

type Reason = (CopyVerdict['issued'] | ReferenceVerdict)['reason'] | 'doubted';
type NumberView = Extract<ReferenceVerdict['copy'], { kind: 'number' }>;

const MARKS: Readonly<Record<Reason, string>> = {
  valid: '✅',
  doubted: '⚠️',
  expired: '⌛',
  'revoked-by-holder': '⛔',
  'revoked-by-staff': '⛔',
  'certificate-withdrawn': '⛔',
  'certificate-corrected': '⛔',
  altered: '⛔',
  'not-issued': '⚠️',
  unknown: '⚠️',
  mistyped: '⚠️',
  'too-many-lookups': '⏳',
};

/** What the two answers about a file mean for whoever got it, as HTML. */
export function fileVerdictHtml(language: Language, verdict: CopyVerdict): string {
  const { issued, sound } = verdict;
  const { issued: sentences, sound: soundSentences } = VERIFICATION_TEXTS[language];
  // The signature adds something where it agrees with a copy that is over, or with one that holds, to nobody's use.
  const doubted = isDoubted(verdict);
  const notable = issued.copy === null || doubted;
  return paragraphs(
    heading(language, doubted ? 'doubted' : issued.reason),
    escapeHtml(sentences[issued.reason]),
    notable ? escapeHtml(soundSentences[sound.reason]) : '',
    issued.copy ? factsOf(language, issued.copy) : '',
  );
}

/** What a code or number stands for, as HTML. `foreign`: it came in an address that isn't ours. */
export function referenceVerdictHtml(
  language: Language,
  { authority }: Pick<Policy, 'authority'>,
  { copy, reason }: ReferenceVerdict,
  foreign: boolean,
): string {
  return paragraphs(
    heading(language, reason),
    escapeHtml(VERIFICATION_TEXTS[language].reference[reason]),
    copy ? factsOf(language, copy) : '',
    copy ? text(language, copy.kind === 'number' ? 'verify-number-only' : 'verify-compare') : '',
    foreign ? text(language, 'verify-foreign-address', { authority: authority.name[language] }) : '',
  );
}

function factsOf(language: Language, copy: CopyView | NumberView): string {
  switch (copy.kind) {
    case 'endorsed':
      return text(language, 'verify-facts-endorsed', {
        ...glimpse(language, copy),
        ...validity(language, copy),
        scenario: copy.scenario[language],
      });
    case 'plain':
      return text(language, 'verify-facts-plain', glimpse(language, copy));
    case 'number':
      return text(language, 'verify-facts-number', validity(language, copy));
    default:
      return never(copy);
  }
}

function glimpse(language: Language, { issuer, level, maskedName, qualification }: CopyView) {
  const certificate = certificateTitle(language, { name: qualification }, { level, speciality: null });
  return { name: maskedName, certificate, issuer };
}

function validity(language: Language, { firstDay, lastDay, number }: Omit<NumberView, 'kind'>) {
  return { number, firstDay: formatDate(language, firstDay), lastDay: formatDate(language, lastDay) };
}

function heading(language: Language, reason: Reason): string {
  return `${MARKS[reason]} <b>${escapeHtml(VERIFICATION_TEXTS[language].title[reason])}</b>`;
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
