import { formatDate, formatMoment } from '../../bot/telegram/text/dates.ts';
import { WORDING } from '../../engine/document/page/wording.ts';
import { groupVerificationCode } from '../../engine/ids.ts';
import type { Language } from '../../engine/ports/language.ts';
import type { CivilDate } from '../../engine/time/civil-date.ts';
import type { Zone } from '../../engine/time/instant.ts';
import type { CopyView } from '../../engine/verification/issued-verdict.ts';
import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import { type Html, html } from './html.ts';

/** What our record is shown for. */
export type FactsFor =
  /** Paper in hand: only its bearer can see whether it says the same. */
  | 'comparing'
  /** The file in hand is the one that we issued, or it doesn't matter any more. */
  | 'knowing';

type Row = [term: string, value: Html | string | null];

/** Our record of a copy, named and ordered as on the copy itself. `code`: the one by which it was found. */
export function factsOf(
  language: Language,
  copy: CopyView,
  { code, purpose, zone }: { code: string | undefined; purpose: FactsFor; zone: Zone },
): Html {
  const { facts } = PAGE_TEXTS[language];
  const label = (name: keyof typeof WORDING): string => WORDING[name][language];
  const rows: Row[] = [
    [label('name'), html`${copy.maskedName} <span class="help whole">${facts.masked}</span>`],
    [label('qualification'), copy.qualification[language]],
    [label('level'), copy.level],
    [label('issuer'), copy.issuer],
    ...endorsedRows(language, copy),
    [label('madeAt'), copy.madeAt === null ? null : formatMoment(language, copy.madeAt, zone)],
    [label('code'), code === undefined ? null : html`<span class="code">${groupVerificationCode(code)}</span>`],
  ];
  return html`<section class="card facts" aria-labelledby="record">
    <h2 id="record">${facts[purpose].title}</h2>
    ${purpose === 'comparing' && html`<p>${facts.comparing.sentence}</p>`}
    <dl>${rows.map(rowOf)}</dl>
    ${copy.kind === 'plain' && html`<p>${facts.plain}</p>`}
  </section>`;
}

function endorsedRows(language: Language, copy: CopyView): Row[] {
  if (copy.kind !== 'endorsed') return [];
  const day = (date: CivilDate): Html => html`<span class="whole">${formatDate(language, date)}</span>`;
  return [
    [WORDING.scenario[language], copy.scenario[language]],
    [WORDING.validity[language], html`${day(copy.firstDay)}${PAGE_TEXTS[language].to}${day(copy.lastDay)}`],
    [WORDING.number[language], copy.number],
  ];
}

function rowOf([term, value]: Row): Html | false {
  return (
    value !== null &&
    html`<div>
      <dt>${term}</dt>
      <dd>${value}</dd>
    </div>`
  );
}
