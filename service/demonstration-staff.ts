import type { Sandbox } from '../bot/sandbox/sandbox.ts';
import { fullName } from '../bot/staff/update/read-update.ts';
import { languageOf } from '../bot/telegram/text/locale.ts';
import type { Clock } from '../engine/ports/clock.ts';
import type { Random } from '../engine/ports/random.ts';
import type { Storage } from '../engine/ports/storage.ts';
import { inviteMember } from '../engine/staff/invite-member.ts';
import { join } from '../engine/staff/join.ts';
import type { StaffRole } from '../engine/staff/permissions.ts';
import type { Policy } from '../engine/policy/policy.ts';

/** The bot that demonstration staff talk to. */
export const SANDBOX_STAFF_BOT = {
  token: '1000000002:sandbox-token-of-the-staff-bot-demo',
  username: 'jiazhu_staff_bot',
  name: '加注客服 Jiazhu staff',
};

const GROUP = { id: -1_002_000_000_001, title: '客服群 Staff group' };

/** Somebody of data/demo/people.json who is a member of staff. */
export interface DemonstrationMember {
  id: number;
  first_name: string;
  last_name?: string | undefined;
  language_code: string;
  role: StaffRole;
}

/** Makes them members, so that a newcomer can play them at once, and puts them into a group with topics. */
export async function joinDemonstrationStaff(
  deps: { sandbox: Sandbox; storage: Storage; clock: Clock; random: Random; policy: Policy },
  members: readonly DemonstrationMember[],
): Promise<void> {
  const { sandbox, storage } = deps;
  const bots = [SANDBOX_STAFF_BOT.username];
  sandbox.addGroup({ ...GROUP, bots, admins: bots, members: members.map(({ id }) => id), isForum: true });
  await storage.transact(async (tx) => {
    for (const { id, language_code, role, ...person } of members) {
      const now = deps.clock.now();
      const { code } = await inviteMember(tx, deps, { now, role, by: null });
      const name = fullName(person);
      await join(tx, deps, { now, code, user: { id, name, language: languageOf(language_code) } });
    }
  });
}

/** What each would have done once the bot runs: write to it, and an administrator to the group. */
export async function openStaffChats(sandbox: Sandbox, members: readonly DemonstrationMember[]): Promise<void> {
  for (const { id } of members) await sandbox.person(id).sendText('/start');
  const admin = members.find(({ role }) => role === 'admin');
  if (admin) await sandbox.person(admin.id, SANDBOX_STAFF_BOT.username, GROUP.id).sendText('/group');
}
