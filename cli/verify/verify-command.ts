import { parseArgs } from 'node:util';
import { Zone } from '../../engine/time/instant.ts';
import { numberOf } from '../../engine/verification/issued-verdict.ts';
import { recordVerification } from '../../engine/verification/record-verification.ts';
import { passes } from '../../engine/verification/verify-copy.ts';
import { loadIssuers } from '../../service/issuers/load-issuers.ts';
import { loadCatalogue } from '../../service/load-catalogue.ts';
import { systemClock } from '../../service/system.ts';
import { readTimestampRoots } from '../../service/trust/certificate-file.ts';
import { readKnownRevocations } from '../../service/trust/known-revocations.ts';
import { type Command, UsageFault } from '../command.ts';
import { fromWhereCalled, loadConfig, withStorage } from '../project.ts';
import { languageOfTerminal } from '../terminal-language.ts';
import { readForVerification, verifyBytes } from './verify-file.ts';
import { verdictForMachines, verdictForPeople } from './verify-report.ts';

/** `verify FILE [--json]`: 0 when both answers are `passed`. */
export const verifyCommand: Command = async (argv, io) => {
  const { file, json } = readArguments(argv);
  const config = loadConfig();
  const read = await readForVerification(fromWhereCalled(file)).catch((error: unknown) => {
    throw new UsageFault(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const now = systemClock.now();
  const catalogue = await loadCatalogue(config.catalogueFile);
  const { revocationLists, trustedRoots } = await loadIssuers(config, catalogue, now);
  const roots = { trustedRoots, timestampRoots: await readTimestampRoots(config.trust) };
  const { policy } = config;
  const zone = new Zone(policy.zone);
  const verdict = await withStorage(config, async (storage) => {
    // What the service has learnt: this command asks nobody.
    const known = await storage.transact((tx) => readKnownRevocations(tx, revocationLists));
    const trust = { ...roots, known };
    const { issued, sound } = await verifyBytes(read.bytes, { storage, zone, catalogue, policy, trust }, now);
    const record = {
      at: now,
      door: 'command-line',
      way: 'file',
      result: issued.reason,
      number: numberOf(issued),
    } as const;
    await storage.transact((tx) => recordVerification(tx, { zone, policy }, now, record));
    return { issued, sound };
  });
  io.out(
    json
      ? `${JSON.stringify(verdictForMachines(read, now, verdict))}\n`
      : verdictForPeople(languageOfTerminal(), verdict),
  );
  return passes(verdict) ? 0 : 1;
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
