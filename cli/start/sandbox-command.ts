import { runSandboxCommand } from '../../bot/sandbox/sandbox-command.ts';
import { type Command, UsageFault } from '../command.ts';

export const sandboxCommand: Command = async (argv, io) => {
  const exit = await runSandboxCommand(argv, io);
  if (exit === 2) throw new UsageFault('sandbox takes a port up to 65535, an address to listen at, and bots.');
  return exit;
};
