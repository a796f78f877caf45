import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { createKeySigner } from '../../engine/document/issuer/key-signer.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import type { ValidationData } from '../../engine/document/revocation/validation-data.ts';
import { DAY_MS, later } from '../../engine/time/instant.ts';
import { judgeFile } from '../../engine/verification/file-soundness.ts';
import type { JudgeStart } from '../../service/verification/judge-job.ts';
import { JudgeFault } from '../../service/verification/judge-thread.ts';
import {
  type FileJudgeOptions,
  type StartedFileJudge,
  startFileJudge,
} from '../../service/verification/start-file-judge.ts';
import { BASIS, CERTIFICATE, ENDORSEMENT, NOW, sampleMaker, shippedFonts } from '../document/samples.ts';
import { revocationList } from '../trust/answers.ts';
import { party, SIGNER } from '../trust/pki.ts';

const { trustedRoots } = BASIS;
const copy = (await sampleMaker('demonstration').makeCopy(CERTIFICATE, ENDORSEMENT)).bytes;

let judge: StartedFileJudge | undefined;
afterEach(() => judge?.close());

/** Starts a judge; what is answered asks it. */
function start(options: Partial<FileJudgeOptions> = {}): StartedFileJudge['judge'] {
  const started = startFileJudge({ trust: { trustedRoots }, clock: { now: () => NOW }, ...options });
  judge = started;
  return (bytes) => started.judge(bytes);
}

/** A thread that runs `script` instead of judging, and the real one from the second time on. */
function firstDoing(script: string): (start: JudgeStart) => Worker {
  let started = 0;
  return (workerData) => {
    started += 1;
    if (started === 1) return new Worker(script, { eval: true });
    return new Worker(WORKER, { workerData });
  };
}

const WORKER = new URL('../../service/verification/judge-worker.ts', import.meta.url);
const READY = `const { parentPort } = require('node:worker_threads'); parentPort.postMessage({ ready: true });`;

test('a thread judges as the engine itself does, one file after another', async () => {
  const ask = start();
  const changed = Buffer.from(copy);
  changed[200] = 0;
  const judged = await Promise.all([copy, changed, Buffer.from('a letter')].map((bytes) => ask(bytes)));
  expect(judged).toEqual([copy, changed, Buffer.from('a letter')].map((bytes) => judgeFile(bytes, BASIS)));
  expect(judged.map(({ sound }) => sound.reason)).toEqual(['sound', 'changed', 'not-a-pdf']);
});

test('a file that keeps the thread busy is given up in time, and the next is judged by another', async () => {
  const startThread = firstDoing(`${READY} parentPort.on('message', () => { for (;;); });`);
  const ask = start({ startThread, withinMs: 1500 });
  const [busy, next] = await Promise.all([ask(Buffer.from('busy')), ask(copy)]);
  expect(busy.sound).toEqual({ status: 'indeterminate', reason: 'out-of-time', signature: null });
  expect(busy.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(next.sound.status).toBe('passed');
});

test('a file that takes the thread down is not held against the next', async () => {
  const startThread = firstDoing(`${READY} parentPort.on('message', () => process.exit(1));`);
  const ask = start({ startThread });
  expect((await ask(Buffer.from('deadly'))).sound.reason).toBe('out-of-time');
  expect((await ask(copy)).sound.reason).toBe('sound');
});

test('what is known of revocations goes to the thread once, and with news to another', async () => {
  const root = party({ name: 'Root' });
  const seal = party({ name: 'Seal', by: root, extensions: SIGNER });
  const sealing = createKeySigner(seal.key, [seal.certificate, root.certificate]);
  const maker = createDocumentMaker({ fonts: shippedFonts(), signers: new Map([['demonstration', sealing]]) });
  const { bytes } = await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
  const revoked = [{ certificate: seal.certificate, at: later(NOW, -DAY_MS) }];
  const trust = { trustedRoots: [root.certificate] };
  const nothing = { certificates: [], ocspResponses: [], revocationLists: [] };
  const started: unknown[] = [];
  let known: ValidationData = nothing;
  const startThread = (workerData: JudgeStart): Worker => {
    started.push(workerData.known);
    return new Worker(WORKER, { workerData });
  };
  const ask = start({ trust, startThread, revocations: () => known });
  expect((await ask(bytes)).sound.reason).toBe('sound');
  expect((await ask(bytes)).sound.reason).toBe('sound');
  expect(started).toEqual([nothing]);
  known = { ...nothing, revocationLists: [revocationList({ authority: root, at: NOW, revoked })] };
  expect((await ask(bytes)).sound.reason).toBe('certificate-revoked');
  expect((await ask(bytes)).sound).toEqual(judgeFile(bytes, { ...trust, at: NOW, known }).sound);
  expect(started).toEqual([nothing, known]);
});

test('a thread that can’t start is a fault, and tried again with the next file', async () => {
  const ask = start({ startThread: firstDoing('process.exit(1)') });
  await expect(ask(copy)).rejects.toThrow(JudgeFault);
  expect((await ask(copy)).sound.reason).toBe('sound');
});

test('what is larger than any copy never reaches the thread', async () => {
  const startThread = (): Worker => {
    throw new Error('no thread is needed');
  };
  const ask = start({ startThread });
  expect(await ask(Buffer.alloc(20 * 1024 * 1024))).toMatchObject({ sha256: null, sound: { reason: 'too-large' } });
});
