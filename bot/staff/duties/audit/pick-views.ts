import { CAPABILITIES } from '../../../../engine/staff/permissions.ts';
import { packCallback } from '../../../telegram/buttons/callback-data.ts';
import type { InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { pageButtons, pageOf } from '../../../telegram/buttons/paging.ts';
import type { StaffTurn } from '../../turn.ts';
import { auditButton, type AuditFilter, filterArgs } from './audit-filter.ts';

const PAGE_SIZE = 10;

/** Whose rows to show: members, those who were removed as well, and the command line. */
export async function pickMemberView(turn: StaffTurn, filter: AuditFilter, wanted: number): Promise<View> {
  const { tx, member } = turn;
  const { language } = member;
  const members = await tx.staff.members.list(['active', 'suspended', 'removed']);
  const page = pageOf(members.length, PAGE_SIZE, wanted);
  const rows = members.slice(page.offset, page.offset + page.limit).map(({ id, name, role, status }) => {
    const label = plain(language, 'staff-member-line', { name, role: plain(language, 'staff-role', { role }), status });
    return [auditButton(label, { ...filter, memberId: id })];
  });
  const turnPage = pageButtons(page, (number) =>
    packCallback({ feature: 'audit', action: 'by-member', args: filterArgs(filter, number) }),
  );
  const commandLine = auditButton(plain(language, 'staff-audit-command-line'), { ...filter, memberId: null });
  const inline = [...rows, turnPage, [commandLine], [backButton(turn, filter)]];
  return { html: text(language, 'staff-audit-pick-member'), inline };
}

export function pickCapabilityView(turn: StaffTurn, filter: AuditFilter): View {
  const { language } = turn.member;
  const buttons = CAPABILITIES.map((capability) =>
    auditButton(plain(language, 'staff-capability', { capability }), { ...filter, capability }),
  );
  const inline: InlineButton[][] = [];
  for (let index = 0; index < buttons.length; index += 2) inline.push(buttons.slice(index, index + 2));
  return { html: text(language, 'staff-audit-pick-deed'), inline: [...inline, [backButton(turn, filter)]] };
}

function backButton({ member: { language } }: StaffTurn, filter: AuditFilter): InlineButton {
  return auditButton(plain(language, 'staff-button-audit-back'), filter);
}
