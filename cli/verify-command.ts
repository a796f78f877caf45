import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Zone } from '../engine/time/instant.ts';
import { loadSigners, trustedRoots } from '../service/issuer-files.ts';
import { loadCatalogue } from '../service/load-catalogue.ts';
import { systemClock } from '../service/system.ts';
import { type Command, UsageFault } from './command.ts';
import { fromWhereCalled, loadConfig, withStorage } from './project.ts';
import { describeIssued, describeVerdict, type FileAnswers, verify } from './verify-file.ts';

export const verifyCommand: Command = async (argv, io) => {
  const { file, json } = readArguments(argv);
  const config = loadConfig();
  const bytes = await readFile(fromWhereCalled(file)).catch((error: unknown) => {
    throw new UsageFault(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const now = systemClock.now();
  const signers = await loadSigners(config.issuerDir, await loadCatalogue(config.catalogueFile), now);
  const answers = await withStorage(config, (storage) =>
    verify(bytes, { storage, zone: new Zone(config.policy.zone), trustedRoots: trustedRoots(signers) }, now),
  );
  io.out(json ? `${JSON.stringify(forMachines(answers))}\n` : forPeople(answers));
  return answers.issued.status === 'passed' && answers.signature.status === 'passed' ? 0 : 1;
};

function readArguments(argv: readonly string[]): { file: string; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file !== undefined && positionals.length === 1) return { file, json: values.json };
  } catch {
    // An option that there is not: told below, as a file too many is.
  }
  throw new UsageFault('verify needs one file.');
}

function forPeople({ issued, signature }: FileAnswers): string {
  return `${describeIssued(issued)}\n${describeVerdict(signature)}\n`;
}

// What the file says anyway; nothing of the holder.
function forMachines({ issued, signature }: FileAnswers): object {
  const { status, reason } = issued;
  if (reason === 'not-issued') return { issued: { status, reason }, signature };
  const { number, askedOn, lastDay } = issued.issued.endorsement;
  return { issued: { status, reason, number, firstDay: askedOn, lastDay }, signature };
}
