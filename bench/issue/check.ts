import { createHash, verify, X509Certificate } from 'node:crypto';
import forge from 'node-forge';

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SET = 0x31;
// The room for a signature is larger than the signature; the types know of one option only.
const PARSING = { strict: true, parseAllBytes: false } as unknown as boolean;

/**
 * Checks a signed PDF with node:crypto and node-forge alone: that the signature covers the whole file but its own
 * string, and was made with this certificate's key over exactly these bytes. Throws when not.
 */
export function checkSigned(pdf: Uint8Array, certificate: Uint8Array): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const [open, close, length] = byteRange(bytes);
  if (close + length !== bytes.length) throw new Error('the signature does not reach the end of the file');
  const { attributes, signature } = signerInfo(Buffer.from(bytes.toString('latin1', open + 1, close - 1), 'hex'));
  const covered = createHash('sha256').update(bytes.subarray(0, open)).update(bytes.subarray(close)).digest();
  if (!covered.equals(messageDigest(attributes))) throw new Error('the signature is over other bytes');
  const signed = derOf(attributes);
  signed[0] = SET;
  if (!verify('sha256', signed, new X509Certificate(certificate).publicKey, signature)) {
    throw new Error('the signature is not by this key');
  }
}

function byteRange(bytes: Buffer): [open: number, close: number, length: number] {
  const at = bytes.lastIndexOf('/ByteRange');
  const match = /^\/ByteRange ?\[ ?0 (\d+) (\d+) (\d+) ?\]/.exec(bytes.toString('latin1', at, at + 100));
  const [open = 0, close = 0, length = 0] = match?.slice(1).map(Number) ?? [];
  if (at < 0 || bytes[open] !== 0x3c || bytes[close - 1] !== 0x3e) throw new Error('there is no signature');
  return [open, close, length];
}

// RFC 5652, 5.3: version, sid, digestAlgorithm, [0] signedAttrs, signatureAlgorithm, signature.
function signerInfo(cms: Buffer): { attributes: forge.asn1.Asn1; signature: Buffer } {
  const parsed = forge.asn1.fromDer(forge.util.createBuffer(cms.toString('latin1')), PARSING);
  const signedData = child(child(parsed, 1), 0);
  const info = child(child(signedData, children(signedData).length - 1), 0);
  const signature = child(info, 5).value;
  if (typeof signature !== 'string') throw new Error('the signature is not a string of bytes');
  return { attributes: child(info, 3), signature: Buffer.from(signature, 'latin1') };
}

function messageDigest(attributes: forge.asn1.Asn1): Buffer {
  for (const attribute of children(attributes)) {
    const type = child(attribute, 0).value;
    if (typeof type !== 'string' || forge.asn1.derToOid(type) !== MESSAGE_DIGEST) continue;
    const { value } = child(child(attribute, 1), 0);
    if (typeof value === 'string') return Buffer.from(value, 'latin1');
  }
  throw new Error('no digest is signed');
}

function child(of: forge.asn1.Asn1, index: number): forge.asn1.Asn1 {
  const found = children(of)[index];
  if (!found) throw new Error('the signature is not CMS');
  return found;
}

function children({ value }: forge.asn1.Asn1): forge.asn1.Asn1[] {
  return Array.isArray(value) ? value : [];
}

function derOf(asn1: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
}
