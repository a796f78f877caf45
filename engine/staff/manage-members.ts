import { enqueueForStaff } from '../outbox/enqueue-for-staff.ts';
import type { Transaction } from '../ports/storage.ts';
import { done, never, refused, type Result } from '../result.ts';
import type { Instant } from '../time/instant.ts';
import type { Member } from './member.ts';
import type { StaffRole } from './permissions.ts';

/** What is to become of a member, and what they are as far as whoever asks for it knows. */
export type MemberChange =
  | { kind: 'change-role'; from: StaffRole; to: StaffRole }
  | { kind: 'suspend' }
  | { kind: 'resume' }
  | { kind: 'remove'; from: 'active' | 'suspended' };

/**
 * `changed-meanwhile`: the member isn't any more what the change starts from, for somebody else was faster.
 * `yourself`: nobody changes what they may do themselves, not even to less.
 */
export type MemberRefusal =
  | { kind: 'no-such-member' }
  | { kind: 'yourself' }
  | { kind: 'changed-meanwhile'; member: Member }
  | { kind: 'last-admin'; member: Member };

/** Everybody who is or may be let in again, admins first. */
export async function listMembers(tx: Transaction): Promise<Member[]> {
  const members = await tx.staff.members.list(['active', 'suspended']);
  const rank = { admin: 0, supervisor: 1, agent: 2 } as const satisfies Record<StaffRole, number>;
  return members.toSorted((a, b) => rank[a.role] - rank[b.role]);
}

/** Changes a member for another, `by`, and tells those who are still active; answers the member as they are afterwards. */
export async function changeMember(
  tx: Transaction,
  { now, by, id, change }: { now: Instant; by: Member; id: string; change: MemberChange },
): Promise<Result<Member, MemberRefusal>> {
  const member = await tx.staff.members.get(id);
  if (!member) return refused({ kind: 'no-such-member' });
  if (member.id === by.id) return refused({ kind: 'yourself' });
  if (!fits(member, change)) return refused({ kind: 'changed-meanwhile', member });
  if (takesAdmin(member, change) && !(await isAnotherAdmin(tx, member))) {
    return refused({ kind: 'last-admin', member });
  }
  if (!(await write(tx, member, change))) return refused({ kind: 'changed-meanwhile', member });
  const after = { ...member, ...outcome(change) };
  if (after.status === 'active') await tellOfChange(tx, now, id);
  else await forgetDialog(tx, id);
  return done(after);
}

function fits({ role, status }: Member, change: MemberChange): boolean {
  switch (change.kind) {
    case 'change-role':
      return status !== 'removed' && role === change.from && role !== change.to;
    case 'suspend':
      return status === 'active';
    case 'resume':
      return status === 'suspended';
    case 'remove':
      return status === change.from;
    default:
      return never(change);
  }
}

function outcome(change: MemberChange): Partial<Pick<Member, 'role' | 'status'>> {
  switch (change.kind) {
    case 'change-role':
      return { role: change.to };
    case 'suspend':
      return { status: 'suspended' };
    case 'resume':
      return { status: 'active' };
    case 'remove':
      return { status: 'removed' };
    default:
      return never(change);
  }
}

/** Whether an active admin is none any more afterwards. */
function takesAdmin({ role, status }: Member, change: MemberChange): boolean {
  return role === 'admin' && status === 'active' && change.kind !== 'resume';
}

async function isAnotherAdmin(tx: Transaction, { id }: Member): Promise<boolean> {
  const active = await tx.staff.members.list(['active']);
  return active.some((member) => member.role === 'admin' && member.id !== id);
}

function write(tx: Transaction, { id, role, status }: Member, change: MemberChange): Promise<boolean> {
  const after = outcome(change);
  if (after.role !== undefined) return tx.staff.members.changeRole(id, role, after.role);
  return tx.staff.members.changeStatus(id, status, after.status ?? status);
}

async function tellOfChange(tx: Transaction, now: Instant, id: string): Promise<void> {
  const news = { to: { member: id }, message: { kind: 'member-changed' } } as const;
  await enqueueForStaff(tx, now, { key: `member-changed:${id}:${now}`, ...news });
}

/** What was begun is not gone on with after a return, and buttons of its steps fit nothing any more. */
async function forgetDialog(tx: Transaction, id: string): Promise<void> {
  const version = await tx.staff.dialogs.version(id);
  if (version > 0) await tx.staff.dialogs.clear(id, version);
}
