import { describe, expect, it } from 'vitest';

import { ascending, der, octetString, oid, sequence, setOf, smallInteger } from '../../../engine/document/cms/der.ts';
import { OID } from '../../../engine/document/cms/object-identifiers.ts';
import { signedAttributes } from '../../../engine/document/cms/signed-attributes.ts';
import { signedData } from '../../../engine/document/cms/signed-data.ts';
import { readCms } from '../../../engine/document/verify/read-cms.ts';
import { verifyDocument } from '../../../engine/document/verify-document.ts';
import { instant, later } from '../../../engine/time/instant.ts';
import {
  BASIS,
  CERTIFICATE,
  ENDORSEMENT,
  issuerFile,
  LONGEST,
  NOW,
  sampleMaker,
  sealedBy,
  signer,
} from '../samples.ts';
import { contentsOf, documentDigest, patched, resigned, withContents } from '../tampering/tampering.ts';

const maker = sampleMaker('demonstration', 'impostor', 'encipher-only', 'p256');
const { bytes: genuine } = await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
const other = (await maker.makeCopy(LONGEST, ENDORSEMENT)).bytes;

const judge = (bytes: Uint8Array, basis = BASIS) => verifyDocument(bytes, basis);
const failed = (reason: string) => ({ status: 'failed', reason });

describe('a genuine copy', () => {
  it('passes', () => {
    expect(judge(genuine)).toMatchObject({
      status: 'passed',
      reason: 'sound',
      signature: { level: 'B-B', claimedAt: NOW },
    });
  });
});

describe('Contents that hold no signature', () => {
  it.each([
    ['zeros', Buffer.alloc(64), 'cms-malformed'],
    ['nothing', Buffer.alloc(0), 'cms-malformed'],
    ['a null value', Buffer.from('0500', 'hex'), 'cms-malformed'],
    ['something after the signature', Buffer.concat([contentsOf(genuine), Buffer.from([1])]), 'cms-malformed'],
    ['deep nesting', Buffer.concat(Array.from({ length: 600 }, () => Buffer.from('3080', 'hex'))), 'cms-malformed'],
  ])('fails: %s', (_, contents, reason) => {
    expect(judge(withContents(genuine, contents))).toMatchObject(failed(reason));
  });

  it('fails with another copy’s signature', () => {
    expect(judge(withContents(genuine, contentsOf(other)))).toMatchObject(failed('changed'));
  });
});

describe('signatures that say less than a certifying one', () => {
  it('fails when changes would be permitted', async () => {
    const permitting = patched(genuine, /\/P 1 >>/, () => '/P 2 >>');
    expect(judge(await resigned(permitting, signer('demonstration')))).toMatchObject(failed('not-certified'));
  });

  it('fails when the catalog doesn’t declare the certification', async () => {
    const silent = patched(genuine, /\/Perms <</, () => '/Perks <<');
    expect(judge(await resigned(silent, signer('demonstration')))).toMatchObject(failed('not-certified'));
  });

  it('fails when the form is of another kind', async () => {
    const adobe = patched(genuine, /ETSI\.CAdES\.detached/, () => 'adbe.pkcs7.detached');
    expect(judge(await resigned(adobe, signer('demonstration')))).toMatchObject(failed('structure'));
  });

  it('fails when the table at the end points elsewhere', async () => {
    const elsewhere = patched(
      genuine,
      /startxref\n(\d+)\n%%EOF\n$/,
      (_, at) => `startxref\n${String(Number(at) - 1)}\n%%EOF\n`,
    );
    expect(judge(await resigned(elsewhere, signer('demonstration')))).toMatchObject(failed('structure'));
  });
});

describe('signatures by others', () => {
  it('stays indeterminate for the same page under a key with the same names', async () => {
    const { bytes } = await maker.makeCopy(sealedBy(CERTIFICATE, 'impostor'), ENDORSEMENT);
    expect(judge(bytes)).toMatchObject({
      status: 'indeterminate',
      reason: 'untrusted-issuer',
      signature: { signer: '样张 SPECIMEN 演示签章 Demonstration Seal' },
    });
  });

  it('fails for a key that must not sign documents', async () => {
    const { bytes } = await maker.makeCopy(sealedBy(CERTIFICATE, 'encipher-only'), ENDORSEMENT);
    expect(judge(bytes)).toMatchObject(failed('key-usage'));
  });

  it('fails for a key beside a certificate that isn’t its own', async () => {
    const mixed = { ...signer('demonstration'), sign: (data: Uint8Array) => signer('impostor').sign(data) };
    expect(judge(await resigned(genuine, mixed))).toMatchObject(failed('signature-wrong'));
  });

  it('fails when the signed attributes name another certificate', async () => {
    const attributes = signedAttributes(documentDigest(genuine), issuerFile('demonstration-root.der'));
    expect(judge(await signedWith(attributes))).toMatchObject(failed('signing-certificate'));
  });

  it('fails for an attribute more than the three, even one signed', async () => {
    const three = signedAttributes(documentDigest(genuine), signer('demonstration').chain[0]);
    const signingTime = sequence(oid('1.2.840.113549.1.9.5'), setOf(der(0x17, Buffer.from('261201025207Z'))));
    const attributes = der(0x31, ...ascending([...splitSet(three), signingTime]));
    expect(judge(await signedWith(attributes))).toMatchObject(failed('cms-malformed'));
  });

  it('fails without the attribute that binds the certificate', async () => {
    const digest = sequence(oid(OID.messageDigest), setOf(octetString(documentDigest(genuine))));
    const attributes = setOf(sequence(oid(OID.contentType), setOf(oid(OID.data))), digest);
    expect(judge(await signedWith(attributes))).toMatchObject(failed('cms-malformed'));
  });

  it('stays indeterminate when a stranger’s certificate came along', async () => {
    const key = signer('demonstration');
    const chain = [...key.chain, signer('impostor').chain[0]] as const;
    const roomy = await resigned(genuine, { ...key, chain });
    expect(judge(roomy)).toMatchObject({ status: 'indeterminate', reason: 'untrusted-issuer' });
  });
});

describe('the certificates that come with a signature, which it doesn’t cover', () => {
  const { attributes, chain, signature } = partsOf(genuine);

  it('are taken as they were', () => {
    expect(withContents(genuine, signedData({ kind: 'rsa', chain }, attributes, signature))).toEqual(genuine);
  });

  it('stay indeterminate when one was taken out', () => {
    const [own] = chain;
    const bytes = withContents(genuine, signedData({ kind: 'rsa', chain: [own] }, attributes, signature));
    expect(judge(bytes)).toMatchObject({ status: 'indeterminate', reason: 'untrusted-issuer' });
  });

  it('stay indeterminate when one is there twice', async () => {
    const [own, ...above] = chain;
    const bytes = await resigned(genuine, { ...signer('demonstration'), chain: [own, ...above, ...above] });
    expect(judge(bytes)).toMatchObject({ status: 'indeterminate', reason: 'untrusted-issuer' });
  });
});

/** What a signature by the demonstration key is put together from. */
function partsOf(bytes: Uint8Array) {
  const { signature, signedAttributes: attributes } = readCms(contentsOf(bytes));
  return { attributes, signature, chain: signer('demonstration').chain };
}

/** The genuine copy with other signed attributes, under its own key. */
async function signedWith(attributes: Uint8Array): Promise<Uint8Array> {
  const key = signer('demonstration');
  const signature = await key.sign(attributes);
  return withContents(genuine, signedData({ kind: 'rsa', chain: key.chain }, attributes, signature));
}

describe('time', () => {
  const facts = judge(genuine).signature;
  const notAfter = facts?.notAfter ?? instant(0);

  it.each([
    ['certificate-expired', later(notAfter, 1000)],
    ['signed-in-the-future', later(NOW, -6 * 60_000)],
  ])('leaves it indeterminate: %s', (reason, at) => {
    expect(judge(genuine, { ...BASIS, at })).toMatchObject({ status: 'indeterminate', reason });
  });

  it('leaves it indeterminate when the claimed time is before the certificate', async () => {
    const early = patched(genuine, /\/M \(D:2026/, () => '/M (D:2025');
    expect(judge(await resigned(early, signer('demonstration')))).toMatchObject({
      status: 'indeterminate',
      reason: 'signed-outside-validity',
    });
  });

  it('tolerates a signer’s clock that runs minutes ahead', () => {
    expect(judge(genuine, { ...BASIS, at: later(NOW, -4 * 60_000) })).toMatchObject({ status: 'passed' });
  });
});

describe('DER that the attacker chose', () => {
  it('is never descended into on its own account', () => {
    const bomb = sequence(oid(OID.signedData), der(0xa0, sequence(smallInteger(1), setOf(), sequence())));
    expect(judge(withContents(genuine, bomb))).toMatchObject(failed('cms-malformed'));
  });
});

/** The elements of a SET, for the few lengths that occur here. */
function splitSet(set: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = (set[1] ?? 0) < 0x80 ? 2 : 3; at < set.length;) {
    const size = 2 + (set[at + 1] ?? 0);
    parts.push(set.subarray(at, at + size));
    at += size;
  }
  return parts;
}
