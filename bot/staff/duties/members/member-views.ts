import { listMembers } from '../../../../engine/staff/manage-members.ts';
import type { Member } from '../../../../engine/staff/member.ts';
import { type StaffRole, STAFF_ROLES } from '../../../../engine/staff/permissions.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { packCallback } from '../../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect, InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { pageButtons, pageOf } from '../../../telegram/buttons/paging.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { auditButton } from '../audit/audit-filter.ts';
import { withNote } from '../find/views.ts';
import { changeArgs } from './member-change.ts';

const PAGE_SIZE = 8;

/** Everybody on the staff, admins first, a button each. */
export async function membersView({ tx, member: { language } }: StaffTurn, wanted: number): Promise<View> {
  const members = await listMembers(tx);
  const page = pageOf(members.length, PAGE_SIZE, wanted);
  const shown = members.slice(page.offset, page.offset + page.limit);
  const turnPage = pageButtons(page, (number) =>
    packCallback({ feature: 'members', action: 'list', args: [String(number)] }),
  );
  return {
    html: text(language, 'staff-members', { total: String(members.length) }),
    inline: [
      ...shown.map((one) => [button(memberLine(language, one), 'members:card', { args: [one.id] })]),
      turnPage,
      [button(plain(language, 'staff-button-members-invite'), 'members:invite', { style: 'primary' })],
    ],
  };
}

/** One member, with what the looking admin can do about them. `note` is HTML that stands above. */
export async function openCard(turn: StaffTurn, id: string, note?: string): Promise<Effect[]> {
  const found = await turn.tx.staff.members.get(id);
  if (!found) {
    const gone = note ?? text(turn.member.language, 'staff-members-refused', { ...NOBODY, kind: 'no-such-member' });
    return show(turn, withNote(await membersView(turn, 1), gone));
  }
  turn.note({ about: id });
  const view = await cardView(turn, found);
  return show(turn, note === undefined ? view : withNote(view, note));
}

async function cardView({ tx, deps, member: { id: own, language } }: StaffTurn, member: Member): Promise<View> {
  const [last] = await tx.staff.audit.search({ memberId: member.id }, { offset: 0, limit: 1 });
  const html = text(language, 'staff-member-card', {
    name: member.name,
    self: member.id === own ? 'yes' : 'no',
    role: roleName(language, member.role),
    status: member.status,
    joined: formatMoment(language, member.joinedAt, deps.zone),
    last: last ? formatMoment(language, last.at, deps.zone) : 'never',
  });
  const changes = member.id === own ? [] : changeButtons(language, member);
  const log = auditButton(plain(language, 'staff-button-members-log'), { memberId: member.id });
  return { html, inline: [...changes, [log], [backButton(language)]] };
}

function changeButtons(language: Language, { id, role, status }: Member): InlineButton[][] {
  if (status === 'removed') return [];
  const ask = (label: string, args: string[]) => button(label, 'members:ask', { args: [id, ...args] });
  const others = STAFF_ROLES.filter((other) => other !== role);
  const toRoles = others.map((to) =>
    ask(
      plain(language, 'staff-button-members-role', { role: roleName(language, to) }),
      changeArgs({ kind: 'change-role', from: role, to }),
    ),
  );
  const pause =
    status === 'active'
      ? ask(plain(language, 'staff-button-members-suspend'), changeArgs({ kind: 'suspend' }))
      : ask(plain(language, 'staff-button-members-resume'), changeArgs({ kind: 'resume' }));
  const remove = ask(plain(language, 'staff-button-members-remove'), changeArgs({ kind: 'remove', from: status }));
  return [toRoles, [pause, remove]];
}

export function roleName(language: Language, role: StaffRole): string {
  return plain(language, 'staff-role', { role });
}

export function backButton(language: Language): InlineButton {
  return button(plain(language, 'staff-button-members-back'), 'members:list', { args: ['1'] });
}

/** Variables of a refusal that names nobody. */
export const NOBODY = { name: '', by: 'none', at: '', role: '', status: 'none' };

function memberLine(language: Language, { name, role, status }: Member): string {
  return plain(language, 'staff-member-line', { name, role: roleName(language, role), status });
}
