import { listCertificates } from '../../../engine/registry/list-certificates.ts';
import { parseCivilDate } from '../../../engine/time/civil-date.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { certificateView } from '../certificates/certificate-details.ts';
import { certificatesView } from '../certificates/certificate-list.ts';
import { leaveDialog } from '../dialog.ts';
import { show } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { homeButton } from '../views/buttons.ts';
import { certificateLabel } from '../../telegram/text/words.ts';
import { reduceRequest, type RequestEvent } from './reduce.ts';
import { readRequest } from './state.ts';
import { beginAsking, enterRequest, requestStep, type RequestTurn, stepContext } from './step.ts';
import { wrongView } from './step-views.ts';

/** More buttons than these are no longer a choice at a glance. */
const ROWS = 8;

/** 申请加注 from the menu: on with the only certificate there is, or a choice among several. */
export async function chooseCertificate(turn: LinkedTurn): Promise<Effect[]> {
  const { tx, deps, link, account } = turn;
  const { language } = account;
  const all = await listCertificates(tx, deps.catalogue, link.holderId);
  const open = all.filter(({ certificate, needsEndorsement }) => certificate.status === 'valid' && needsEndorsement);
  const [only, ...others] = open;
  // With nothing to ask for, the certificates say why; with many, their list has pages.
  if (!only || open.length > ROWS) return show(turn, await certificatesView(turn, 1));
  if (others.length === 0) return begin(turn, only.certificate.id);
  const rows = open.map(({ certificate, qualification }) => {
    const label = certificateLabel(language, qualification, certificate);
    return [button(label, 'request:begin', { args: [certificate.id] })];
  });
  return show(turn, { html: text(language, 'request-choose'), inline: [...rows, [homeButton(language)]] });
}

export async function beginRequest(turn: LinkedTurn, { args }: CallbackData): Promise<Effect[]> {
  return begin(turn, args[0] ?? '');
}

/** 信息有误？ */
export async function somethingWrong(turn: RequestTurn): Promise<Effect[]> {
  const context = await stepContext(turn, readRequest(turn.dialog));
  return show(turn, 'view' in context ? context.view : wrongView(context.value));
}

export const confirmDetails = (turn: RequestTurn) => step(turn, { kind: 'next' });
export const goBackInRequest = (turn: RequestTurn) => step(turn, { kind: 'back' });
export const otherDay = (turn: RequestTurn) => step(turn, { kind: 'other-day' });
export const chooseScenario = (turn: RequestTurn, { args }: CallbackData) =>
  step(turn, { kind: 'scenario', scenario: args[0] ?? '' });

/** One of the offered numbers of days, and no other: buttons can be forged. */
export async function chooseDays(turn: RequestTurn, { args }: CallbackData): Promise<Effect[]> {
  const days = turn.deps.policy.validity.choices.find((choice) => String(choice) === args[0]);
  return days === undefined ? outOfPlace(turn) : step(turn, { kind: 'choose', choice: { days } });
}

/** The longest validity there is, offered where a last day is typed. */
export async function chooseUntil(turn: RequestTurn, { args }: CallbackData): Promise<Effect[]> {
  const lastDay = parseCivilDate(args[0] ?? '');
  return lastDay === undefined ? outOfPlace(turn) : step(turn, { kind: 'choose', choice: { lastDay } });
}

/** Takes the person where an event leads. */
async function step(turn: RequestTurn, event: RequestEvent): Promise<Effect[]> {
  const { deps, now } = turn;
  const scenarios = deps.policy.scenarios.map(({ code }) => code);
  const outcome = reduceRequest(readRequest(turn.dialog), event, { today: deps.zone.dateOf(now), scenarios });
  switch (outcome.kind) {
    case 'go':
      return show(turn, await enterRequest(turn, outcome.state));
    case 'leave': {
      await leaveDialog(turn);
      return show(turn, await certificateView(turn, outcome.certificateId));
    }
    case 'out-of-place':
      return outOfPlace(turn);
    default:
      return outcome satisfies never;
  }
}

async function outOfPlace(turn: RequestTurn): Promise<Effect[]> {
  return show(turn, await requestStep(turn), plain(turn.account.language, 'stale-button'));
}

async function begin(turn: LinkedTurn, certificateId: string): Promise<Effect[]> {
  return show(turn, await beginAsking(turn, { step: 'details', certificateId }));
}
