import { runSandboxCommand } from '../../bot/sandbox/sandbox-command.ts';
import type { Command } from '../command.ts';

export const sandboxCommand: Command = (argv, io) => runSandboxCommand(argv, io);
