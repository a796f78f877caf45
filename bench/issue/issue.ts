import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { progressBar } from '../../cli/progress-bar.ts';
import { openPkcs12 } from '../../engine/document/issuer/pkcs12.ts';
import { discard } from '../../engine/generation/discard.ts';
import { loadFonts } from '../../service/documents/load-fonts.ts';
import { readDocuments } from '../read-documents.ts';
import { checkSigned } from './check.ts';
import type { FirstDocument } from './first-document.ts';
import { keyFile, keyFolder, PASSWORD, rawSigning } from './keys.ts';
import type { LongRun } from './long-run.ts';
import { interleave, type Measured, measured, median, type Subject } from './measure.ts';
import { report, type Seen } from './report.ts';
import { type Order, OrderStream, START } from './stream.ts';
import { type Issuing, issuing, issuingOnThreads } from './subjects.ts';
import { usualPipeline } from './usual-pipeline.ts';

const DOCUMENTS = 4000;
const ROUNDS = 100;
const SLICE_MS = 60;
const FIRSTS = 5;
/** The same limits as `service/documents/document-workers.ts` sets to threads. */
const LIKE_A_THREAD = ['--max-semi-space-size=2', '--max-old-space-size=80'];

/** How fast endorsed copies are made, beside what bounds them and what others do. */
export async function benchIssue(args: readonly string[]): Promise<void> {
  const documents = readDocuments(args, DOCUMENTS);
  const bar = progressBar((text) => process.stderr.write(text), process.stderr.isTTY);
  const pkcs12 = keyFile('rsa2048');
  const folder = keyFolder(pkcs12);
  try {
    // First those that want a machine to themselves.
    bar.show('first documents', 0, 1);
    const firsts: FirstDocument[] = [];
    while (firsts.length < FIRSTS) firsts.push(await ownProcess<FirstDocument>(['first-document.ts', folder]));
    bar.show('long run', 0, 1);
    const longRun = await ownProcess<LongRun>(['long-run.ts', folder, String(documents)], LIKE_A_THREAD);
    const rates = await sideBySide(pkcs12, (round) => bar.show('side by side', round, ROUNDS));
    bar.clear();
    const first = {
      ms: median(firsts.map(({ ms }) => ms)),
      sinceStart: median(firsts.map(({ sinceStart }) => sinceStart)),
      whenReady: median(firsts.map(({ whenReady }) => whenReady)),
    };
    process.stdout.write(report({ rates, longRun, first }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function sideBySide(pkcs12: Uint8Array, onRound: (round: number) => void): Promise<Seen> {
  const fonts = await loadFonts();
  const documents = {
    rsa2048: await issuing('rsa2048', fonts),
    rsa3072: await issuing('rsa3072', fonts),
    p256: await issuing('p256', fonts),
    oneThread: await issuingOnThreads(1, fonts),
    twoThreads: await issuingOnThreads(2, fonts),
    usual: usual(pkcs12),
  };
  try {
    for (const { check } of Object.values(documents)) await check();
    const subjects = {
      rawRsa2048: await measured(raw(rawSigning('rsa2048')), SLICE_MS),
      rsa2048: await measured(documents.rsa2048, SLICE_MS),
      rawRsa3072: await measured(raw(rawSigning('rsa3072')), SLICE_MS),
      rsa3072: await measured(documents.rsa3072, SLICE_MS),
      rawP256: await measured(raw(rawSigning('p256')), SLICE_MS),
      p256: await measured(documents.p256, SLICE_MS),
      oneThread: await measured(documents.oneThread, SLICE_MS),
      twoThreads: await measured(documents.twoThreads, SLICE_MS),
      usual: await measured(documents.usual, SLICE_MS),
    };
    await interleave(Object.values(subjects), ROUNDS, onRound);
    for (const { check } of Object.values(documents)) await check();
    return medians(subjects);
  } finally {
    for (const { close } of Object.values(documents)) await close();
  }
}

function medians<Name extends string>(subjects: Record<Name, Measured>): Record<Name, number> {
  const entries = Object.entries<Measured>(subjects).map(([name, { rates }]) => [name, median(rates)]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

function raw(signOnce: () => void): Subject<number> {
  return {
    prepare: (count) => count,
    run: (count) => {
      for (let i = 0; i < count; i += 1) signOnce();
    },
  };
}

function usual(pkcs12: Uint8Array): Issuing {
  const make = usualPipeline(pkcs12);
  const stream = new OrderStream(24, 'usual');
  const { chain } = openPkcs12(pkcs12, PASSWORD, START);
  return {
    prepare: (count) => stream.take(count),
    run: async (orders: Order[]) => {
      for (const order of orders) discard(await make(order));
    },
    check: async () => {
      for (const order of stream.take(2)) checkSigned(await make(order), chain[0]);
    },
    close: () => Promise.resolve(),
  };
}

/** With code compiled before, as the service has it from its second start on. */
async function ownProcess<Answer>([file, ...args]: [string, ...string[]], flags: string[] = []): Promise<Answer> {
  const script = fileURLToPath(new URL(file, import.meta.url));
  enableCompileCache();
  const compiled = getCompileCacheDir();
  const env = { ...process.env, ...(compiled !== undefined && { NODE_COMPILE_CACHE: path.dirname(compiled) }) };
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, ...args], { env });
  return JSON.parse(stdout) as Answer;
}
