import { migrateDatabase } from '../../storage/open-storage.ts';
import { type Command, UsageFault } from '../command.ts';
import { loadConfig } from '../project.ts';

export const migrateCommand: Command = async (argv, io) => {
  if (argv.length > 0) throw new UsageFault('migrate takes no arguments.');
  const { databaseUrl } = loadConfig();
  const steps = await migrateDatabase(databaseUrl);
  for (const step of steps) io.out(`✓ ${step}\n`);
  io.out(steps.length > 0 ? `The database is up to date now.\n` : 'The database was up to date already.\n');
  return 0;
};
