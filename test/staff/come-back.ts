import { inviteMember } from '../../engine/staff/invite-member.ts';
import type { PlayedMember, StaffJourney } from './staff-journey.ts';

/** Has somebody leave and come back by an invitation: the same person, as another member. */
export async function comeBack(
  { storage, clock, deps }: StaffJourney,
  { client, member }: PlayedMember,
): Promise<void> {
  const { code } = await storage.transact(async (tx) => {
    await tx.staff.members.changeStatus(member.id, 'active', 'removed');
    return inviteMember(tx, deps, { now: clock.now(), role: member.role, by: null });
  });
  await client.openDeepLink(code);
  await client.waitForText(member.language === 'zh-CN' ? '欢迎加入' : 'Welcome to the staff');
}
