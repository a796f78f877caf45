import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MissingGlyphFault, UnknownIssuerFault, IssuerFault } from '../../engine/document/faults.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import type { WorkerStart } from '../../service/documents/document-job.ts';
import { WorkerFault } from '../../service/documents/document-job.ts';
import type { IssuerKey } from '../../service/issuers/issuer-key.ts';
import {
  type DocumentWorkers,
  type DocumentWorkersOptions,
  startDocumentWorkers,
  WorkersBusyFault,
} from '../../service/documents/document-workers.ts';
import {
  BASIS,
  CERTIFICATE,
  ENDORSEMENT,
  issuerFile,
  PASSWORD,
  PLAIN,
  sampleMaker,
  sealedBy,
  shippedFonts,
} from '../document/samples.ts';

const KEY: IssuerKey = { issuer: 'demonstration', pkcs12: issuerFile('demonstration.p12'), password: PASSWORD };
const P256_FILE = new URL('../fixtures/issuers/p256.p12', import.meta.url).pathname;

function start(options: Partial<DocumentWorkersOptions>): Promise<DocumentWorkers> {
  return startDocumentWorkers({ threads: 1, fonts: shippedFonts(), keys: [KEY], ...options });
}

/** Starts the real thread and keeps hold of it, so that a test can end it. */
function kept(threads: Worker[]): (start: WorkerStart) => Worker {
  return (workerData) => {
    const file = new URL('../../service/documents/document-worker.ts', import.meta.url);
    const thread = new Worker(file, { workerData });
    threads.push(thread);
    return thread;
  };
}

// Starting a thread takes longer than any of the tests; those that don't end it share it.
let workers: DocumentWorkers;
const threads: Worker[] = [];
beforeAll(async () => {
  const keys = [KEY, { ...KEY, issuer: 'p256', pkcs12: P256_FILE }];
  workers = await start({ keys, maxWaiting: 3, startThread: kept(threads) });
});
afterAll(() => workers.close());

test('what threads make is to the byte what the maker itself makes', async () => {
  const maker = sampleMaker('demonstration');
  const endorsements = ['JZ20261201-AAAAAA', 'JZ20261201-BBBBBB', 'JZ20261201-CCCCCC'].map((number) => ({
    ...ENDORSEMENT,
    number,
  }));
  const made = await Promise.all(endorsements.map((face) => workers.makeCopy(CERTIFICATE, face)));
  const expected = await Promise.all(endorsements.map((face) => maker.makeCopy(CERTIFICATE, face)));
  expect(made.map(({ sha256 }) => sha256)).toEqual(expected.map(({ sha256 }) => sha256));
  for (const [index, { bytes }] of made.entries()) expect(Buffer.compare(bytes, expected[index]!.bytes)).toBe(0);
  const plain = await workers.makePlainCopy(CERTIFICATE, PLAIN);
  expect(plain.sha256).toBe((await maker.makePlainCopy(CERTIFICATE, PLAIN)).sha256);
  expect(verifyDocument(plain.bytes, BASIS).status).toBe('passed');
});

test('a key can be given as the path of its file', async () => {
  const { bytes } = await workers.makeCopy(sealedBy(CERTIFICATE, 'p256'), ENDORSEMENT);
  expect(verifyDocument(bytes, BASIS).status).toBe('passed');
});

test('a fault comes back as the class that callers look for, and the thread goes on', async () => {
  const rare = { ...CERTIFICATE, holder: { ...CERTIFICATE.holder, name: '李\u{2A6D7}' } };
  const missing = await workers.makeCopy(rare, ENDORSEMENT).catch((fault: unknown) => fault);
  expect(missing).toBeInstanceOf(MissingGlyphFault);
  expect(missing).toMatchObject({ characters: ['\u{2A6D7}'] });
  const unknown = await workers.makeCopy(sealedBy(CERTIFICATE, 'p384'), ENDORSEMENT).catch((fault: unknown) => fault);
  expect(unknown).toBeInstanceOf(UnknownIssuerFault);
  expect(unknown).toMatchObject({ issuer: 'p384' });
  await expect(workers.makeCopy(CERTIFICATE, ENDORSEMENT)).resolves.toBeDefined();
  expect(workers.missingCharacters(rare.holder.name)).toEqual(['\u{2A6D7}']);
});

test('a key that can’t be opened keeps the workers from starting', async () => {
  const fault = await start({ keys: [{ ...KEY, password: 'wrong' }] }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(IssuerFault);
  expect(fault).toMatchObject({ code: 'wrong-password' });
});

test('a thread that dies takes down only the copies it was at, and another takes its place', async () => {
  // One that the thread has yet to compose, which takes it longer than to die.
  const fresh = { ...CERTIFICATE, level: '一级' };
  const outcomes = Array.from({ length: 5 }, () => workers.makeCopy(fresh, ENDORSEMENT));
  const settled = Promise.allSettled(outcomes);
  await threads[0]?.terminate();
  const results = await settled;
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(results[0]).toMatchObject({ reason: expect.any(WorkerFault) });
  expect(threads).toHaveLength(2);
  await expect(workers.makeCopy(CERTIFICATE, ENDORSEMENT)).resolves.toBeDefined();
});

test('more than may wait is refused at once, and taken again when there is room', async () => {
  // Two are with the thread and three wait.
  const taken = Array.from({ length: 5 }, () => workers.makeCopy(CERTIFICATE, ENDORSEMENT));
  await expect(workers.makeCopy(CERTIFICATE, ENDORSEMENT)).rejects.toBeInstanceOf(WorkersBusyFault);
  await Promise.all(taken);
  await expect(workers.makeCopy(CERTIFICATE, ENDORSEMENT)).resolves.toBeDefined();
});

test('closing rejects what is still waited for', async () => {
  const ended = await start({});
  const settled = Promise.allSettled(Array.from({ length: 4 }, () => ended.makeCopy(CERTIFICATE, ENDORSEMENT)));
  await ended.close();
  for (const outcome of await settled) expect(outcome).toMatchObject({ reason: expect.any(WorkerFault) });
  await expect(ended.makeCopy(CERTIFICATE, ENDORSEMENT)).rejects.toBeInstanceOf(WorkerFault);
});
