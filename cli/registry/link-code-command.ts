import { makeLinkCode, type MadeLinkCode } from '../../engine/linking/make-link-code.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { noteAtCommandLine } from '../../engine/staff/command-line-deed.ts';
import { maskName } from '../../engine/registry/mask.ts';
import { systemClock, systemRandom } from '../../service/system.ts';
import type { Config } from '../../config.ts';
import { type Command, UsageFault } from '../command.ts';
import { loadConfig, withStorage } from '../project.ts';
import { wallClock } from '../wall-clock.ts';

/** Takes a management number, so that no identity number stands in the shell's history. */
export const linkCodeCommand: Command = async (argv, io) => {
  const [managementNumber] = argv;
  if (managementNumber === undefined || argv.length > 1 || managementNumber.startsWith('-')) {
    throw new UsageFault("link-code needs the management number of one of the holder's certificates.");
  }
  const config = loadConfig();
  const made = await withStorage(config, (storage) => makeFor(storage, config, managementNumber));
  if (!made) {
    io.err(`The registry has no certificate with the management number ${managementNumber}.\n`);
    return 1;
  }
  io.out(describe(made, config));
  return 0;
};

function makeFor(storage: Storage, { policy }: Config, managementNumber: string): Promise<MadeLinkCode | undefined> {
  return storage.transact(async (tx) => {
    const [certificate] = await tx.certificates.findByManagementNumbers([managementNumber.trim()]);
    const holder = certificate && (await tx.holders.get(certificate.holderId));
    if (!holder) return undefined;
    const now = systemClock.now();
    const { documentType, documentNumber } = holder;
    const made = await makeLinkCode(tx, { policy, random: systemRandom }, { now, documentType, documentNumber });
    if (!made.ok) return undefined;
    const deed = { now, capability: 'make-link-code', action: 'link-code' } as const;
    await noteAtCommandLine(tx, { ...deed, holderId: holder.id, about: certificate.managementNumber });
    return made.value;
  });
}

function describe({ code, expiresAt, holder }: MadeLinkCode, { policy }: Config): string {
  return [
    `Code:   ${code}`,
    `Link:   https://t.me/BOT?start=${code}   (BOT is the bot's user name)`,
    `Holder: ${maskName(holder.name)}`,
    `It works once, until ${wallClock(expiresAt, policy.zone)}, together with the holder's document number and name.`,
    '',
  ].join('\n');
}
