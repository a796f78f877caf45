// A process of its own: how long its first signed documents take, as JSON on standard output.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openPkcs12 } from '../../engine/document/issuer/pkcs12.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { startDocumentWorkers } from '../../service/documents/document-workers.ts';
import { loadFonts } from '../../service/documents/load-fonts.ts';
import { PASSWORD } from './keys.ts';
import { OrderStream, START } from './stream.ts';

/** How long the first document takes, in ms, from three starts on. */
export interface FirstDocument {
  /** The program is loaded and the configuration read: fonts and key are read, the page is composed, the copy signed. */
  ms: number;
  /** The process: the program is loaded as well, from compiled code that earlier starts have left. */
  sinceStart: number;
  /** The service that has started, its document thread warm: what the first person to ask waits for. */
  whenReady: number;
}

const folder = process.argv[2] ?? '';
const [order] = new OrderStream(1, 'first').take(1);
if (!order) throw new TypeError('nothing to make');
const issuer = order.certificate.sealedBy.id;
const file = path.join(folder, 'rsa2048.p12');

const began = performance.now();
const fonts = await loadFonts();
const signer = openPkcs12(readFileSync(file), PASSWORD, START, { blocking: true });
const maker = createDocumentMaker({ fonts, signers: new Map([[issuer, signer]]) });
await maker.makeCopy(order.certificate, order.endorsement);
const ended = performance.now();

const workers = await startDocumentWorkers({
  threads: 1,
  fonts,
  keys: [{ issuer, pkcs12: file, password: PASSWORD }],
});
const asked = performance.now();
await workers.makeCopy(order.certificate, order.endorsement);
const whenReady = performance.now() - asked;
await workers.close();

const seen: FirstDocument = { ms: ended - began, sinceStart: ended, whenReady };
process.stdout.write(`${JSON.stringify(seen)}\n`);
