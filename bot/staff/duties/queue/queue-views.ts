import type { Endorsement } from '../../../../engine/endorsement/endorsement.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import type { Transaction } from '../../../../engine/ports/storage.ts';
import { maskName } from '../../../../engine/registry/mask.ts';
import {
  countQueue,
  listQueue,
  QUEUE_LISTS,
  type QueueList,
  type QueueRow,
} from '../../../../engine/staff/queue/queue-lists.ts';
import type { QueueDeed } from '../../../../engine/staff/queue/settle-queued.ts';
import type { Member } from '../../../../engine/staff/member.ts';
import { type Capability, may } from '../../../../engine/staff/permissions.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { InlineButton, View } from '../../../telegram/effects.ts';
import { LINES, withLines } from '../../../telegram/text/lines.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { pageButtons, pageOf } from '../../../telegram/buttons/paging.ts';
import { packCallback } from '../../../telegram/buttons/callback-data.ts';
import { certificateTitle } from '../../../telegram/text/words.ts';
import type { StaffTurn } from '../../turn.ts';
import { ageWords } from '../../views/age.ts';
import { listName, reasonWords } from './queue-words.ts';

const PAGE_SIZE = 6;
/** Numbers of lines side by side. */
const PER_ROW = 6;

/** How many are in each list, and the way to those that have any. */
export async function queueView({ tx, now, member: { language } }: StaffTurn): Promise<View> {
  const counts = await countQueue(tx, now);
  const words = Object.fromEntries(QUEUE_LISTS.map((list) => [list, String(counts[list])])) as Record<
    QueueList,
    string
  >;
  const rows = QUEUE_LISTS.filter((list) => counts[list] > 0).map((list) => {
    const label = plain(language, 'staff-button-queue-list', { name: listName(language, list), count: words[list] });
    return [button(label, 'queue:list', { args: [list, '1'] })];
  });
  const again = button(plain(language, 'button-refresh'), 'queue:show');
  return { html: text(language, 'staff-queue', words), inline: [...rows, [again]] };
}

/** One page of a list; a button for each of its lines leads to the card. */
export async function queueListView(turn: StaffTurn, list: QueueList, wanted: number): Promise<View> {
  const { tx, now, member } = turn;
  const { language } = member;
  const counts = await countQueue(tx, now);
  const name = listName(language, list);
  const back = [button(plain(language, 'staff-button-queue-back'), 'queue:show')];
  if (counts[list] === 0) return { html: text(language, 'staff-queue-empty', { name }), inline: [back] };
  const page = pageOf(counts[list], PAGE_SIZE, wanted);
  const rows = await listQueue(tx, now, list, page);
  const lines = await Promise.all(rows.map((row, index) => lineOf(turn, row, page.offset + index + 1)));
  const opening = rows.map((row, index) =>
    button(String(page.offset + index + 1), 'queue:card', { args: [row.endorsementId] }),
  );
  const turning = pageButtons(page, (to) => packCallback({ feature: 'queue', action: 'list', args: [list, `${to}`] }));
  const html = text(language, 'staff-queue-list', { name, count: String(counts[list]), lines: LINES });
  return {
    html: withLines(html, lines),
    inline: [...inRows(opening), turning, allButtons(member, list), back],
  };
}

/** One line with all that is known, and what can be done about it. */
export async function queueCardView(turn: StaffTurn, list: QueueList, row: QueueRow): Promise<View | undefined> {
  const { tx, member, now, deps } = turn;
  const { language } = member;
  const endorsement = await tx.endorsements.get(row.endorsementId);
  if (!endorsement) return undefined;
  const { attempts, nextAttemptAt } = row;
  const html = text(language, 'staff-queue-card', {
    name: listName(language, list),
    number: endorsement.number,
    ...(await aboutHolder(turn, endorsement)),
    since: formatMoment(language, row.since, deps.zone),
    age: ageWords(language, row.since, now),
    reason: reasonWords(language, row.because),
    attempts: attempts === null ? 'none' : String(attempts),
    next:
      nextAttemptAt === null
        ? list === 'uncertain'
          ? 'over'
          : 'none'
        : formatMoment(language, nextAttemptAt, deps.zone),
  });
  const args = [list, endorsement.id];
  const retry = list === 'uncertain' ? 'staff-button-queue-send-again' : 'staff-button-queue-retry';
  const deeds = [
    ...when(member, 'retry', () => button(plain(language, retry), 'queue:retry', { args, style: 'primary' })),
    ...when(member, 'give-up', () =>
      button(plain(language, 'staff-button-queue-give-up'), 'queue:ask', { args, style: 'danger' }),
    ),
  ];
  return { html: html.trimEnd(), inline: [deeds, [backTo(language, list)]] };
}

/** Asks once more before one is given up. */
export function askGiveUpView(language: Language, list: QueueList, { id, number }: Endorsement): View {
  const confirm = plain(language, 'staff-button-queue-confirm');
  const back = plain(language, 'button-back');
  return {
    html: text(language, 'staff-queue-ask-give-up', { number, list }),
    inline: [
      [button(confirm, 'queue:give-up', { args: [list, id], style: 'danger' })],
      [button(back, 'queue:card', { args: [id] })],
    ],
  };
}

export function backTo(language: Language, list: QueueList): InlineButton {
  return button(plain(language, 'staff-button-queue-back'), 'queue:list', { args: [list, '1'] });
}

function allButtons(member: Member, list: QueueList): InlineButton[] {
  const label = (deed: QueueDeed): string => plain(member.language, `staff-button-queue-${deed}-all`);
  return [
    ...when(member, 'retry', () => button(label('retry'), 'queue:ask-all', { args: [list, 'retry'] })),
    ...when(member, 'give-up', () => button(label('give-up'), 'queue:ask-all-up', { args: [list, 'give-up'] })),
  ];
}

/** A button for those who may. */
function when({ role }: Member, needs: Capability, made: () => InlineButton): InlineButton[] {
  return may(role, needs) ? [made()] : [];
}

async function lineOf({ tx, member: { language }, now }: StaffTurn, row: QueueRow, place: number): Promise<string> {
  const number = (await tx.endorsements.get(row.endorsementId))?.number ?? '—';
  return text(language, 'staff-queue-line', {
    place: String(place),
    number,
    age: ageWords(language, row.since, now),
    reason: reasonWords(language, row.because),
  });
}

async function aboutHolder(
  { tx, deps, member: { language } }: { tx: Transaction; deps: StaffTurn['deps']; member: { language: Language } },
  { holderId, certificateId }: Endorsement,
): Promise<{ holder: string; certificate: string }> {
  const holder = await tx.holders.get(holderId);
  const certificate = await tx.certificates.get(certificateId);
  const entry = deps.catalogue.qualifications.find(({ code }) => code === certificate?.qualification);
  return {
    holder: holder ? maskName(holder.name) : '—',
    certificate: certificate
      ? entry
        ? certificateTitle(language, entry, certificate)
        : certificate.qualification
      : '—',
  };
}

function inRows(buttons: readonly InlineButton[]): InlineButton[][] {
  const rows: InlineButton[][] = [];
  for (let start = 0; start < buttons.length; start += PER_ROW) rows.push(buttons.slice(start, start + PER_ROW));
  return rows;
}
