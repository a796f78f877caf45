import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { der, NULL, oid, sequence } from '../../engine/document/cms/der.ts';
import { DerReader } from '../../engine/document/cms/der-reader.ts';
import { OID } from '../../engine/document/cms/object-identifiers.ts';
import { signedData } from '../../engine/document/cms/signed-data.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { stampCopy } from '../../engine/document/timestamp/stamp-copy.ts';
import { readCms } from '../../engine/document/verify/read-cms.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import type { MadeCopy } from '../../engine/ports/copy-maker.ts';
import { HOUR_MS, later } from '../../engine/time/instant.ts';
import { judgeFile } from '../../engine/verification/file-soundness.ts';
import { type CopyVerdict, passes, verifyCopy } from '../../engine/verification/verify-copy.ts';
import { CERTIFICATE, ENDORSEMENT, NOW, shippedFonts } from '../document/samples.ts';
import { contentsOf, withContents } from '../document/tampering/tampering.ts';
import { World } from '../engine/world.ts';
import { token } from './answers.ts';
import { basisAt, makerAt } from './stamping.ts';
import { startTrustServers, type TrustServers } from './trust-servers.ts';

const clock = { now: () => NOW };
const LEVELS = ['B-T', 'B-LT'] as const;

let servers: TrustServers;
const copies = new Map<string, MadeCopy>();
beforeAll(async () => {
  servers = await startTrustServers();
  const signers = new Map([['demonstration', servers.signer]]);
  const plain = createDocumentMaker({ fonts: shippedFonts(), signers });
  copies.set('B-B', await plain.makeCopy(CERTIFICATE, ENDORSEMENT));
  for (const level of LEVELS)
    copies.set(level, await makerAt(level, servers, { clock }).makeCopy(CERTIFICATE, ENDORSEMENT));
});
afterAll(() => servers.close());

function copyAt(level: string): MadeCopy {
  const copy = copies.get(level);
  if (!copy) throw new Error(`no copy at ${level}`);
  return copy;
}

/** Both answers about a file, where `copy` was issued. */
async function verdictOn(bytes: Uint8Array, copy: MadeCopy): Promise<CopyVerdict> {
  const world = await World.open();
  // Its memory is freed once it is stored.
  world.maker.makeCopy = async () => ({ ...copy, bytes: Uint8Array.from(copy.bytes) });
  await world.valid({ validity: { days: 30 } });
  const file = judgeFile(bytes, basisAt(servers, NOW));
  const verdict = await world.storage.transact((tx) => verifyCopy(tx, world, { now: NOW, file }));
  await world.storage.close();
  return verdict;
}

describe('what a signature leaves open', () => {
  it.each(['B-B', ...LEVELS])('doesn’t matter as long as it is as it was: %s', async (level) => {
    const copy = copyAt(level);
    const verdict = await verdictOn(copy.bytes, copy);
    expect(verdict).toMatchObject({ issued: { reason: 'valid' }, sound: { reason: 'sound', signature: { level } } });
    expect(passes(verdict)).toBe(true);
  });

  it('is which of two values s has: the other makes a file that is sound, but not the one that was issued', async () => {
    const copy = copyAt('B-B');
    const other = withCms(copy, ({ signature }) => ({ signature: withOtherS(signature) }));
    expect(other.equals(copy.bytes)).toBe(false);
    const verdict = await verdictOn(other, copy);
    expect(verdict).toMatchObject({ issued: { status: 'failed', reason: 'altered' }, sound: { reason: 'sound' } });
    expect(passes(verdict)).toBe(false);
  });

  it.each(LEVELS)('is no such thing under a time stamp, which is over the signature’s value: %s', async (level) => {
    const copy = copyAt(level);
    const other = withCms(copy, (cms) => ({ ...cms, signature: withOtherS(cms.signature) }));
    expect(await verdictOn(other, copy)).toMatchObject({
      issued: { status: 'failed', reason: 'altered' },
      sound: { status: 'failed', reason: 'timestamp-wrong' },
    });
  });

  it.each(LEVELS)(
    'is the time stamp: a file without it is at level B-B, and not the one that was issued: %s',
    async (level) => {
      const copy = copyAt(level);
      const verdict = await verdictOn(
        withCms(copy, ({ signature }) => ({ signature })),
        copy,
      );
      expect(verdict).toMatchObject({
        issued: { status: 'failed', reason: 'altered' },
        sound: {
          status: 'passed',
          reason: 'sound',
          signature: { level: 'B-B', provenAt: null, timestampAuthority: null },
        },
      });
      expect(passes(verdict)).toBe(false);
    },
  );

  it('is which time stamp it has: with one of later it is not the file that was issued', async () => {
    const copy = copyAt('B-T');
    const { signature } = readCms(contentsOf(copy.bytes));
    const digest = createHash('sha256').update(signature).digest();
    const at = later(NOW, HOUR_MS);
    const stripped = withCms(copy, (cms) => ({ signature: cms.signature }));
    const restamped = stampCopy({ ...copy, bytes: stripped }, token({ authority: servers.tsa, digest, at }));
    expect(await verdictOn(restamped.bytes, copy)).toMatchObject({ issued: { status: 'failed', reason: 'altered' } });
  });
});

describe('an authority’s certificate, which no digest binds', () => {
  const variants: readonly [string, (parts: readonly Uint8Array[]) => Uint8Array][] = [
    ['its signature’s length in another form', ([tbs, algorithm, bits]) => raw(tbs, algorithm, longer(bits))],
    ['something after its signature', (parts) => raw(...parts, NULL)],
    ['another name of its algorithm', ([tbs, , bits]) => raw(tbs, sequence(oid(OID.ecdsaWithSha256), NULL), bits)],
  ];

  it.each(variants)('is in its one form: %s', (_, change) => {
    const copy = copyAt('B-B');
    const [own, authority, ...above] = servers.signer.chain;
    const changed = change(
      new DerReader(authority ?? NULL)
        .enter(0x30)
        .rest()
        .map(({ encoded }) => encoded),
    );
    const { signature, signedAttributes } = readCms(contentsOf(copy.bytes));
    const cms = signedData({ kind: 'ecdsa', chain: [own, changed, ...above] }, signedAttributes, signature);
    expect(verifyDocument(withContents(copy.bytes, cms), basisAt(servers, NOW)).status).not.toBe('passed');
  });

  const raw = (...parts: readonly (Uint8Array | undefined)[]): Uint8Array =>
    sequence(...parts.filter((part) => part !== undefined));

  /** The same value, its length in an octet more than it takes. */
  function longer(bits: Uint8Array = NULL): Uint8Array {
    return Buffer.concat([bits.subarray(0, 1), Uint8Array.of(0x81), bits.subarray(1)]);
  }
});

interface Uncovered {
  signature: Uint8Array;
  timestamp?: Uint8Array | null;
}

/** The copy with another signature value and time stamp in the same CMS. */
function withCms(copy: MadeCopy, change: (cms: Uncovered) => Uncovered): Buffer {
  const cms = readCms(contentsOf(copy.bytes));
  const { signature, timestamp = null } = change(cms);
  const { chain } = servers.signer;
  return withContents(copy.bytes, signedData({ kind: 'ecdsa', chain }, cms.signedAttributes, signature, timestamp));
}

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** (r, n − s) for (r, s), which verifies as well. */
function withOtherS(signature: Uint8Array): Uint8Array {
  const [r, s] = new DerReader(signature).enter(0x30).rest();
  if (!r || !s) throw new Error('no ECDSA signature');
  const other = P256_ORDER - BigInt(`0x${Buffer.from(s.contents).toString('hex')}`);
  const digits = Buffer.from(other.toString(16).padStart(64, '0'), 'hex');
  const from = digits.findIndex((octet) => octet !== 0);
  const magnitude = digits.subarray(from);
  const integer = (magnitude[0] ?? 0) < 0x80 ? magnitude : Buffer.concat([Buffer.of(0), magnitude]);
  return sequence(r.encoded, der(0x02, integer));
}
