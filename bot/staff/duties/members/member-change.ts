import type { MemberChange } from '../../../../engine/staff/manage-members.ts';
import { STAFF_ROLES, type StaffRole } from '../../../../engine/staff/permissions.ts';

/** Asking before something is done about a member. */
export const FLOW = 'members';

/** A change as arguments of callback data, short enough to stand beside the member's id. */
export function changeArgs(change: MemberChange): string[] {
  if (change.kind === 'change-role') return ['role', change.from, change.to];
  return change.kind === 'remove' ? ['remove', change.from] : [change.kind];
}

/** Reads what `changeArgs` wrote; undefined for anything else. */
export function readChange([kind, from, to]: readonly string[]): MemberChange | undefined {
  if (kind === 'suspend' || kind === 'resume') return { kind };
  if (kind === 'remove' && (from === 'active' || from === 'suspended')) return { kind, from };
  const roles = { from: readRole(from), to: readRole(to) };
  return kind === 'role' && roles.from && roles.to
    ? { kind: 'change-role', from: roles.from, to: roles.to }
    : undefined;
}

export function readRole(text: string | undefined): StaffRole | undefined {
  return STAFF_ROLES.find((role) => role === text);
}
