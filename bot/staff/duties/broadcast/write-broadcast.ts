import { BROADCAST_TEXT_LENGTH, type Audience } from '../../../../engine/broadcast/broadcast.ts';
import {
  planBroadcast,
  type PlanRefusal,
  refuseAudience,
  refuseText,
  refuseTime,
} from '../../../../engine/broadcast/plan-broadcast.ts';
import type { Transaction } from '../../../../engine/ports/storage.ts';
import { never } from '../../../../engine/result.ts';
import { addDays, type CivilDate } from '../../../../engine/time/civil-date.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { text } from '../../../telegram/text/locale.ts';
import { pageNumber } from '../../../telegram/buttons/paging.ts';
import { parseDay } from '../../../telegram/text/parse-day.ts';
import { type DialogTurn, enterStep, isOfFlow, leaveDialog } from '../../dialog.ts';
import type { Said } from '../../duty.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { broadcastCardView } from './broadcast-views.ts';
import { completeDraft, type Draft, draftOf, FLOW } from './draft.ts';
import { parseTime } from './parse-time.ts';
import { exampleDay, exampleTime, showStep } from './step-views.ts';

type NotUnderstood = { kind: 'not-a-day' } | { kind: 'not-a-time' };

export async function beginBroadcast(turn: StaffTurn): Promise<Effect[]> {
  const draft: Draft = { step: 'audience' };
  return showStep(await enterStep(turn, FLOW, draft), draft);
}

/** A button of a step. */
export async function tapStep(turn: StaffTurn, data: CallbackData): Promise<Effect[]> {
  if (!isOfFlow(turn, FLOW)) return [];
  const draft = draftOf(turn.dialog);
  switch (data.action) {
    case 'linked':
      return aim(turn, draft, { kind: 'linked' });
    case 'expiring':
      return go(turn, { ...draft, step: 'before' });
    case 'within':
      return aim(turn, draft, { kind: 'expiring', before: addDays(turn.deps.zone.dateOf(turn.now), 1 + days(data)) });
    case 'qualification':
      return go(turn, { ...draft, step: 'qualification' });
    case 'page':
      return showStep(turn, draft, { page: pageNumber(data.args[0]) });
    case 'choose':
      return aim(turn, draft, {
        kind: 'qualification',
        code: turn.deps.catalogue.qualifications[Number(data.args[0])]?.code ?? '',
      });
    case 'chinese-only':
      return go(turn, { ...draft, english: draft.chinese ?? '', step: 'when' });
    case 'now':
      return go(turn, { ...draft, startAt: null, step: 'confirm' });
    case 'later':
      return go(turn, { ...draft, step: 'time' });
    default:
      return confirm(turn, draft);
  }
}

/** What is typed while a broadcast is being written. */
export async function typeStep(turn: StaffTurn, said: Said): Promise<Effect[]> {
  if (!isOfFlow(turn, FLOW)) return [];
  const draft = draftOf(turn.dialog);
  const words = said.kind === 'text' ? said.text : '';
  switch (draft.step) {
    case 'before':
      return typeDay(turn, draft, words);
    case 'chinese':
    case 'english':
      return typeText(turn, draft, words);
    case 'time':
      return typeTime(turn, draft, words);
    case 'audience':
    case 'qualification':
    case 'when':
    case 'confirm':
      return showStep(turn, draft, { note: text(turn.member.language, 'please-tap') });
    default:
      return draft.step satisfies never;
  }
}

async function typeDay(turn: DialogTurn, draft: Draft, words: string): Promise<Effect[]> {
  const before = parseDay(words, turn.deps.zone.dateOf(turn.now));
  return before ? aim(turn, draft, { kind: 'expiring', before }) : again(turn, draft, { kind: 'not-a-day' });
}

async function typeText(turn: DialogTurn, draft: Draft, words: string): Promise<Effect[]> {
  const refusal = refuseText(words);
  if (refusal) return again(turn, draft, refusal);
  return draft.step === 'chinese'
    ? go(turn, { ...draft, chinese: words, step: 'english' })
    : go(turn, { ...draft, english: words, step: 'when' });
}

async function typeTime(turn: DialogTurn, draft: Draft, words: string): Promise<Effect[]> {
  const startAt = parseTime(words, turn.deps.zone, turn.now);
  if (startAt === undefined) return again(turn, draft, { kind: 'not-a-time' });
  const refusal = refuseTime(startAt, turn.now);
  return refusal ? again(turn, draft, refusal) : go(turn, { ...draft, startAt, step: 'confirm' });
}

async function go(turn: StaffTurn, draft: Draft): Promise<Effect[]> {
  return showStep(await enterStep(turn, FLOW, draft), draft);
}

async function aim(turn: DialogTurn, draft: Draft, audience: Audience): Promise<Effect[]> {
  const { tx, deps, now } = turn;
  const today = deps.zone.dateOf(now);
  const refusal = refuseAudience(audience, deps.catalogue, today) ?? (await refuseNobody(tx, audience, today));
  return refusal ? again(turn, draft, refusal) : go(turn, afterAudience({ ...draft, audience }));
}

/** Whoever chooses anew because there was nobody left has written the rest already. */
function afterAudience(draft: Draft): Draft {
  return { ...draft, step: completeDraft(draft) ? 'confirm' : 'chinese' };
}

/** Nobody should write what nobody would get. */
async function refuseNobody(tx: Transaction, audience: Audience, today: CivilDate): Promise<PlanRefusal | undefined> {
  return (await tx.broadcasts.countAccounts(audience, today)) === 0 ? { kind: 'nobody' } : undefined;
}

function again(turn: DialogTurn, draft: Draft, refusal: PlanRefusal | NotUnderstood): Promise<Effect[]> {
  turn.note({ refusal: refusal.kind });
  return showStep(turn, draft, { note: refusalWords(turn, draft, refusal) });
}

/** The dialog's version made this tap the only one. */
async function confirm(turn: DialogTurn, draft: Draft): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  const complete = completeDraft(draft);
  if (!complete) return beginBroadcast(turn);
  const planned = await planBroadcast(tx, deps, { now, memberId: member.id, ...complete });
  if (!planned.ok) {
    const back: Draft = { ...draft, step: stepToMend(planned.refusal) };
    turn.note({ refusal: planned.refusal.kind });
    const note = refusalWords(turn, back, planned.refusal);
    return showStep(await enterStep(turn, FLOW, back), back, { note });
  }
  const { id, expected, startAt } = planned.value;
  turn.note({ about: id, facts: { expected, startAt, audience: complete.audience.kind } });
  await leaveDialog(turn);
  return show(turn, await broadcastCardView(turn, planned.value));
}

/** Where what has changed since it was said can be said anew. */
function stepToMend({ kind }: PlanRefusal): Draft['step'] {
  switch (kind) {
    case 'nobody':
    case 'past-day':
    case 'unknown-qualification':
      return 'audience';
    case 'past-time':
    case 'far-time':
      return 'time';
    case 'empty-text':
    case 'long-text':
      return 'chinese';
    default:
      return never(kind);
  }
}

function refusalWords(turn: DialogTurn, { step }: Draft, refusal: PlanRefusal | NotUnderstood): string {
  const most = 'most' in refusal ? refusal.most : 'mostDays' in refusal ? refusal.mostDays : BROADCAST_TEXT_LENGTH;
  const example = step === 'time' ? exampleTime(turn) : exampleDay(turn);
  return text(turn.member.language, 'staff-broadcast-refused', { kind: refusal.kind, most: String(most), example });
}

function days({ args: [text = ''] }: CallbackData): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : 7;
}
