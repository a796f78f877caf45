import { groupAccount } from '../../../engine/outbox/enqueue-for-staff.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import type { Member } from '../../../engine/staff/member.ts';
import type { Instant } from '../../../engine/time/instant.ts';
import type { Effect } from '../../telegram/effects.ts';
import { welcomeNewcomer } from '../duties/basics/joining.ts';
import { answerTurn } from '../router.ts';
import type { Place, StaffDeps, StaffEvent } from '../turn.ts';
import type { Incoming, Migration } from './read-update.ts';

export type Heard = Omit<Incoming, 'event'> & { event: StaffEvent };

/** Decides what to say to one update, and makes every change that goes with it. Strangers get no answer. */
export async function decide(
  tx: Transaction,
  deps: StaffDeps,
  now: Instant,
  { updateId, user, place, event }: Heard,
): Promise<Effect[]> {
  const known = await tx.staff.members.findByUser(user.id);
  if (!known) return welcomeNewcomer({ tx, deps, now }, user, place, event);
  if (!(await isHeard(tx, place, event))) return [];
  const member = await followName(tx, known, user.name);
  const found = place.kind === 'private' ? await tx.staff.dialogs.get(member.id) : undefined;
  const expired = found !== undefined && found.expiresAt <= now;
  if (expired) await tx.staff.dialogs.clear(member.id, found.version);
  const dialog = expired ? undefined : found;
  return answerTurn({ tx, deps, now, updateId, member, place, dialog, event }, expired);
}

/** In a group that isn't the staff's, nothing is heard but the command that makes it that. */
export async function isHeard(tx: Transaction, { kind, chatId }: Place, event: { kind: string; name?: string }) {
  if (kind === 'private' || (event.kind === 'command' && event.name === 'group')) return true;
  return (await tx.staff.settings.get('group')) === String(chatId);
}

/** The staff group lives on under another number, and what waits for it goes there. */
export async function followMigration(tx: Transaction, { from, to }: Migration): Promise<void> {
  if ((await tx.staff.settings.get('group')) !== String(from)) return;
  await tx.staff.settings.set('group', String(to));
  await tx.outbox.readdress('staff', groupAccount(from), groupAccount(to));
}

async function followName(tx: Transaction, member: Member, name: string): Promise<Member> {
  if (member.name === name) return member;
  await tx.staff.members.setName(member.id, name);
  return { ...member, name };
}
