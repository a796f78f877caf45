import { maskName } from '../../../../engine/registry/mask.ts';
import type { AuditRow } from '../../../../engine/staff/audit.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { formatDate } from '../../../telegram/text/dates.ts';
import type { InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { pageButtons, pageOf } from '../../../telegram/buttons/paging.ts';
import type { StaffTurn } from '../../turn.ts';
import { auditButton, type AuditFilter, auditPage, filterArgs, searchOf } from './audit-filter.ts';
import { rowWords } from './row-words.ts';

const PAGE_SIZE = 8;

/** A page of the audit: rows under the day on which they were written, and what narrows the list. */
export async function auditView(turn: StaffTurn, filter: AuditFilter, wanted: number): Promise<View> {
  const { tx, deps, member } = turn;
  const by = searchOf(filter, deps.zone);
  const total = await tx.staff.audit.count(by);
  const page = pageOf(total, PAGE_SIZE, wanted);
  const rows = await tx.staff.audit.search(by, page);
  const head = text(member.language, 'staff-audit', {
    total: String(total),
    filter: (await filterWords(turn, filter)) || 'none',
  });
  const lines = rows.length === 0 ? [text(member.language, 'staff-audit-none')] : await dayByDay(turn, rows);
  const turnPage = pageButtons(page, (number) => auditPage(filter, number));
  return { html: [head, ...lines].join('\n\n'), inline: [turnPage, ...narrowing(turn, filter)] };
}

async function dayByDay(turn: StaffTurn, rows: readonly AuditRow[]): Promise<string[]> {
  const { deps, member } = turn;
  const lines: string[] = [];
  let day = '';
  for (const row of rows) {
    const date = formatDate(member.language, deps.zone.dateOf(row.at));
    const words = await rowWords(turn, row);
    lines.push(date === day ? words : `<b>${date}</b>\n${words}`);
    day = date;
  }
  return lines;
}

function narrowing({ member: { language } }: StaffTurn, filter: AuditFilter): InlineButton[][] {
  const args = filterArgs(filter);
  const { refused, ...rest } = filter;
  const toggled: AuditFilter = refused ? rest : { ...filter, refused: true };
  const all = Object.keys(filter).length > 0 ? [auditButton(plain(language, 'staff-button-audit-all'), {})] : [];
  return [
    [
      button(plain(language, 'staff-button-audit-member'), 'audit:by-member', { args }),
      button(plain(language, 'staff-button-audit-deed'), 'audit:by-deed', { args }),
    ],
    [
      button(plain(language, 'staff-button-audit-type'), 'audit:type', { args }),
      auditButton(plain(language, 'staff-button-audit-refused', { refused: refused ? 'yes' : 'no' }), toggled),
    ],
    all,
  ];
}

/** What the list is narrowed to, for its head; empty when to nothing. */
async function filterWords({ tx, member: { language } }: StaffTurn, filter: AuditFilter): Promise<string> {
  const { memberId, holderId, capability, refused, day } = filter;
  const member = typeof memberId === 'string' ? await tx.staff.members.get(memberId) : undefined;
  const holder = holderId === undefined ? undefined : await tx.holders.get(holderId);
  const words = [
    memberId === null && plain(language, 'staff-audit-command-line'),
    typeof memberId === 'string' && (member?.name ?? '—'),
    capability && plain(language, 'staff-capability', { capability }),
    holderId !== undefined && (holder ? maskName(holder.name) : '—'),
    day && formatDate(language, day),
    refused && plain(language, 'staff-audit-only-refused'),
  ];
  return words.filter(Boolean).join(' · ');
}
