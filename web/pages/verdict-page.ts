import type { Language } from '../../engine/ports/language.ts';
import { never } from '../../engine/result.ts';
import type { CivilDate } from '../../engine/time/civil-date.ts';
import type { Instant, Zone } from '../../engine/time/instant.ts';
import type { CopyView, IssuedVerdict } from '../../engine/verification/issued-verdict.ts';
import type { CopyVerdict } from '../../engine/verification/verify-copy.ts';
import type { ReferenceVerdict } from '../../engine/verification/verify-reference.ts';
import { formatDate, formatMoment } from '../../bot/telegram/text/dates.ts';
import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import { VERIFICATION_TEXTS } from '../../locales/verification-texts.ts';
import { codeForm } from './code-form.ts';
import { type Html, html } from './html.ts';
import { type Tone, toneIcon } from './icons.ts';
import { layout, type PageFrame } from './layout.ts';
import { uploadForm } from './upload-form.ts';

type Reason = IssuedVerdict['reason'] | ReferenceVerdict['reason'];

/** By what somebody had a copy verified, and what came of it. */
export type PageVerdict =
  /** `foreign`: the code came in an address that isn't ours. */
  | { by: 'code'; typed: string; reason: Reason; copy: CopyView | null; foreign: boolean }
  | { by: 'digest'; verdict: IssuedVerdict }
  | { by: 'file'; verdict: CopyVerdict };

const TONES: Readonly<Record<Reason, Tone>> = {
  valid: 'good',
  expired: 'over',
  'revoked-by-holder': 'bad',
  'revoked-by-staff': 'bad',
  'certificate-withdrawn': 'bad',
  'certificate-corrected': 'bad',
  altered: 'bad',
  'not-issued': 'unsure',
  unknown: 'unsure',
  mistyped: 'unsure',
  'too-many-lookups': 'unsure',
};

/** What the page says at the top, and below it. */
interface Words {
  reason: Reason;
  title: string;
  sentences: readonly string[];
  copy: CopyView | null;
}

/** The answer to whoever holds a copy. */
export function verdictPage(frame: PageFrame, verdict: PageVerdict, when: { now: Instant; zone: Zone }): string {
  const { language, query } = frame;
  const texts = PAGE_TEXTS[language];
  const { copy, reason, sentences, title } = wordsOf(language, verdict);
  const unknownDigest = verdict.by === 'digest' && copy === null;
  const main = html`<section class="verdict ${TONES[reason]}" data-reason="${reason}">
      ${toneIcon(TONES[reason])}
      <div>
        <h1 tabindex="-1">${title}</h1>
        ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
      </div>
    </section>
    ${verdict.by === 'code' && verdict.foreign && html`<p class="warning" role="note">${texts.foreign(frame.authority.name[language])}</p>`}
    ${copy && factsOf(language, copy, verdict.by, when.zone)} ${unknownDigest && uploadForm(frame)}
    ${verdict.by === 'code' && copy === null && codeForm(frame, { typed: verdict.typed })}
    <p class="when">${texts.checkedAt(formatMoment(language, when.now, when.zone))}</p>
    <p class="next">
      <a class="button" href="/${query}">${texts.another}</a
      >${verdict.by === 'code' && html` <a class="button quiet" href="/${query}#file">${texts.checkFile}</a>`}
    </p>`;
  return layout(frame, { title, main });
}

function wordsOf(language: Language, verdict: PageVerdict): Words {
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

function codeWords(language: Language, { copy, reason }: Extract<PageVerdict, { by: 'code' }>): Words {
  const { reference, title } = VERIFICATION_TEXTS[language];
  const { code, until } = PAGE_TEXTS[language];
  const own = reason === 'unknown' || reason === 'mistyped' || reason === 'too-many-lookups';
  const sentence = own ? code[reason] : sentenceOf(reference, reason);
  // The last day says it more exactly than any sentence.
  const holds = reason === 'valid' && copy?.kind === 'endorsed' ? until(formatDate(language, copy.lastDay)) : undefined;
  return { reason, title: title[reason], sentences: [holds ?? sentence], copy };
}

function digestWords(language: Language, { copy, reason }: IssuedVerdict): Words {
  const { issued, title } = VERIFICATION_TEXTS[language];
  const { digest, titles } = PAGE_TEXTS[language];
  if (reason === 'not-issued') {
    return { reason, title: titles.digestUnknown, sentences: [digest['not-issued']], copy };
  }
  return { reason, title: title[reason], sentences: [reason === 'valid' ? digest.valid : issued[reason]], copy };
}

function fileWords(language: Language, { issued: { copy, reason }, sound }: CopyVerdict): Words {
  const { issued, sound: soundSentences, title } = VERIFICATION_TEXTS[language];
  const { soundness } = PAGE_TEXTS[language];
  // The signature adds something only where there is no record, or it doesn't agree with one that holds.
  const notable = copy === null || (reason === 'valid' && sound.status !== 'passed');
  const colon = language === 'zh-CN' ? '：' : ': ';
  const more = notable ? [`${soundness}${colon}${soundSentences[sound.reason]}`] : [];
  return { reason, title: title[reason], sentences: [issued[reason], ...more], copy };
}

function sentenceOf(sentences: Readonly<Record<string, string>>, reason: Reason): string {
  return sentences[reason] ?? '';
}

function factsOf(language: Language, copy: CopyView, by: PageVerdict['by'], zone: Zone): Html {
  const { compare, compareFile, facts } = PAGE_TEXTS[language];
  const rows: Row[] = [
    [facts.holder, copy.maskedName],
    [facts.qualification, copy.qualification[language]],
    [facts.level, copy.level],
    ...endorsedRows(language, copy),
    [facts.issuer, copy.issuer],
    [facts.madeAt, copy.madeAt === null ? null : formatMoment(language, copy.madeAt, zone)],
  ];
  return html`<section class="facts">
    <p>${by === 'code' ? compare : compareFile}</p>
    <dl>
      ${rows.map(
        ([term, value]) =>
          value !== null &&
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${copy.kind === 'plain' && html`<p>${facts.plain}</p>`}
  </section>`;
}

type Row = [term: string, value: Html | string | null];

function endorsedRows(language: Language, copy: CopyView): Row[] {
  if (copy.kind !== 'endorsed') return [];
  const { facts, to } = PAGE_TEXTS[language];
  const day = (date: CivilDate): Html => html`<span class="whole">${formatDate(language, date)}</span>`;
  return [
    [facts.scenario, copy.scenario[language]],
    [facts.validity, html`${day(copy.firstDay)}${to}${day(copy.lastDay)}`],
    [facts.number, html`<span class="whole">${copy.number}</span>`],
  ];
}
