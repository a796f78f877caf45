import type { Broadcast } from '../../../../engine/broadcast/broadcast.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { packCallback } from '../../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { InlineButton, View } from '../../../telegram/effects.ts';
import { LINES, withLines } from '../../../telegram/text/lines.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { pageButtons, pageOf } from '../../../telegram/buttons/paging.ts';
import type { NewsWriter } from '../../duty.ts';
import type { StaffTurn } from '../../turn.ts';
import { audienceWords } from './audience-words.ts';

const PAGE_SIZE = 5;

/** Those that were sent or are to be, the newest first. */
export async function broadcastsView(turn: StaffTurn, wanted: number): Promise<View> {
  const { tx, deps, member } = turn;
  const { language } = member;
  const anew = [button(plain(language, 'staff-button-broadcast-new'), 'broadcast:new', { style: 'primary' })];
  const page = pageOf(await tx.broadcasts.count(), PAGE_SIZE, wanted);
  const broadcasts = await tx.broadcasts.list(page);
  if (broadcasts.length === 0) return { html: text(language, 'staff-broadcasts-none'), inline: [anew] };
  const lines: string[] = [];
  for (const [index, broadcast] of broadcasts.entries()) {
    lines.push(
      text(language, 'staff-broadcast-line', {
        place: String(page.offset + index + 1),
        created: formatMoment(language, broadcast.createdAt, deps.zone),
        status: statusWords(language, broadcast.status),
        sent: String(broadcast.sent),
        expected: String(broadcast.expected),
      }),
    );
  }
  const opening = broadcasts.map(({ id }, index) =>
    button(String(page.offset + index + 1), 'broadcast:card', { args: [id] }),
  );
  const turning = pageButtons(page, (to) => packCallback({ feature: 'broadcast', action: 'list', args: [`${to}`] }));
  const html = withLines(text(language, 'staff-broadcasts', { lines: LINES }), lines);
  return { html, inline: [opening, turning, anew] };
}

/** How far one is, and what can be done about it. */
export async function broadcastCardView(turn: StaffTurn, broadcast: Broadcast): Promise<View> {
  const { tx, deps, member } = turn;
  const { language } = member;
  const { sent, failed, changedBy, changedAt } = broadcast;
  const html = text(language, 'staff-broadcast-card', {
    status: statusWords(language, broadcast.status),
    audience: audienceWords(language, deps.catalogue, broadcast.audience),
    start: formatMoment(language, broadcast.startAt, deps.zone),
    sent: String(sent),
    expected: String(broadcast.expected),
    failed: failed === 0 ? 'none' : String(failed),
    by: changedBy === null ? '' : ((await tx.staff.members.get(changedBy))?.name ?? '—'),
    changed: changedBy === null || changedAt === null ? 'none' : formatMoment(language, changedAt, deps.zone),
  });
  return { html: html.trimEnd(), inline: [...steeringButtons(language, broadcast), lastRow(language, broadcast.id)] };
}

/** Asks whether to cancel one, with what that means. */
export function cancelView({ deps, member }: StaffTurn, broadcast: Broadcast): View {
  const { language } = member;
  const { id, audience, sent, expected } = broadcast;
  const html = text(language, 'staff-broadcast-ask-cancel', {
    audience: audienceWords(language, deps.catalogue, audience),
    sent: String(sent),
    expected: String(expected),
  });
  const yes = button(plain(language, 'staff-button-broadcast-cancel-yes'), 'broadcast:cancel', {
    args: [id],
    style: 'danger',
  });
  const back = button(plain(language, 'button-back'), 'broadcast:card', { args: [id] });
  return { html, inline: [[yes], [back]] };
}

/** Whether it is sent or will be, unless somebody cancels it. */
export function isUnderWay({ status }: Broadcast): boolean {
  return status === 'scheduled' || status === 'running' || status === 'paused';
}

export function statusWords(language: Language, status: Broadcast['status']): string {
  return plain(language, 'staff-broadcast-status', { status });
}

/** To whoever began it, when everybody has had it. */
export const broadcastDoneNews: NewsWriter = async (tx, { item: { message }, to: { language } }) => {
  if (message.kind !== 'broadcast-done') return 'drop';
  const broadcast = await tx.broadcasts.get(message.broadcastId);
  if (!broadcast) return 'drop';
  const { sent, failed } = broadcast;
  const html = text(language, 'staff-broadcast-done', {
    sent: String(sent),
    failed: failed === 0 ? 'none' : String(failed),
  });
  const all = button(plain(language, 'staff-button-broadcast-list'), 'broadcast:list');
  return { view: { html, inline: [[all]] } };
};

function steeringButtons(language: Language, broadcast: Broadcast): InlineButton[][] {
  const { id, status } = broadcast;
  if (!isUnderWay(broadcast)) return [];
  const label = (steering: 'pause' | 'resume' | 'cancel'): string =>
    plain(language, `staff-button-broadcast-${steering}`);
  const cancel = button(label('cancel'), 'broadcast:ask-cancel', { args: [id], style: 'danger' });
  if (status === 'paused')
    return [[button(label('resume'), 'broadcast:resume', { args: [id], style: 'primary' }), cancel]];
  return [[button(label('pause'), 'broadcast:pause', { args: [id] }), cancel]];
}

function lastRow(language: Language, id: string): InlineButton[] {
  const again = button(plain(language, 'button-refresh'), 'broadcast:card', { args: [id] });
  return [again, button(plain(language, 'staff-button-broadcast-list'), 'broadcast:list')];
}
