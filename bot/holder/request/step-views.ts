import type { Offer } from '../../../engine/endorsement/offer-endorsement.ts';
import { type Validity, validityOf } from '../../../engine/endorsement/validity.ts';
import type { Language } from '../../../engine/ports/language.ts';
import type { Holder } from '../../../engine/registry/holder.ts';
import type { InlineButton, View } from '../../telegram/effects.ts';
import { formatDate } from '../../telegram/text/dates.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { certificateFields } from '../certificates/certificate-fields.ts';
import type { HolderDeps } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { cancelButton } from '../views/buttons.ts';
import { certificateTitle, scenarioName } from '../../telegram/text/words.ts';
import type { RequestState } from './state.ts';

/** What a step is shown with. */
export interface StepContext {
  language: Language;
  deps: HolderDeps;
  /** Of the dialog. */
  version: number;
  offer: Offer;
}

type At<Step extends RequestState['step']> = Extract<RequestState, { step: Step }>;

export function detailsView(context: StepContext, holder: Holder): View {
  const { language, version, offer } = context;
  const fields = certificateFields(language, holder, offer);
  return {
    html: text(language, 'request-details', { steps: String(stepCount(offer)), fields }),
    inline: [
      [button(plain(language, 'button-details-right'), 'request:next', { version, style: 'primary' })],
      [button(plain(language, 'button-details-wrong'), 'request:wrong', { version })],
      wayBack(context),
    ],
  };
}

/** Whom to ask when a detail is wrong; the step stays. */
export function wrongView({ language, version, offer }: StepContext): View {
  const { name, contact } = offer.issuer;
  return {
    html: text(language, 'request-wrong', { issuer: name[language], contact: contact[language] }),
    inline: [[button(plain(language, 'button-back'), 'home:resume'), cancelButton(language, version)]],
  };
}

export function scenarioView(context: StepContext): View {
  const { language, version, offer } = context;
  const rows = offer.scenarios.map(({ code, name }) => [
    button(name[language], 'request:scenario', { args: [code], version }),
  ]);
  const html = text(language, 'request-scenario', { steps: String(stepCount(offer)), certificate: titleOf(context) });
  return { html, inline: [...rows, wayBack(context)] };
}

export function validityView(context: StepContext, { scenario }: At<'validity'>): View {
  const { language, deps, version, offer } = context;
  const steps = stepCount(offer);
  const html = text(language, 'request-validity', {
    step: String(steps - 1),
    steps: String(steps),
    certificate: titleOf(context),
    scenario: scenarioName(language, deps.policy, scenario),
    used: String(offer.quota.used),
    limit: String(offer.quota.limit),
    maxDays: String(deps.policy.validity.maxDays),
  });
  const other = button(plain(language, 'button-other-day'), 'request:other-day', { version });
  return { html, inline: [...choiceRows(context), [other], wayBack(context)] };
}

export function lastDayView(context: StepContext): View {
  const { language, version, offer } = context;
  const { maxLastDay, firstDay } = offer;
  const latest = formatDate(language, maxLastDay);
  const longest = button(plain(language, 'button-latest-day', { lastDay: latest }), 'request:until', {
    args: [maxLastDay],
    version,
  });
  return {
    html: text(language, 'request-last-day', {
      ...lastDayExamples(language, offer),
      earliest: formatDate(language, firstDay),
      latest,
    }),
    inline: [[longest], wayBack(context)],
  };
}

/** How a last day may be typed, with a day that would be taken. */
export function lastDayExamples(
  language: Language,
  { maxLastDay }: Pick<Offer, 'maxLastDay'>,
): { example: string; shortExample: string } {
  const words = formatDate(language, maxLastDay);
  const withoutYear = language === 'zh-CN' ? words.replace(/^\d+年/, '') : words.replace(/ \d{4}$/, '');
  return { example: maxLastDay, shortExample: withoutYear };
}

/** Undefined when the choice is no longer possible: a typed last day may have passed since. */
export function summaryView(context: StepContext, { scenario, choice }: At<'summary'>): View | undefined {
  const { language, deps, version, offer } = context;
  const validity = validityOf(offer.firstDay, choice, deps.policy.validity);
  if (!validity.ok) return undefined;
  const submit = button(plain(language, 'button-submit'), 'request:submit', { version, style: 'success' });
  const change = button(plain(language, 'button-change-validity'), 'request:back', { version });
  return {
    html: text(language, 'request-summary', {
      step: String(stepCount(offer)),
      steps: String(stepCount(offer)),
      certificate: titleOf(context),
      scenario: scenarioName(language, deps.policy, scenario),
      ...validityFacts(language, validity.value),
      usedAfter: String(offer.quota.used + 1),
      limit: String(offer.quota.limit),
    }),
    inline: [[submit], [change, cancelButton(language, version)]],
  };
}

function validityFacts(language: Language, { firstDay, lastDay, days }: Validity) {
  return { firstDay: formatDate(language, firstDay), lastDay: formatDate(language, lastDay), days };
}

// The recommended one first, then the longer before the shorter.
function choiceRows({ language, version, offer }: StepContext): InlineButton[][] {
  const ordered = offer.choices.toSorted((a, b) => Number(b.recommended) - Number(a.recommended) || b.days - a.days);
  return ordered.map(({ days, lastDay, recommended }) => {
    const facts = { days, lastDay: formatDate(language, lastDay) };
    const label = plain(language, recommended ? 'button-choice-recommended' : 'button-choice', facts);
    return [button(label, 'request:days', { args: [String(days)], version, ...(recommended ? PRIMARY : {}) })];
  });
}

const PRIMARY = { style: 'primary' } as const;

function stepCount({ scenarios }: Offer): number {
  return scenarios.length > 1 ? 4 : 3;
}

function titleOf({ language, offer }: StepContext): string {
  return certificateTitle(language, offer.qualification, offer.certificate);
}

function wayBack({ language, version }: StepContext): InlineButton[] {
  return [button(plain(language, 'button-back'), 'request:back', { version }), cancelButton(language, version)];
}
