import { inviteMember, type MadeInvitation } from '../../../../engine/staff/invite-member.ts';
import { STAFF_ROLES } from '../../../../engine/staff/permissions.ts';
import { button } from '../../../telegram/buttons/button.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect, View } from '../../../telegram/effects.ts';
import { text } from '../../../telegram/text/locale.ts';
import { enterStep, leaveDialog } from '../../dialog.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { backButton, membersView, roleName } from './member-views.ts';
import { FLOW, readRole } from './member-change.ts';

export async function askRole(turn: StaffTurn): Promise<Effect[]> {
  const { language } = turn.member;
  const asked = await enterStep(turn, FLOW, { step: 'invite' });
  const { version } = asked.dialog;
  const roles = STAFF_ROLES.map((role) => [
    button(roleName(language, role), 'members:role', { args: [role], version }),
  ]);
  const hours = String(turn.deps.policy.staff.invitationHours);
  return show(asked, {
    html: text(language, 'staff-invite-ask', { hours }),
    inline: [...roles, [backButton(language)]],
  });
}

/** Makes an invitation, and a message with its link that can be forwarded as it is. */
export async function invite(turn: StaffTurn, { args: [named] }: CallbackData): Promise<Effect[]> {
  const role = readRole(named);
  if (!role) return show(turn, await membersView(turn, 1));
  const { tx, deps, now, member, note } = turn;
  await leaveDialog(turn);
  const made = await inviteMember(tx, deps, { now, role, by: member.id });
  note({ facts: { role } });
  const html = text(member.language, 'staff-invite-made', wordsOf(turn, made));
  const told = show(turn, { html, inline: [[backButton(member.language)]] });
  return [...told, { kind: 'send', view: forwardView(turn, made) }];
}

function forwardView(turn: StaffTurn, made: MadeInvitation): View {
  const { deps, member } = turn;
  return {
    html: text(member.language, 'staff-invite-forward', {
      ...wordsOf(turn, made),
      authority: deps.policy.authority.name[member.language],
      link: `https://t.me/${deps.username}?start=${made.code}`,
    }),
  };
}

function wordsOf({ deps, member: { language } }: StaffTurn, { role, expiresAt }: MadeInvitation) {
  return { role: roleName(language, role), until: formatMoment(language, expiresAt, deps.zone) };
}
