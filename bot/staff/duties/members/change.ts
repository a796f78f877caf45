import { lastDeed } from '../../../../engine/staff/last-deed.ts';
import { changeMember, type MemberChange, type MemberRefusal } from '../../../../engine/staff/manage-members.ts';
import type { Member } from '../../../../engine/staff/member.ts';
import { button } from '../../../telegram/buttons/button.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { enterStep, leaveDialog } from '../../dialog.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { NOBODY, openCard, roleName } from './member-views.ts';
import { changeArgs, FLOW, readChange } from './member-change.ts';

/** Asks whether it is meant. The button that says so works once. */
export async function askChange(turn: StaffTurn, { args: [id = '', ...rest] }: CallbackData): Promise<Effect[]> {
  const change = readChange(rest);
  const member = await turn.tx.staff.members.get(id);
  if (!change || !member) return openCard(turn, id);
  turn.note({ about: id });
  const { language } = turn.member;
  const asked = await enterStep(turn, FLOW, { step: 'confirm' });
  const { version } = asked.dialog;
  const yes = button(plain(language, 'staff-button-members-confirm', { change: change.kind }), 'members:do', {
    args: [id, ...changeArgs(change)],
    version,
    style: change.kind === 'remove' || change.kind === 'suspend' ? 'danger' : 'primary',
  });
  const no = button(plain(language, 'staff-button-cancel'), 'members:card', { args: [id] });
  return show(asked, {
    html: text(language, 'staff-members-confirm', words(turn, member, change)),
    inline: [[yes], [no]],
  });
}

export async function changeNow(turn: StaffTurn, { args: [id = '', ...rest] }: CallbackData): Promise<Effect[]> {
  const change = readChange(rest);
  if (!change) return openCard(turn, id);
  const { tx, now, member: by } = turn;
  const left = await leaveDialog(turn);
  // Whoever was faster did it before this turn's own row is written.
  const faster = await lastDeed(tx, { capability: 'members', about: id });
  const changed = await changeMember(tx, { now, by, id, change });
  turn.note({ about: id, facts: factsOf(change), ...(changed.ok ? {} : { refusal: changed.refusal.kind }) });
  const note = changed.ok
    ? text(by.language, 'staff-members-done', words(turn, changed.value, change))
    : refusalWords(turn, changed.refusal, faster);
  return openCard(left, id, note);
}

function factsOf(change: MemberChange): Record<string, string> {
  return change.kind === 'change-role' ? { from: change.from, to: change.to } : { change: change.kind };
}

function words({ member: { language } }: StaffTurn, { name, role }: Member, change: MemberChange) {
  const to = change.kind === 'change-role' ? change.to : role;
  const from = change.kind === 'change-role' ? change.from : role;
  return { change: change.kind, name, from: roleName(language, from), to: roleName(language, to) };
}

function refusalWords(
  { deps, member: { language } }: StaffTurn,
  refusal: MemberRefusal,
  faster: Awaited<ReturnType<typeof lastDeed>>,
): string {
  if (!('member' in refusal)) return text(language, 'staff-members-refused', { ...NOBODY, kind: refusal.kind });
  const { name, role, status } = refusal.member;
  return text(language, 'staff-members-refused', {
    kind: refusal.kind,
    name,
    role: roleName(language, role),
    status,
    by: faster?.by ?? 'none',
    at: faster ? formatMoment(language, faster.at, deps.zone) : '',
  });
}
