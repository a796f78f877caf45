import type { Signer } from '../../engine/ports/signer.ts';
import { openPkcs12 } from '../../engine/document/issuer/pkcs12.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import type { FontFaces } from '../../engine/document/font/font-faces.ts';
import { discard } from '../../engine/generation/discard.ts';
import type { CopyMaker, MadeCopy } from '../../engine/ports/copy-maker.ts';
import { startDocumentWorkers } from '../../service/documents/document-workers.ts';
import { checkSigned } from './check.ts';
import { keyFile, type KeyKind, PASSWORD } from './keys.ts';
import type { Subject } from './measure.ts';
import { DAY_MS, later } from '../../engine/time/instant.ts';
import { type Order, OrderStream, START } from './stream.ts';

/** Certificates whose copies are asked for in turn. */
const CERTIFICATES = 24;
const ISSUERS = ['demo-ministry', 'demo-association'];
/** How many copies are asked of the workers at once, for each thread. */
const AT_ONCE = 4;

/** One thing that makes documents, one after another unless it says otherwise. */
export interface Issuing extends Subject<Order[]> {
  /** Makes a few documents and throws unless all are sound, different and of what was asked. */
  check: () => Promise<void>;
  close: () => Promise<void>;
}

/** This project's document with a key of that kind, its bases composed. */
export async function issuing(kind: KeyKind, fonts: FontFaces): Promise<Issuing> {
  const signer = openPkcs12(keyFile(kind), PASSWORD, START, { blocking: true });
  const maker = createDocumentMaker({ fonts, signers: new Map(ISSUERS.map((id) => [id, signer])) });
  const stream = new OrderStream(CERTIFICATES, kind);
  await makeAll(maker, stream.round(), 1, drop);
  return subject(maker, signer, { stream, atOnce: 1, close: () => Promise.resolve() });
}

/** The same with RSA-2048 on threads of their own. */
export async function issuingOnThreads(threads: number, fonts: FontFaces): Promise<Issuing> {
  const pkcs12 = keyFile('rsa2048');
  const keys = ISSUERS.map((issuer) => ({ issuer, pkcs12, password: PASSWORD }));
  const workers = await startDocumentWorkers({ threads, fonts, keys });
  const stream = new OrderStream(CERTIFICATES, `${threads} threads`);
  const atOnce = threads * AT_ONCE;
  // Whichever thread a certificate goes to, it finds its base there.
  for (let i = 0; i < 2 * threads; i += 1) await makeAll(workers, stream.round(), atOnce, drop);
  return subject(workers, openPkcs12(pkcs12, PASSWORD, START), { stream, atOnce, close: () => workers.close() });
}

function subject(
  maker: CopyMaker,
  { chain }: Signer,
  { atOnce, close, stream }: { stream: OrderStream; atOnce: number; close: () => Promise<void> },
): Issuing {
  const basis = { trustedRoots: chain.slice(-1), at: later(START, DAY_MS) };
  return {
    prepare: (count) => stream.take(count),
    run: (orders) => makeAll(maker, orders, atOnce, drop),
    check: async () => {
      const orders = stream.take(8);
      const copies: MadeCopy[] = [];
      await makeAll(maker, orders, atOnce, (copy, index) => (copies[index] = copy));
      for (const [index, { bytes }] of copies.entries()) {
        checkSigned(bytes, chain[0]);
        const { reason } = verifyDocument(bytes, basis);
        if (reason !== 'sound') throw new Error(`a copy is not sound: ${reason}`);
        const number = orders[index]?.endorsement.number ?? '';
        if (!Buffer.from(bytes).includes(`<jiazhu:number>${number}<`)) throw new Error('a copy is of something else');
      }
      if (new Set(copies.map(({ sha256 }) => sha256)).size !== orders.length) throw new Error('copies are the same');
    },
    close,
  };
}

// As the service does once a copy is stored.
function drop({ bytes }: MadeCopy): void {
  discard(bytes);
}

/** Makes all, `atOnce` at a time, in the order given, and hands each over with its index. */
async function makeAll(
  maker: CopyMaker,
  orders: readonly Order[],
  atOnce: number,
  use: (copy: MadeCopy, index: number) => void,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let order = orders[next]; order; order = orders[next]) {
      const index = next;
      next += 1;
      use(await maker.makeCopy(order.certificate, order.endorsement), index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
