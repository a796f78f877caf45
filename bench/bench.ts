// How fast things are: `npm run bench -- NAME [options]`.
import { UsageFault } from '../cli/command.ts';

interface Bench {
  usage: string;
  summary: string;
  load: () => Promise<(args: readonly string[]) => Promise<void>>;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  issue: {
    usage: 'issue [--documents N]',
    summary: 'endorsed copies, against the bare signatures and the usual pipeline; N of them for the long run',
    load: async () => (await import('./issue/issue.ts')).benchIssue,
  },
  taps: {
    usage: 'taps [--documents N]',
    summary: 'how long a tap waits for its answer while N documents are made',
    load: async () => (await import('./taps.ts')).benchTaps,
  },
  verify: {
    usage: 'verify [ENDORSEMENTS]',
    summary: 'lookups of the verification page over HTTP, in a SQLite file with so many endorsements',
    load: async () => (await import('./verify/verify.ts')).benchVerify,
  },
  import: {
    usage: 'import [ROWS]',
    summary: 'a registry file into a SQLite file, as CSV and as a workbook',
    load: async () => (await import('./import/import.ts')).benchImport,
  },
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  const bench = name === undefined ? undefined : BENCHES[name];
  if (!bench) {
    const list = Object.values(BENCHES).map(({ summary, usage }) => `  ${usage.padEnd(24)} ${summary}\n`);
    const heading = name === undefined ? '' : `There is no bench "${name}".\n`;
    process[name === undefined ? 'stdout' : 'stderr'].write(`${heading}npm run bench -- NAME\n${list.join('')}`);
    return name === undefined ? 0 : 2;
  }
  try {
    const run = await bench.load();
    await run(args);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageFault)) throw error;
    process.stderr.write(`${error.message}\nUsage: npm run bench -- ${bench.usage}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
