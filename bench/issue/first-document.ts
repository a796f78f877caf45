// A process of its own: the time from configuration read to the first signed document, in ms, on standard output.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openPkcs12 } from '../../engine/document/issuer/pkcs12.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { loadFonts } from '../../service/load-fonts.ts';
import { PASSWORD } from './keys.ts';
import { OrderStream, START } from './stream.ts';

/** How long it took, in ms. */
export interface FirstDocument {
  ms: number;
  /** Loading the program included. */
  sinceStart: number;
}

const folder = process.argv[2] ?? '';
const [order] = new OrderStream(1, 'first').take(1);
if (!order) throw new TypeError('nothing to make');

const began = performance.now();
const fonts = await loadFonts();
const signer = openPkcs12(readFileSync(path.join(folder, 'rsa2048.p12')), PASSWORD, START, { blocking: true });
const maker = createDocumentMaker({ fonts, signers: new Map([[order.certificate.sealedBy.id, signer]]) });
await maker.makeCopy(order.certificate, order.endorsement);
const ended = performance.now();
const seen: FirstDocument = { ms: ended - began, sinceStart: ended };
process.stdout.write(`${JSON.stringify(seen)}\n`);
