import { enableCompileCache } from 'node:module';
import { COMMANDS } from './cli/commands.ts';
import { type ExitCode, type Io, UsageFault } from './cli/command.ts';
import { explainFault } from './cli/start/explain-fault.ts';

async function main([name = 'help', ...argv]: readonly string[], io: Io): Promise<ExitCode> {
  const entry = argv.includes('--help') || /^--?h(elp)?$/.test(name) ? COMMANDS['help'] : COMMANDS[name];
  if (!entry) {
    io.err(`There is no command "${name}"; npm run -s jiazhu -- help lists them.\n`);
    return 2;
  }
  try {
    const command = await entry.load();
    return await command(argv, io);
  } catch (error) {
    if (error instanceof UsageFault) {
      io.err(`${error.message}\nUsage: npm run -s jiazhu -- ${entry.usage}\n`);
      return 2;
    }
    io.err(`${explainFault(error)}\n`);
    return 1;
  }
}

// Whoever reads no further, as behind `| head -1`, still has the command done, and its exit status.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Commands are loaded when they are called: with their code compiled before, that takes half the time.
enableCompileCache();
process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
});
