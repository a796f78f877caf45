import { newId, readInvitationCode } from '../ids.ts';
import type { Language } from '../ports/language.ts';
import type { Random } from '../ports/random.ts';
import type { Invitation } from '../ports/stores/staff-stores.ts';
import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import type { Instant } from '../time/instant.ts';
import type { Member } from './member.ts';
import { may } from './permissions.ts';

/** Who comes with a code, as the messenger tells of them. */
export interface Newcomer {
  /** The messenger's user id. */
  id: number;
  name: string;
  language: Language;
}

/** `no-invitation`: the code is unknown, used, expired or void. `member-already`: suspended ones are, too. */
export type JoinRefusal = { kind: 'no-invitation' } | { kind: 'member-already'; member: Member };

/**
 * Makes who comes with an invitation a member, and writes the audit row. A code is used up by whom it makes a member
 * only. Somebody who was removed comes back as another member, without what the old one was in the middle of.
 */
export async function join(
  tx: Transaction,
  { random }: { random: Random },
  { now, code, user }: { now: Instant; code: string; user: Newcomer },
): Promise<Result<Member, JoinRefusal>> {
  const existing = await tx.staff.members.findByUser(user.id);
  if (existing) return refused({ kind: 'member-already', member: existing });
  const read = readInvitationCode(code);
  const invitation = read === undefined ? undefined : await useCode(tx, { code: read, userId: user.id, now });
  if (!invitation) return refused({ kind: 'no-invitation' });
  const member = newMember(newId(random), user, invitation, now);
  // An audit without rows is believed for as long as there is no member.
  await noteJoining(tx, member, invitation);
  await tx.staff.members.insert(member);
  return done(member);
}

/** A void code is left as it is: it invites again when who made it may. */
async function useCode(
  tx: Transaction,
  { code, userId, now }: { code: string; userId: number; now: Instant },
): Promise<Invitation | undefined> {
  const invitation = await tx.staff.invitations.get(code, now);
  if (!invitation || !(await stillInvites(tx, invitation))) return undefined;
  return tx.staff.invitations.use(code, userId, now);
}

/** Whoever could not invite anybody now lets nobody in by a code from before. The command line always may. */
async function stillInvites(tx: Transaction, { invitedBy }: Invitation): Promise<boolean> {
  if (invitedBy === null) return true;
  const member = await tx.staff.members.get(invitedBy);
  return member?.status === 'active' && may(member.role, 'members');
}

function newMember(id: string, { id: userId, name, language }: Newcomer, { role }: Invitation, now: Instant): Member {
  return { id, userId, name, role, status: 'active', language, joinedAt: now };
}

async function noteJoining(tx: Transaction, member: Member, { invitedBy }: Invitation): Promise<void> {
  await tx.staff.audit.add({
    at: member.joinedAt,
    memberId: member.id,
    role: member.role,
    capability: 'members',
    action: 'join',
    holderId: null,
    about: member.id,
    reason: null,
    refusal: null,
    facts: { invitedBy },
  });
}
