import { parseArgs } from 'node:util';
import type { Config } from '../../config.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { noteAtCommandLine } from '../../engine/staff/command-line-deed.ts';
import { inviteMember, type MadeInvitation } from '../../engine/staff/invite-member.ts';
import { STAFF_ROLES, type StaffRole } from '../../engine/staff/permissions.ts';
import { systemClock, systemRandom } from '../../service/system.ts';
import { askUserName } from '../start/ask-user-name.ts';
import { type Command, UsageFault } from '../command.ts';
import { loadConfig, withStorage } from '../project.ts';
import { startFault } from '../start/start-fault.ts';
import { wallClock } from '../wall-clock.ts';

/** Prints a link that makes one person a member of staff. Nothing else lets the first one in. */
export const inviteToStaff: Command = async (argv, io) => {
  const role = readRole(argv);
  const config = loadConfig();
  if (config.staffBotToken === null) {
    io.err('STAFF_BOT_TOKEN is not set: make a bot for the staff with @BotFather first, and set its token.\n');
    return 1;
  }
  const username = await userName(config, config.staffBotToken);
  const made = await withStorage(config, (storage) => invite(storage, config, role));
  io.out(describe(made, username, config));
  return 0;
};

function readRole(argv: readonly string[]): StaffRole {
  const wanted = wantedRole(argv);
  const role = STAFF_ROLES.find((one) => one === wanted);
  if (role) return role;
  throw new UsageFault(`staff invite needs --role with one of ${STAFF_ROLES.join(', ')}.`);
}

function wantedRole(argv: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...argv], options: { role: { type: 'string' } } }).values.role;
  } catch {
    return undefined;
  }
}

async function userName(config: Config, token: string): Promise<string> {
  try {
    return await askUserName(token, config.telegramApiRoot);
  } catch (error) {
    throw startFault(error, config, 'STAFF_BOT_TOKEN');
  }
}

function invite(storage: Storage, { policy }: Config, role: StaffRole): Promise<MadeInvitation> {
  const now = systemClock.now();
  return storage.transact(async (tx) => {
    const made = await inviteMember(tx, { policy, random: systemRandom }, { now, role, by: null });
    await noteAtCommandLine(tx, { now, capability: 'members', action: 'staff invite', facts: { role } });
    return made;
  });
}

function describe({ code, role, expiresAt }: MadeInvitation, username: string, { policy }: Config): string {
  return [
    `Link:   https://t.me/${username}?start=${code}`,
    `Role:   ${role}`,
    `It makes the first who opens it a member of staff, until ${wallClock(expiresAt, policy.zone)}. Send it to nobody else.`,
    '',
  ].join('\n');
}
