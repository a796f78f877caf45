import { noteAtCommandLine } from '../../engine/staff/command-line-deed.ts';
import { listMembers } from '../../engine/staff/manage-members.ts';
import type { Member } from '../../engine/staff/member.ts';
import { systemClock } from '../../service/system.ts';
import { type Command, UsageFault } from '../command.ts';
import { loadConfig, withStorage } from '../project.ts';
import { wallClock } from '../wall-clock.ts';

/** Who is on the staff; looking is audited as it is in the bot. */
export const listStaff: Command = async (argv, io) => {
  if (argv.length > 0) throw new UsageFault('staff list takes no arguments.');
  const config = loadConfig();
  const members = await withStorage(config, (storage) =>
    storage.transact(async (tx) => {
      await noteAtCommandLine(tx, { now: systemClock.now(), capability: 'members', action: 'staff list' });
      return listMembers(tx);
    }),
  );
  for (const member of members) io.out(line(member, config.policy.zone));
  if (members.length === 0) io.out('Nobody yet: staff invite --role admin makes a link for the first.\n');
  return 0;
};

function line({ name, role, status, joinedAt }: Member, zone: string): string {
  const suspended = status === 'suspended' ? ', suspended' : '';
  return `${name}  ${role}${suspended}, since ${wallClock(joinedAt, zone)}\n`;
}
