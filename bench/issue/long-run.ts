// A process of its own: makes so many documents one after another; what it saw, as JSON on standard output.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openPkcs12 } from '../../engine/document/issuer/pkcs12.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { discard } from '../../engine/generation/discard.ts';
import { loadFonts } from '../../service/documents/load-fonts.ts';
import { PASSWORD } from './keys.ts';
import { median, quantile } from './measure.ts';
import { type Order, OrderStream, START } from './stream.ts';

/** What a long run tells. Rates are documents per second. */
export interface LongRun {
  documents: number;
  p50: number;
  p95: number;
  beginRate: number;
  endRate: number;
  /** Median of the second half's resident set, and the largest of all, in MB. */
  rss: number;
  peakRss: number;
}

const MB = 2 ** 20;
const BATCH = 100;

const [folder = '', count = '0'] = process.argv.slice(2);
const documents = Number(count);
const signer = openPkcs12(readFileSync(path.join(folder, 'rsa2048.p12')), PASSWORD, START, { blocking: true });
const stream = new OrderStream(Math.min(64, Math.max(20, Math.floor(documents / 200))), 'long run');
const issuers = ['demo-ministry', 'demo-association'];
const fonts = await loadFonts();
const maker = createDocumentMaker({ fonts, signers: new Map(issuers.map((id) => [id, signer])) });
for (const order of stream.round()) await make(order);
// What is compiled on the way belongs to the start, not to the run.
for (const order of stream.take(500)) await make(order);

const latencies = new Float64Array(documents);
const rates: number[] = [];
const resident: number[] = [];
for (let made = 0; made < documents;) {
  const orders = stream.take(Math.min(BATCH, documents - made));
  const began = performance.now();
  for (const order of orders) {
    const asked = performance.now();
    await make(order);
    latencies[made] = performance.now() - asked;
    made += 1;
  }
  rates.push((orders.length * 1000) / (performance.now() - began));
  resident.push(process.memoryUsage.rss() / MB);
}
const fifth = Math.ceil(rates.length / 5);
const seen: LongRun = {
  documents,
  p50: quantile([...latencies], 0.5),
  p95: quantile([...latencies], 0.95),
  beginRate: median(rates.slice(0, fifth)),
  endRate: median(rates.slice(-fifth)),
  rss: median(resident.slice(Math.floor(resident.length / 2))),
  peakRss: Math.max(...resident),
};
process.stdout.write(`${JSON.stringify(seen)}\n`);

// As the service does, which keeps none.
async function make({ certificate, endorsement }: Order): Promise<void> {
  const { bytes } = await maker.makeCopy(certificate, endorsement);
  discard(bytes);
}
