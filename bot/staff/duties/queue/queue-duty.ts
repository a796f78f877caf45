import { findInQueue, type QueueList } from '../../../../engine/staff/queue/queue-lists.ts';
import { type QueueDeed, settleQueued } from '../../../../engine/staff/queue/settle-queued.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { pageNumber } from '../../../telegram/buttons/paging.ts';
import type { Duty } from '../../duty.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { askAll, runAll, startAll } from './queue-all.ts';
import { askGiveUpView, queueCardView, queueListView, queueView } from './queue-views.ts';
import { readList } from './queue-words.ts';

/** What is being made, overdue, failed or uncertain, and what can be done about it: one, or all of a list. */
export const queueDuty: Duty = {
  commands: { queue: { needs: 'queue', handle: async (turn) => show(turn, await queueView(turn)) } },
  taps: {
    'queue:show': { needs: 'queue', handle: async (turn) => show(turn, await queueView(turn)) },
    'queue:list': { needs: 'queue', handle: openList },
    'queue:card': { needs: 'queue', handle: (turn, { args: [id = ''] }) => openCard(turn, id) },
    'queue:retry': { needs: 'retry', handle: (turn, data) => settle(turn, data, 'retry') },
    'queue:ask': { needs: 'give-up', handle: askGiveUp },
    'queue:give-up': { needs: 'give-up', handle: (turn, data) => settle(turn, data, 'give-up') },
    'queue:ask-all': { needs: 'retry', handle: (turn, data) => askAll(turn, data, 'retry') },
    'queue:ask-all-up': { needs: 'give-up', handle: (turn, data) => askAll(turn, data, 'give-up') },
    'queue:retry-all': { needs: 'retry', handle: (turn, data) => startAll(turn, data, 'retry') },
    'queue:give-up-all': { needs: 'give-up', handle: (turn, data) => startAll(turn, data, 'give-up') },
  },
  tasks: { 'queue-all': runAll },
};

async function openList(turn: StaffTurn, { args: [list, page] }: CallbackData): Promise<Effect[]> {
  const wanted = readList(list);
  return show(turn, wanted ? await queueListView(turn, wanted, pageNumber(page)) : await queueView(turn));
}

async function openCard(turn: StaffTurn, endorsementId: string, words?: string): Promise<Effect[]> {
  const { tx, now, member } = turn;
  const found = await findInQueue(tx, now, endorsementId);
  const view = found && (await queueCardView(turn, found.list, found.row));
  const endorsement = await tx.endorsements.get(endorsementId);
  if (endorsement) turn.note({ about: endorsement.number, holderId: endorsement.holderId });
  if (view) return show(turn, view, words);
  const queue = await queueView(turn);
  const status = plain(member.language, 'staff-endorsement-status', { status: endorsement?.status ?? 'none' });
  const gone = words ?? plain(member.language, 'staff-queue-gone', { status });
  return show(turn, { ...queue, html: `${gone}\n\n${queue.html}` }, words);
}

async function askGiveUp(turn: StaffTurn, { args: [list, endorsementId = ''] }: CallbackData): Promise<Effect[]> {
  const wanted = readList(list);
  const endorsement = await turn.tx.endorsements.get(endorsementId);
  if (!wanted || !endorsement) return show(turn, await queueView(turn));
  await noteAbout(turn, endorsementId);
  turn.note({ facts: { list: wanted } });
  return show(turn, askGiveUpView(turn.member.language, wanted, endorsement));
}

async function settle(
  turn: StaffTurn,
  { args: [name, endorsementId = ''] }: CallbackData,
  deed: QueueDeed,
): Promise<Effect[]> {
  const list: QueueList | undefined = readList(name);
  if (!list) return show(turn, await queueView(turn));
  const { tx, deps, now, member } = turn;
  await noteAbout(turn, endorsementId);
  turn.note({ facts: { list } });
  const settled = await settleQueued(tx, deps, { now, list, deed, endorsementId });
  if (!settled.ok) turn.note({ refusal: settled.refusal.kind });
  const words = settled.ok
    ? plain(member.language, 'staff-queue-done', { deed })
    : plain(member.language, 'staff-queue-refused', { kind: settled.refusal.kind });
  const view = await queueListView(turn, list, 1);
  return show(turn, { ...view, html: `${text(member.language, 'staff-note', { words })}\n\n${view.html}` }, words);
}

async function noteAbout(turn: StaffTurn, endorsementId: string): Promise<void> {
  const endorsement = await turn.tx.endorsements.get(endorsementId);
  if (endorsement) turn.note({ about: endorsement.number, holderId: endorsement.holderId });
}
