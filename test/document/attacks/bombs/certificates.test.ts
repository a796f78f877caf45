import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { octetString, oid, sequence } from '../../../../engine/document/cms/der.ts';
import { createKeySigner } from '../../../../engine/document/issuer/key-signer.ts';
import { createDocumentMaker } from '../../../../engine/document/maker.ts';
import { stampCopy, stampedDigest } from '../../../../engine/document/timestamp/stamp-copy.ts';
import { verifyDocument } from '../../../../engine/document/verify-document.ts';
import { AUTHORITY, type Party, party, SIGNER, TSA } from '../../../trust/pki.ts';
import { token } from '../../../trust/answers.ts';
import { BASIS, CERTIFICATE, ENDORSEMENT, NOW, shippedFonts } from '../../samples.ts';

/** All that an attacker needs: certificates and tokens of their own, signed as they should be. */
const NAME = '攻击者 Attacker';
/** Signs with RSA, so that other keys of its name are tried, too. */
const FORGER: Party = { ...party({ name: NAME }), key: generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey };
const WITHIN_MS = 1000;

/** Its public exponent is as long as its modulus, so that a verification takes as long as a signature. */
const SLOW_KEY = createPublicKey({
  key: {
    kty: 'RSA',
    n: Buffer.alloc(384, 0xff).toString('base64url'),
    e: Buffer.concat([Buffer.of(0x7f), Buffer.alloc(383, 0xff)]).toString('base64url'),
  },
  format: 'jwk',
});
const slow = (count: number): Party[] =>
  Array.from({ length: count }, () => party({ name: NAME, by: FORGER, publicKey: SLOW_KEY }));

/** A certificate of some 50 kB that is nothing but extensions. */
const LADEN = party({
  name: '五千项扩展',
  extensions: [
    ...AUTHORITY,
    ...Array.from({ length: 5000 }, (_, index) => sequence(oid(`1.2.3.${index}`), octetString(Uint8Array.of(0)))),
  ],
});

const bytesOf = (parties: readonly Party[]): Uint8Array[] => parties.map(({ certificate }) => certificate);

/** A copy that the attacker signed and stamped, and what came along. */
async function attackWith({ chain, store, stamp }: Record<'chain' | 'store' | 'stamp', readonly Party[]>) {
  const signing = party({ name: '样张 SPECIMEN', by: FORGER, extensions: SIGNER });
  const tsa = party({ name: '时间戳', by: FORGER, extensions: TSA });
  const signer = createKeySigner(signing.key, [signing.certificate, ...bytesOf(chain)]);
  const maker = createDocumentMaker({ fonts: shippedFonts(), signers: new Map([['demonstration', signer]]) });
  const validationData = { certificates: bytesOf(store), ocspResponses: [], revocationLists: [] };
  const copy = await maker.makeCopy(CERTIFICATE, ENDORSEMENT, { tokenBytes: 14_000, validationData });
  const along = [tsa, ...stamp].map(({ certificate }) => certificate);
  return stampCopy(copy, token({ authority: tsa, digest: stampedDigest(copy), at: NOW, with: along })).bytes;
}

describe('certificates that cost more to read than they are worth', () => {
  const few = slow(1);
  it.each([
    ['slow keys beside the signature', { chain: slow(8), store: few, stamp: few }],
    ['slow keys in the time stamp', { chain: few, store: few, stamp: slow(7) }],
    ['slow keys in the store', { chain: few, store: slow(29), stamp: few }],
    ['laden with extensions', { chain: few, store: Array.from({ length: 29 }, () => LADEN), stamp: few }],
  ])('are given up soon: %s', async (_, parts) => {
    const bytes = await attackWith(parts);
    const started = performance.now();
    const verdict = verifyDocument(bytes, { ...BASIS, timestampRoots: BASIS.trustedRoots });
    expect(performance.now() - started).toBeLessThan(WITHIN_MS / 4);
    expect(verdict.status).not.toBe('passed');
  });
});
