import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { DerReader } from '../../engine/document/cms/der-reader.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import type { MadeCopy } from '../../engine/ports/copy-maker.ts';
import { DAY_MS, later } from '../../engine/time/instant.ts';
import { startDocumentWorkers } from '../../service/documents/document-workers.ts';
import { mutate } from '../document/tampering/mutations.ts';
import { CERTIFICATE, ENDORSEMENT, NOW, PLAIN, shippedFonts } from '../document/samples.ts';
import { contentsOf, text, withContents } from '../document/tampering/tampering.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { ocspResponse } from './answers.ts';
import { basisAt, makerAt } from './stamping.ts';
import { startTrustServers, stamping, type TrustServers } from './trust-servers.ts';

const clock = { now: () => NOW };
const EXPIRY = later(NOW, 10 * DAY_MS);

let servers: TrustServers;
let stamped: MadeCopy;
let lasting: MadeCopy;
beforeAll(async () => {
  servers = await startTrustServers({ signingUntil: EXPIRY });
  stamped = await makerAt('B-T', servers, { clock }).makeCopy(CERTIFICATE, ENDORSEMENT);
  lasting = await makerAt('B-LT', servers, { clock }).makeCopy(CERTIFICATE, ENDORSEMENT);
});
afterAll(() => servers.close());

const judge = (copy: MadeCopy, at = NOW, over = {}) => verifyDocument(copy.bytes, { ...basisAt(servers, at), ...over });

describe('a copy', () => {
  it('is at level B-T with a time stamp, which proves when it was signed', () => {
    expect(stamped.level).toBe('B-T');
    expect(judge(stamped)).toMatchObject({
      status: 'passed',
      signature: { level: 'B-T', provenAt: Math.floor(NOW / 1000) * 1000, timestampAuthority: '时间戳 Time Stamps' },
    });
  });

  it('is at level B-LT with validation data, all of it covered by the signature', () => {
    expect(lasting.level).toBe('B-LT');
    expect(judge(lasting)).toMatchObject({ status: 'passed', signature: { level: 'B-LT' } });
    const written = text(lasting.bytes);
    expect(written.indexOf('/Type /DSS')).toBeLessThan(written.indexOf('/ByteRange'));
    expect(written).toContain('/ESIC');
  });

  it('stays below 100 kB at every level', () => {
    expect(lasting.bytes.length).toBeLessThan(100_000);
    expect(stamped.bytes.length).toBeLessThan(100_000);
  });

  it('of a certificate that needs no endorsement has the same level', async () => {
    const plain = await makerAt('B-LT', servers, { clock }).makePlainCopy(CERTIFICATE, PLAIN);
    expect(judge(plain)).toMatchObject({ status: 'passed', signature: { level: 'B-LT' } });
  });

  it('is the same when threads make what is stamped', async () => {
    const pem = Buffer.from(servers.signing.key.export({ type: 'pkcs8', format: 'pem' }));
    const certificates = servers.signer.chain;
    const keys = [{ issuer: 'demonstration', pem, password: null, certificates }];
    const workers = await startDocumentWorkers({ threads: 1, fonts: shippedFonts(), keys });
    const copy = await makerAt('B-LT', servers, { clock, maker: workers }).makeCopy(CERTIFICATE, ENDORSEMENT);
    await workers.close();
    expect(judge(copy)).toMatchObject({ status: 'passed', signature: { level: 'B-LT' } });
  });

  it('is found to be what it is with the authority’s later key, too', async () => {
    const maker = makerAt('B-LT', servers, { clock });
    await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
    const { tsa } = servers;
    servers.answers.set('/tsa', stamping({ ...servers.secondTsa }, clock.now));
    const copy = await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
    servers.answers.set('/tsa', stamping(tsa, clock.now));
    expect(judge(copy)).toMatchObject({ signature: { level: 'B-LT', timestampAuthority: '时间戳 Time Stamps 2' } });
  });
});

describe('a copy whose signing certificate has expired', () => {
  const after = later(EXPIRY, DAY_MS);

  it('still passes when a time stamp proves that it was signed before', () => {
    expect(judge(stamped, after)).toMatchObject({ status: 'passed', signature: { level: 'B-T' } });
    expect(judge(lasting, after)).toMatchObject({ status: 'passed', signature: { level: 'B-LT' } });
  });

  it('does not when the authority’s certificate has expired, too', () => {
    const verdict = judge(stamped, later(NOW, 400 * DAY_MS));
    expect(verdict).toMatchObject({ status: 'indeterminate', reason: 'certificate-expired' });
    expect(verdict.signature).toMatchObject({ level: 'B-B', provenAt: null });
  });

  it('does not by a time stamp of later', async () => {
    const late = later(EXPIRY, DAY_MS);
    const [before, then] = [clock.now(), { now: () => late }];
    servers.answers.set('/tsa', stamping(servers.tsa, then.now));
    const copy = await makerAt('B-T', servers, { clock: then }).makeCopy(CERTIFICATE, {
      ...ENDORSEMENT,
      madeAt: before,
    });
    servers.answers.set('/tsa', stamping(servers.tsa, clock.now));
    expect(judge(copy, late)).toMatchObject({ status: 'indeterminate', reason: 'certificate-expired' });
  });
});

describe('a copy whose signing certificate was revoked', () => {
  const known = (revokedAt: number) => ({
    known: {
      certificates: [],
      revocationLists: [],
      ocspResponses: [
        ocspResponse({
          certificate: servers.signing.certificate,
          authority: servers.authority,
          revokedAt: later(NOW, revokedAt),
          at: later(NOW, 2 * DAY_MS),
        }),
      ],
    },
  });
  const after = later(NOW, 2 * DAY_MS);

  it('passes when a time stamp proves that it was signed before', () => {
    expect(judge(stamped, after, known(60_000))).toMatchObject({ status: 'passed' });
  });

  it('fails when it was revoked before it says that it was signed', () => {
    expect(judge(stamped, after, known(-60_000))).toMatchObject({ status: 'failed', reason: 'certificate-revoked' });
  });

  it('is indeterminate when nothing proves that it was signed before', () => {
    expect(judge(stamped, after, { ...known(60_000), at: later(NOW, 400 * DAY_MS) })).toMatchObject({
      status: 'indeterminate',
      reason: 'revoked-without-proof',
    });
  });
});

describe('a time stamp that isn’t the copy’s own', () => {
  it('of another copy fails', async () => {
    const other = await makerAt('B-T', servers, { clock }).makeCopy(CERTIFICATE, { ...ENDORSEMENT, number: 'other' });
    const [own, foreign] = [stamped, other].map(({ bytes }) => tokenIn(contentsOf(bytes)));
    const swapped = Buffer.from(text(contentsOf(stamped.bytes)).replace(own ?? '', foreign ?? ''), 'latin1');
    expect(swapped.equals(contentsOf(stamped.bytes))).toBe(false);
    const verdict = verifyDocument(withContents(stamped.bytes, swapped), basisAt(servers, NOW));
    expect(verdict.status).toBe('failed');
  });

  it('by an authority that nobody trusts is indeterminate', () => {
    const verdict = judge(stamped, NOW, { timestampRoots: [servers.root.certificate] });
    expect(verdict).toMatchObject({ status: 'indeterminate', reason: 'timestamp-untrusted' });
  });
});

describe('chance', () => {
  let tampered: Buffer;
  beforeEach(() => {
    tampered = Buffer.from(lasting.bytes);
  });

  it('never makes another copy that passes by changing one byte of the signature, the time stamp or the store', () => {
    const start = tampered.indexOf('/Type /DSS') - 200;
    const opening = tampered.indexOf('/Contents <') + '/Contents <'.length;
    const end = opening + 2 * new DerReader(contentsOf(tampered)).next().encoded.length;
    const passed: number[] = [];
    for (let at = start; at < end; at += 7) {
      const before = tampered[at] ?? 0;
      tampered[at] = before ^ 1;
      if (verifyDocument(tampered, basisAt(servers, NOW)).status === 'passed') passed.push(at);
      tampered[at] = before;
    }
    expect(passed).toEqual([]);
  });

  it('never makes another copy that passes', () => {
    const random = seededRandom('levels');
    const passed: string[] = [];
    for (let round = 0; round < 300; round += 1) {
      const { mutated, what } = mutate(lasting.bytes, random);
      if (verifyDocument(mutated, basisAt(servers, NOW)).status === 'passed') passed.push(what);
    }
    expect(passed).toEqual([]);
  });
});

/** The bytes of a token in a CMS, as text: from its TSTInfo's type on. */
function tokenIn(contents: Buffer): string {
  return text(contents)
    .slice(contents.lastIndexOf(Buffer.from('060b2a864886f70d0109100104', 'hex')))
    .replace(/\0+$/, '');
}
