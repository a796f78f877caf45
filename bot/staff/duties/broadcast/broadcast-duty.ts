import { steerBroadcast, type Steering } from '../../../../engine/broadcast/steer-broadcast.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { plain } from '../../../telegram/text/locale.ts';
import { pageNumber } from '../../../telegram/buttons/paging.ts';
import type { Duty } from '../../duty.ts';
import { inPrivate } from '../../in-private.ts';
import { ofStep } from '../../of-step.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import {
  broadcastCardView,
  broadcastDoneNews,
  broadcastsView,
  cancelView,
  isUnderWay,
  statusWords,
} from './broadcast-views.ts';
import { FLOW } from './draft.ts';
import { beginBroadcast, tapStep, typeStep } from './write-broadcast.ts';

const STEP_TAPS = [
  'linked',
  'expiring',
  'within',
  'qualification',
  'page',
  'choose',
  'chinese-only',
  'now',
  'later',
  'confirm',
];

/** One message to many holders: to whom, what, a look at it, and when; then how far it is. */
export const broadcastDuty: Duty = {
  commands: { broadcast: inPrivate('broadcast', async (turn) => show(turn, await broadcastsView(turn, 1))) },
  taps: {
    'broadcast:list': inPrivate('broadcast', async (turn, { args: [page] }) =>
      show(turn, await broadcastsView(turn, pageNumber(page))),
    ),
    'broadcast:card': inPrivate('broadcast', (turn, { args: [id = ''] }) => openCard(turn, id)),
    'broadcast:new': inPrivate('broadcast', beginBroadcast),
    ...Object.fromEntries(
      STEP_TAPS.map((action) => [`broadcast:${action}`, ofStep(FLOW, inPrivate('broadcast', tapStep))]),
    ),
    'broadcast:pause': inPrivate('broadcast', (turn, data) => steer(turn, data, 'pause')),
    'broadcast:resume': inPrivate('broadcast', (turn, data) => steer(turn, data, 'resume')),
    'broadcast:ask-cancel': inPrivate('broadcast', askCancel),
    'broadcast:cancel': inPrivate('broadcast', (turn, data) => steer(turn, data, 'cancel')),
  },
  flows: { [FLOW]: inPrivate('broadcast', typeStep) },
  news: { 'broadcast-done': broadcastDoneNews },
};

async function openCard(turn: StaffTurn, id: string, words?: string): Promise<Effect[]> {
  const broadcast = await turn.tx.broadcasts.get(id);
  if (!broadcast) return show(turn, await broadcastsView(turn, 1), words);
  turn.note({ about: id });
  return show(turn, await broadcastCardView(turn, broadcast), words);
}

/** What is cancelled can't be resumed, so that is asked first. */
async function askCancel(turn: StaffTurn, { args: [id = ''] }: CallbackData): Promise<Effect[]> {
  const broadcast = await turn.tx.broadcasts.get(id);
  if (!broadcast || !isUnderWay(broadcast)) return openCard(turn, id);
  turn.note({ about: id });
  return show(turn, cancelView(turn, broadcast));
}

async function steer(turn: StaffTurn, { args: [id = ''] }: CallbackData, steering: Steering): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  const steered = await steerBroadcast(tx, { now, memberId: member.id, id, steering });
  if (steered.ok) return openCard(turn, id, statusWords(member.language, steered.value));
  const { refusal } = steered;
  turn.note({ refusal: refusal.kind });
  if (refusal.kind === 'no-such-broadcast') return openCard(turn, id);
  const by = refusal.by === null ? 'none' : ((await tx.staff.members.get(refusal.by))?.name ?? '—');
  const at = refusal.at === null ? '' : formatMoment(member.language, refusal.at, deps.zone);
  const status = statusWords(member.language, refusal.status);
  return openCard(turn, id, plain(member.language, 'staff-broadcast-not-now', { by, at, status }));
}
