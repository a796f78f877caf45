import { hash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { signedAttributes } from '../../engine/document/cms/signed-attributes.ts';
import { SignatureTemplate } from '../../engine/document/cms/signature-template.ts';
import { longestSignature, signedData } from '../../engine/document/cms/signed-data.ts';
import { signer } from './samples.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe.each(['demonstration', 'rsa3072', 'p256', 'p384'] as const)('a template of the key %s', (name) => {
  const { algorithm, chain } = signer(name);
  const template = new SignatureTemplate({ algorithm, chain });
  const digests = Array.from({ length: 50 }, (_, index) => hash('sha256', `document ${index}`, 'buffer'));

  it('gives the attributes that are built from nothing', () => {
    for (const digest of [...digests, new Uint8Array(32), new Uint8Array(32).fill(255)]) {
      expect(hex(template.attributes(digest))).toBe(hex(signedAttributes(digest, chain[0])));
    }
  });

  it('gives the SignedData that is built from nothing, whatever the length of the signature', () => {
    const longest = longestSignature(algorithm);
    for (const [index, digest] of digests.entries()) {
      const attributes = signedAttributes(digest, chain[0]);
      const signature = Buffer.alloc(algorithm.kind === 'rsa' ? longest : longest - (index % 5), digest);
      const built = signedData({ kind: algorithm.kind, chain }, attributes, signature);
      expect(hex(template.signedData(attributes, signature))).toBe(hex(built));
    }
  });

  it('knows the most bytes that it takes', () => {
    const longest = new Uint8Array(longestSignature(algorithm));
    expect(template.signedData(template.attributes(new Uint8Array(32)), longest)).toHaveLength(template.capacity);
  });
});
