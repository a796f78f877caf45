import { same } from '../cms/bytes.ts';
import { oid } from '../cms/der.ts';
import { DerError, DerReader } from '../cms/der-reader.ts';
import { OID } from '../cms/object-identifiers.ts';
import { onlyValue, type ReadSignedData, readSignedData } from '../cms/read-signed-data.ts';

/** A copy's signature taken apart but not yet believed. */
export interface CmsSignature extends Omit<ReadSignedData, 'algorithm' | 'around' | 'unsignedAttributes'> {
  algorithm: 'rsa' | 'ecdsa';
  /** The time-stamp token over the signature, if there is one. */
  timestamp: Uint8Array | null;
}

const OBJECT_IDENTIFIER = 0x06;

/**
 * Reads `contents`: SignedData, and zeros after it. What of it is of no use here is left to whoever compares it with what
 * `signedData` writes. Throws DerError.
 */
export function readCms(contents: Uint8Array): CmsSignature {
  const padded = new DerReader(contents);
  const { encoded } = padded.next();
  if (!padded.remaining().every((octet) => octet === 0)) throw new DerError('something after the signature');
  const { algorithm, unsignedAttributes, ...read } = readSignedData(encoded);
  const timestamp = unsignedAttributes && onlyValue(unsignedAttributes, OID.signatureTimestamp);
  return { ...read, algorithm: signatureKind(algorithm), timestamp: timestamp?.encoded ?? null };
}

function signatureKind(algorithm: Uint8Array): CmsSignature['algorithm'] {
  const found = new DerReader(algorithm).next(OBJECT_IDENTIFIER).encoded;
  if (same(found, oid(OID.sha256WithRsa))) return 'rsa';
  if (same(found, oid(OID.ecdsaWithSha256))) return 'ecdsa';
  throw new DerError('a signature algorithm that is not used here');
}
