import { newInvitationCode } from '../ids.ts';
import type { Policy } from '../policy/policy.ts';
import type { Random } from '../ports/random.ts';
import type { Transaction } from '../ports/storage.ts';
import { HOUR_MS, type Instant, later } from '../time/instant.ts';
import type { StaffRole } from './permissions.ts';

export interface MadeInvitation {
  /** What a deep link to the staff bot carries. Only a keyed hash is kept. */
  code: string;
  role: StaffRole;
  expiresAt: Instant;
}

/** Makes a code by which one person becomes a member of staff. `by` is null at the command line. */
export async function inviteMember(
  tx: Transaction,
  { policy, random }: { policy: Policy; random: Random },
  { now, role, by }: { now: Instant; role: StaffRole; by: string | null },
): Promise<MadeInvitation> {
  const code = newInvitationCode(random);
  const expiresAt = later(now, policy.staff.invitationHours * HOUR_MS);
  await tx.staff.invitations.put(code, { role, invitedBy: by, expiresAt });
  return { code, role, expiresAt };
}
