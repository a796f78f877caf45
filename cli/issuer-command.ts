import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { certificateFacts } from '../engine/document/issuer/inspect-chain.ts';
import { Zone } from '../engine/time/instant.ts';
import { hasDemonstration, makeDemonstration } from '../service/issuers/demonstration-files.ts';
import { type ReadIssuer, type ReadIssuers, readIssuers } from '../service/issuers/read-issuers.ts';
import { loadCatalogue } from '../service/load-catalogue.ts';
import { systemClock } from '../service/system.ts';
import { type Command, type ExitCode, type Io, UsageFault } from './command.ts';
import { findingLine } from './doctor/finding-line.ts';
import { issuerFindings } from './issuer-findings.ts';
import { fromWhereCalled, loadConfig } from './project.ts';

/** `issuer list`, `issuer check` and `issuer create-demo [--out DIR]`. */
export const issuerCommand: Command = async (argv, io) => {
  const { name, out } = readArguments(argv);
  const config = loadConfig();
  if (name === 'create-demo') return createDemonstration(out === null ? config.issuerDir : fromWhereCalled(out), io);
  const read = await readIssuers(config.issuerDir, await loadCatalogue(config.catalogueFile), config.secret);
  return name === 'check' ? check(read, config, io) : list(read, config, io);
};

type Name = 'list' | 'check' | 'create-demo';

function readArguments(argv: readonly string[]): { name: Name; out: string | null } {
  try {
    const options = { out: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const [name, ...others] = positionals;
    const known = name === 'create-demo' || ((name === 'list' || name === 'check') && values.out === undefined);
    if (known && others.length === 0) return { name, out: values.out ?? null };
  } catch {
    // An option that there is not: told below, as a word too many is.
  }
  throw new UsageFault('issuer needs list, check, or create-demo with an optional --out DIR.');
}

async function createDemonstration(dir: string, io: Io): Promise<ExitCode> {
  if (hasDemonstration(dir)) {
    io.err(`${dir} has a demonstration key already; move it away to have another one made.\n`);
    return 1;
  }
  const file = await makeDemonstration(dir, systemClock.now());
  io.out(`The demonstration issuer's key is ${file}, its password beside it. All that it signs says 样张 SPECIMEN.\n`);
  return 0;
}

async function check(read: ReadIssuers, config: Config, io: Io): Promise<ExitCode> {
  const findings = await issuerFindings(config, read, { certificates: true });
  for (const finding of findings) io.out(findingLine(finding));
  if (read.issuers.some(({ demonstrated, keys }) => !demonstrated && keys.length > 0)) {
    io.out(findingLine({ kind: 'note', text: 'a running service knows what has changed here from its next start' }));
  }
  return findings.some(({ kind }) => kind === 'bad') ? 1 : 0;
}

function list({ issuers, mistakes }: ReadIssuers, { policy }: Config, io: Io): ExitCode {
  const zone = new Zone(policy.zone);
  for (const issuer of issuers) io.out(`${describe(issuer, zone).join('\n')}\n`);
  for (const text of mistakes) io.err(findingLine({ kind: 'bad', text }));
  return mistakes.length > 0 ? 1 : 0;
}

function describe({ demonstrated, issuer, keys, seal }: ReadIssuer, zone: Zone): string[] {
  const { id, name, specimen } = issuer;
  const picture = seal ? `its own, as ${seal.kind === 'vector' ? 'outlines' : 'pixels'}` : 'a frame with its name';
  const described = keys.map(({ name: key, signer }) => {
    const [own] = certificateFacts(signer.chain);
    return `  key   ${key}: ${own?.algorithm}, until ${own ? zone.dateOf(own.until) : 'unknown'}`;
  });
  const none = demonstrated ? 'the demonstration key, made at the first start' : 'none';
  return [
    `${id}  ${name['zh-CN']}  ${name.en}`,
    `  seal  ${specimen ? '样张 SPECIMEN' : picture}`,
    ...(described.length > 0 ? described : [`  key   ${none}`]),
  ];
}
