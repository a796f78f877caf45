// A thread that judges files for `start-file-judge.ts`, one after another.
import { parentPort, workerData } from 'node:worker_threads';
import { readAhead } from '../../engine/document/revocation/revocation-list.ts';
import { judgeFile } from '../../engine/verification/file-soundness.ts';
import type { JudgeAnswer, JudgeJob, JudgeStart } from './judge-job.ts';

const port = parentPort;
if (!port) throw new TypeError('judge-worker.ts is for worker threads');
const trust = workerData as JudgeStart;
const answer = (message: JudgeAnswer): void => port.postMessage(message);

port.on('message', ({ at, bytes }: JudgeJob) => {
  const { sound, traces } = judgeFile(bytes, { ...trust, at });
  answer({ sound, traces });
});
// What takes a second or so of an operator's long lists is not for the first file to wait for in its time.
readAhead(trust.known?.revocationLists ?? []);
answer({ ready: true });
