import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MovableClock } from '../bot/sandbox/movable-clock.ts';
import type { PersonClient } from '../bot/sandbox/person-client.ts';
import { createLogger } from '../bot/telegram/log/create-logger.ts';
import { playToTheCopy } from '../cli/demo/demo-way.ts';
import { loadConfig } from '../cli/project.ts';
import { createDocumentMaker } from '../engine/document/maker.ts';
import { requestEndorsement } from '../engine/endorsement/request-endorsement.ts';
import { newId } from '../engine/ids.ts';
import { DEFAULT_POLICY, type Policy } from '../engine/policy/policy.ts';
import type { CopyMaker } from '../engine/ports/copy-maker.ts';
import type { Transaction } from '../engine/ports/storage.ts';
import type { Instant } from '../engine/time/instant.ts';
import { openKeys } from '../service/issuers/issuer-key.ts';
import { loadFonts } from '../service/documents/load-fonts.ts';
import type { Prepared } from '../service/documents/prepare.ts';
import { type SandboxService, startSandboxService } from '../service/start-sandbox-service.ts';
import { systemRandom } from '../service/system.ts';
import { quantile } from './issue/measure.ts';
import { readDocuments } from './read-documents.ts';

const DOCUMENTS = 1000;
const QUIET_TAPS = 200;
/** People don't tap faster, and pacing has nothing to do. */
const BETWEEN_TAPS_MS = 30;
/** Taps on. */
const TAPPER = 1001;
/** In whose name copies are made, in no chat: it is the making that is measured, not the sending. */
const ASKER = 9999;
/** So that bases are composed on the way, too. */
const CERTIFICATES = 50;
/** Of a flood on the verification page, whose server shares the bots' thread. */
const FLOOD_CONNECTIONS = 64;
/** Until all of them are open and at work. */
const FLOOD_BEGINS_MS = 1000;
/** As many copies of a certificate as are wanted. */
const POLICY: Policy = { ...DEFAULT_POLICY, quota: { ...DEFAULT_POLICY.quota, limit: 1_000_000 } };

/** How long taps waited for what they change in the chat, in ms. */
interface Waits {
  taps: number;
  p50: number;
  p95: number;
  worst: number;
}

interface Seen {
  quiet: Waits;
  /** While the page is flooded, and how many requests of the flood were answered in a second. */
  flooded: Waits & { perSecond: number };
  busy: Waits;
  /** How long the documents took, in s. */
  seconds: number;
}

/** How long a tap waits for its answer: in quiet, in a flood of visitors, and while documents are made, on their threads and without any. */
export async function benchTaps(args: readonly string[]): Promise<void> {
  const documents = readDocuments(args, DOCUMENTS);
  const fonts = await loadFonts();
  const onTheLoop = ({ issuers: { keys, seals } }: Prepared): CopyMaker =>
    createDocumentMaker({ fonts, signers: openKeys(keys, { blocking: true }), seals });
  const threads = await seen(documents);
  const loop = await seen(documents, onTheLoop);
  const rows: [string, Waits][] = [
    ['nothing else to do', threads.quiet],
    [`${FLOOD_CONNECTIONS} connections flood the page`, threads.flooded],
    [`${documents} documents on a thread`, threads.busy],
    [`${documents} documents on the loop`, loop.busy],
  ];
  for (const [what, { p50, p95, taps, worst }] of rows) {
    const figures = [`p50 ${p50.toFixed(1)} ms`, `p95 ${p95.toFixed(1)} ms`, `worst ${worst.toFixed(0)} ms`];
    process.stdout.write(`${what.padEnd(30)} ${figures.join('  ')}  (${taps} taps)\n`);
  }
  process.stdout.write(`\n${JSON.stringify({ bench: 'taps', documents, threads, loop })}\n`);
}

async function seen(documents: number, maker?: (prepared: Prepared) => CopyMaker): Promise<Seen> {
  const dir = mkdtempSync(path.join(tmpdir(), 'jiazhu-bench-'));
  const running = await startSandboxService({
    config: { ...loadConfig(), policy: POLICY },
    dir: path.join(dir, 'sandbox'),
    port: 0,
    clock: MovableClock.real(),
    random: systemRandom,
    logger: createLogger({ level: 'error' }),
    ...(maker && { maker }),
  });
  try {
    await playToTheCopy(running.sandbox, TAPPER);
    return await measure(running, documents);
  } finally {
    await running.close();
    rmSync(dir, { recursive: true });
  }
}

async function measure(running: SandboxService, documents: number): Promise<Seen> {
  const person = running.sandbox.person(TAPPER);
  await person.sendText('/start');
  await person.waitForText('您好');
  const quiet = await tapWhile(person, (taps) => taps < QUIET_TAPS);
  const flooded = await inFlood(running, () => tapWhile(person, (taps) => taps < QUIET_TAPS));
  await requestCopies(running.prepared, documents);
  const began = performance.now();
  let ended: number | undefined;
  void running.service.catchUp().then(() => (ended = performance.now()));
  const busy = await tapWhile(person, () => ended === undefined);
  return { quiet, flooded, busy, seconds: ((ended ?? Number.NaN) - began) / 1000 };
}

async function inFlood({ web }: SandboxService, work: () => Promise<Waits>): Promise<Seen['flooded']> {
  const visitors = fork(path.join(import.meta.dirname, 'flood.ts'), [web.url, String(FLOOD_CONNECTIONS)]);
  try {
    await sleep(FLOOD_BEGINS_MS);
    const [before, began] = [await answeredTo(visitors), performance.now()];
    const waits = await work();
    const answered = (await answeredTo(visitors)) - before;
    return { ...waits, perSecond: Math.round((answered / (performance.now() - began)) * 1000) };
  } finally {
    visitors.kill();
  }
}

async function answeredTo(visitors: ChildProcess): Promise<number> {
  visitors.send('how many?');
  const [answered]: unknown[] = await once(visitors, 'message');
  return Number(answered);
}

async function tapWhile(person: PersonClient, more: (taps: number) => boolean): Promise<Waits> {
  const waits: number[] = [];
  while (more(waits.length)) {
    const [label, expected] = waits.length % 2 === 0 ? ['我的证书', '我的证书'] : ['🏠 首页', '您好'];
    const began = performance.now();
    await person.tap(label);
    await person.waitForText(expected);
    waits.push(performance.now() - began);
    await sleep(BETWEEN_TAPS_MS);
  }
  return { taps: waits.length, p50: quantile(waits, 0.5), p95: quantile(waits, 0.95), worst: Math.max(...waits) };
}

/** As if somebody had asked for so many, of several certificates in turn. */
async function requestCopies({ catalogue, storage, zone }: Prepared, count: number): Promise<void> {
  const now = MovableClock.real().now();
  await storage.transact(async (tx) => {
    const { certificates, ...asker } = await addAsker(tx, now);
    for (let index = 0; index < count; index += 1) {
      const asked = await requestEndorsement(
        tx,
        { catalogue, policy: POLICY, random: systemRandom, zone },
        {
          ...asker,
          now,
          certificateId: certificates[index % certificates.length] ?? '',
          scenario: 'self-use',
          validity: { days: 90 },
          requestKey: `bench-${index}`,
          progressMessageId: null,
        },
      );
      if (!asked.ok) throw new Error(`refused: ${asked.refusal.kind}`);
    }
  });
}

/** Somebody like the tapper, with more certificates. */
async function addAsker(tx: Transaction, now: Instant) {
  const account = await tx.accounts.findByUser(TAPPER);
  const link = account && (await tx.links.activeOfAccount(account.id));
  const holder = link && (await tx.holders.get(link.holderId));
  const [certificate] = holder ? await tx.certificates.ofHolder(holder.id) : [];
  if (!account || !link || !holder || !certificate) throw new Error('nobody is linked');
  const [accountId, holderId] = [newId(systemRandom), newId(systemRandom)];
  const certificates = Array.from({ length: CERTIFICATES }, (_, index) => {
    return { ...certificate, id: newId(systemRandom), holderId, managementNumber: `BENCH-${index}` };
  });
  await tx.holders.insertMany([{ ...holder, id: holderId, documentNumber: '110105194912310028' }]);
  await tx.certificates.insertMany(certificates);
  await tx.accounts.insert({ ...account, id: accountId, userId: ASKER });
  await tx.links.insert({ ...link, id: newId(systemRandom), accountId, holderId, linkedAt: now });
  return { accountId, holderId, certificates: certificates.map(({ id }) => id) };
}
