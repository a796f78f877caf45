import { der, NULL, octetString, oid, sequence, smallInteger } from '../cms/der.ts';
import { OID } from '../cms/object-identifiers.ts';

const INTEGER = 0x02;
const BOOLEAN_TRUE = der(0x01, Uint8Array.of(0xff));

/** What a time-stamping authority is asked for. */
export interface TimestampAsk {
  /** SHA-256. */
  digest: Uint8Array;
  /** 1 to 64 bytes that were never used before. */
  nonce: Uint8Array;
  /** The policy that the authority must follow, as dotted numbers; null leaves that to it. */
  policy: string | null;
}

/** A TimeStampReq (RFC 3161, 2.4.1) that wants the authority's certificate in the token. */
export function timestampRequest({ digest, nonce, policy }: TimestampAsk): Uint8Array {
  return sequence(
    smallInteger(1),
    sequence(sequence(oid(OID.sha256), NULL), octetString(digest)),
    ...(policy === null ? [] : [oid(policy)]),
    der(INTEGER, nonceNumber(nonce)),
    BOOLEAN_TRUE,
  );
}

/** The nonce as a positive INTEGER's contents, in their shortest form. */
export function nonceNumber(nonce: Uint8Array): Uint8Array {
  const from = nonce.findIndex((octet) => octet !== 0);
  const digits = from < 0 ? Uint8Array.of(0) : nonce.subarray(from);
  return (digits[0] ?? 0) < 0x80 ? digits : Uint8Array.of(0, ...digits);
}
