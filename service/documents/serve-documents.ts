// Makes documents for `document-workers.ts`, one after another, once everything that it takes is warm.
import { parentPort, workerData } from 'node:worker_threads';
import { FontFaces } from '../../engine/document/font/font-faces.ts';
import { UnusableFaceFault } from '../../engine/document/faults.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import type { MadeCopy, StampableMaker } from '../../engine/ports/copy-maker.ts';
import { type CopyAnswer, type CopyJob, type CopyOrder, packFault, type WorkerGreeting } from './document-job.ts';
import type { WorkerStart } from './document-job.ts';
import { FontFile } from './font-file.ts';
import { openKeys } from '../issuers/issuer-key.ts';
import { makeSpecimen } from './make-specimen.ts';

const port = parentPort;
if (!port) throw new TypeError('serve-documents.ts is for worker threads');
const greet = (greeting: WorkerGreeting): void => port.postMessage(greeting);
try {
  const maker = await createMaker(workerData as WorkerStart);
  port.on('message', (job: CopyJob) => {
    void answer(maker, job).then((made) => port.postMessage(made, 'copy' in made ? [ownBuffer(made.copy)] : []));
  });
  greet({ started: true });
} catch (error) {
  greet({ started: false, fault: packFault(error) });
}

async function createMaker({ faces, keptBases, keys, seals }: WorkerStart): Promise<StampableMaker> {
  const [regular, bold, ...fallbacks] = faces.map((face) => (typeof face === 'string' ? new FontFile(face) : face));
  if (!regular || !bold) throw new UnusableFaceFault('a regular and a bold face are needed');
  const fonts = new FontFaces({ regular, bold, fallbacks });
  const signers = openKeys(keys, { blocking: true });
  await makeSpecimen(fonts);
  return createDocumentMaker({ fonts, signers, seals, ...(keptBases === null ? {} : { keptBases }) });
}

async function answer(maker: StampableMaker, { id, order }: CopyJob): Promise<CopyAnswer> {
  try {
    const { bytes, sha256 } = await make(maker, order);
    return { id, copy: { bytes: owned(bytes), sha256 } };
  } catch (error) {
    return { id, fault: packFault(error) };
  }
}

function make(maker: StampableMaker, order: CopyOrder): Promise<MadeCopy> {
  return order.kind === 'endorsed'
    ? maker.makeCopy(order.certificate, order.endorsement, order.room)
    : maker.makePlainCopy(order.certificate, order.plain, order.room);
}

// Only a buffer that holds nothing else can be handed over to another thread without copying it.
function owned(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);
}

function ownBuffer({ bytes }: MadeCopy): ArrayBuffer {
  return bytes.buffer as ArrayBuffer;
}
