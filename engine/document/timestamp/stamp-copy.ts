import { createHash } from 'node:crypto';

import type { MadeCopy } from '../../ports/copy-maker.ts';
import { same } from '../cms/bytes.ts';
import { certificateParts } from '../cms/certificate.ts';
import { signedData } from '../cms/signed-data.ts';
import { SignatureFault } from '../faults.ts';
import { type CmsSignature, readCms } from '../verify/read-cms.ts';
import { readSignedFile, type SignedFile } from '../verify/signed-file.ts';

/** What a time stamp of a copy is over (RFC 3161, appendix A): SHA-256 of its signature's value. */
export function stampedDigest({ bytes }: MadeCopy): Uint8Array {
  return createHash('sha256').update(opened(bytes).cms.signature).digest();
}

/** The copy with a token over its signature. Throws SignatureFault when there is no room for it. */
export function stampCopy({ bytes }: MadeCopy, token: Uint8Array): Pick<MadeCopy, 'bytes' | 'sha256'> {
  const { cms, file } = opened(bytes);
  const [signing, ...others] = signingFirst(cms);
  if (!signing) throw new SignatureFault('the copy lacks its signing certificate');
  const kind = cms.algorithm;
  const stamped = signedData({ kind, chain: [signing, ...others] }, cms.signedAttributes, cms.signature, token);
  if (stamped.length > file.contents.length) throw new SignatureFault('the time stamp is longer than its room');
  const [before] = file.covered;
  const copy = Buffer.from(bytes);
  copy.write(Buffer.from(stamped).toString('hex'), before.length + 1, 'latin1');
  return { bytes: copy, sha256: createHash('sha256').update(copy).digest('hex') };
}

function opened(bytes: Uint8Array): { file: SignedFile; cms: CmsSignature } {
  const file = readSignedFile(bytes);
  if (!file.ok) throw new SignatureFault(`the copy can't be read again: ${file.refusal}`);
  return { file: file.value, cms: readCms(file.value.contents) };
}

// The order doesn't matter to signedData, but for the first, whose names it takes.
function signingFirst({ certificates, issuer, serialNumber }: CmsSignature): Uint8Array[] {
  const isSigning = (certificate: Uint8Array): boolean => {
    const parts = certificateParts(certificate);
    return same(parts.issuer, issuer) && same(parts.serialNumber, serialNumber);
  };
  const signing = certificates.filter(isSigning);
  return [...signing, ...certificates.filter((certificate) => !signing.includes(certificate))];
}
