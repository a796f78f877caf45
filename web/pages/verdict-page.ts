import { formatMoment } from '../../bot/telegram/text/dates.ts';
import { checkVerificationCode } from '../../engine/ids.ts';
import type { Instant, Zone } from '../../engine/time/instant.ts';
import { isDoubted } from '../../engine/verification/verify-copy.ts';
import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import { codeForm } from './code-form.ts';
import { factsOf } from './facts.ts';
import { type Html, html } from './html.ts';
import { type Tone, toneIcon } from './icons.ts';
import { layout, type PageFrame } from './layout.ts';
import { uploadForm } from './upload-form.ts';
import { type PageVerdict, type Reason, type VerdictWords, wordsOf } from './verdict-words.ts';

const TONES: Readonly<Record<Reason, Tone>> = {
  valid: 'good',
  expired: 'over',
  'revoked-by-holder': 'bad',
  'revoked-by-staff': 'bad',
  'certificate-withdrawn': 'bad',
  'certificate-corrected': 'bad',
  altered: 'bad',
  'not-issued': 'bad',
  unknown: 'bad',
  mistyped: 'unsure',
  'too-many-lookups': 'unsure',
};

/** The answer to whoever holds a copy. */
export function verdictPage(
  frame: PageFrame,
  verdict: PageVerdict,
  { now, zone }: { now: Instant; zone: Zone },
): string {
  const { authority, language } = frame;
  const texts = PAGE_TEXTS[language];
  const words = wordsOf(language, verdict);
  const main = html`${verdictOf(words, toneOf(verdict, words), texts.checkedAt(formatMoment(language, now, zone)))}
  ${verdict.by === 'code' && verdict.foreign && html`<p class="warning" role="note">${texts.foreign(authority.name[language])}</p>`}
  ${recordOf(frame, verdict, words, zone)} ${waysOn(frame, verdict, words)}`;
  return layout(frame, { title: words.title, main });
}

function verdictOf({ days, reason, sentences, title }: VerdictWords, tone: Tone, checkedAt: string): Html {
  return html`<section class="verdict ${tone}" data-reason="${reason}">
    ${toneIcon(tone)}
    <h1 tabindex="-1">${title}</h1>
    ${days !== undefined && html`<p class="days">${days}</p>`} ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    <p class="help">${checkedAt}</p>
  </section>`;
}

function toneOf(verdict: PageVerdict, { copy, reason }: VerdictWords): Tone {
  if (verdict.by === 'file' && isDoubted(verdict.verdict)) return 'unsure';
  // A hash that isn't known says nothing of the file yet.
  return verdict.by === 'digest' && copy === null ? 'unsure' : TONES[reason];
}

function recordOf({ language }: PageFrame, verdict: PageVerdict, { copy, reason }: VerdictWords, zone: Zone) {
  if (copy === null) return null;
  const code = verdict.by === 'code' ? checkVerificationCode(verdict.typed) : undefined;
  const purpose = verdict.by === 'code' && reason === 'valid' ? 'comparing' : 'knowing';
  return factsOf(language, copy, { code, purpose, zone });
}

/** What can be done next: never more than helps with this verdict. */
function waysOn(frame: PageFrame, verdict: PageVerdict, { copy, reason }: VerdictWords): Html {
  const { another, checkFile, compareFile } = PAGE_TEXTS[frame.language];
  const uploads = verdict.by === 'digest' && copy === null;
  const home = html`<a class="button ${uploads && 'quiet'}" href="/${frame.query}">${another}</a>`;
  const file = `/${frame.query}#file`;
  if (verdict.by !== 'code') {
    return html`${uploads && uploadForm(frame)}
      <p class="next">${home}</p>`;
  }
  if (copy !== null)
    return html`<p class="next">
      ${home} ${reason === 'valid' && html`<a class="button quiet" href="${file}">${checkFile}</a>`}
    </p>`;
  const mayRetype = reason !== 'too-many-lookups';
  return html`${mayRetype && codeForm(frame, { typed: verdict.typed })}
    <p class="next"><a class="button ${mayRetype && 'quiet'}" href="${file}">${compareFile}</a></p>`;
}
