import type { Instant } from '../../time/instant.ts';
import { same } from '../cms/bytes.ts';
import { oid } from '../cms/der.ts';
import { DerError, DerReader } from '../cms/der-reader.ts';
import { readTime } from '../cms/der-time.ts';
import { OID } from '../cms/object-identifiers.ts';
import { type ReadSignedData, readSignedData } from '../cms/read-signed-data.ts';
import { readDigestAlgorithm } from '../cms/signature-algorithm.ts';

/** A time-stamp token (RFC 3161, 2.4.2) taken apart but not yet believed. */
export interface TimestampToken extends ReadSignedData {
  /** TSTInfo. */
  content: Uint8Array;
}

/** What an authority says. */
export interface TimestampInfo {
  /** SHA-256 of what it stamped. */
  imprint: Uint8Array;
  /** The encoded OBJECT IDENTIFIER. */
  policy: Uint8Array;
  /** As an INTEGER's contents; null when it has none. */
  nonce: Uint8Array | null;
  at: Instant;
}

const BOOLEAN = 0x01;
const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
const CONTEXT_0 = 0xa0;
const CONTEXT_1 = 0xa1;

/**
 * Reads a token: SignedData around a TSTInfo, without unsigned attributes, in which anybody could have put anything. Signed
 * ones may be more than it takes: nobody but the authority put them in. Throws DerError.
 */
export function readToken(token: Uint8Array): TimestampToken {
  const read = readSignedData(token);
  const { content, contentType, unsignedAttributes } = read;
  if (!same(contentType, oid(OID.timestampInfo)) || content === null) throw new DerError('no time stamp');
  if (unsignedAttributes !== null) throw new DerError('unsigned attributes');
  return { ...read, content };
}

/** Reads a TSTInfo over a SHA-256 digest. Throws DerError. */
export function readTimestampInfo(info: Uint8Array): TimestampInfo {
  const outer = new DerReader(info);
  const body = outer.enter(SEQUENCE);
  outer.end();
  if (!same(body.next().encoded, Uint8Array.of(INTEGER, 1, 1))) throw new DerError('another version');
  const policy = body.next(OBJECT_IDENTIFIER).encoded;
  const message = body.enter(SEQUENCE);
  if (readDigestAlgorithm(message.next(SEQUENCE).contents) !== 'sha256') throw new DerError('not over SHA-256');
  const imprint = message.next(OCTET_STRING).contents;
  message.end();
  body.next(INTEGER);
  const at = readTime(body.next());
  if (body.peek() === SEQUENCE) body.next();
  if (body.peek() === BOOLEAN) body.next();
  const nonce = body.peek() === INTEGER ? body.next().contents : null;
  if (body.peek() === CONTEXT_0) body.next();
  if (body.peek() === CONTEXT_1) body.next();
  body.end();
  return { policy, imprint, at, nonce };
}
