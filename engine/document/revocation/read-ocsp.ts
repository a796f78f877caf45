import type { Instant } from '../../time/instant.ts';
import { same } from '../cms/bytes.ts';
import { oid } from '../cms/der.ts';
import { DerError, DerReader } from '../cms/der-reader.ts';
import { readTime } from '../cms/der-time.ts';
import { OID } from '../cms/object-identifiers.ts';
import { findExtension } from '../verify/x509.ts';

/** A successful OCSP response (RFC 6960, 4.2.1) taken apart but not yet believed. */
export interface OcspResponse {
  /** ResponseData, which is signed. */
  signed: Uint8Array;
  /** Contents of the AlgorithmIdentifier. */
  algorithm: Uint8Array;
  signature: Uint8Array;
  certificates: readonly Uint8Array[];
  responder: { name: Uint8Array } | { keyHash: Uint8Array };
  answers: readonly OcspAnswer[];
  producedAt: Instant;
  nonce: Uint8Array | null;
}

interface OcspAnswer {
  certificateId: { digest: 'sha1' | 'sha256'; rest: Uint8Array };
  status: 'good' | 'unknown' | { revokedAt: Instant };
  thisUpdate: Instant;
  nextUpdate: Instant | null;
}

const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const ENUMERATED = 0x0a;
const SEQUENCE = 0x30;
const CONTEXT_0 = 0xa0;
const CONTEXT_1 = 0xa1;
const CONTEXT_2 = 0xa2;
const GOOD = 0x80;
const REVOKED = 0xa1;
const UNKNOWN = 0x82;

const MOST_ANSWERS = 20;

/** Reads an OCSPResponse; undefined when it says that there is no answer. Throws DerError. */
export function readOcspResponse(bytes: Uint8Array): OcspResponse | undefined {
  const outer = new DerReader(bytes);
  const response = outer.enter(SEQUENCE);
  outer.end();
  const status = response.next(ENUMERATED).contents[0];
  if (status !== 0) return undefined;
  const typed = response.enter(CONTEXT_0).enter(SEQUENCE);
  response.end();
  if (!same(typed.next(OBJECT_IDENTIFIER).encoded, oid(OID.ocspBasic))) throw new DerError('another kind of response');
  const basic = new DerReader(typed.next(OCTET_STRING).contents).enter(SEQUENCE);
  typed.end();
  const signed = basic.next(SEQUENCE).encoded;
  const algorithm = basic.next(SEQUENCE).contents;
  const signature = bits(basic);
  const certificates = basic.done ? [] : basic.enter(CONTEXT_0).enter(SEQUENCE).rest();
  basic.end();
  const brought = certificates.map(({ encoded }) => encoded);
  return { signed, algorithm, signature, certificates: brought, ...readData(new DerReader(signed).enter(SEQUENCE)) };
}

function readData(data: DerReader): Pick<OcspResponse, 'answers' | 'nonce' | 'producedAt' | 'responder'> {
  if (data.peek() === CONTEXT_0) data.next();
  const responder = readResponder(data);
  const producedAt = readTime(data.next());
  const answers = data.enter(SEQUENCE).rest();
  if (answers.length > MOST_ANSWERS) throw new DerError('too many answers');
  const extensions = data.done ? [] : data.enter(CONTEXT_1).enter(SEQUENCE).rest();
  data.end();
  const nonce = findExtension(
    extensions.map(({ encoded }) => encoded),
    OID.ocspNonce,
  );
  return {
    responder,
    producedAt,
    answers: answers.map(({ contents }) => readAnswer(new DerReader(contents))),
    nonce: nonce ? nonce.value.next(OCTET_STRING).contents : null,
  };
}

function readResponder(data: DerReader): OcspResponse['responder'] {
  if (data.peek() === CONTEXT_1) return { name: data.enter(CONTEXT_1).next(SEQUENCE).encoded };
  return { keyHash: data.enter(CONTEXT_2).next(OCTET_STRING).contents };
}

function readAnswer(answer: DerReader): OcspAnswer {
  const id = answer.enter(SEQUENCE);
  const digest = digestOf(id.enter(SEQUENCE).next(OBJECT_IDENTIFIER).encoded);
  const certificateId = { digest, rest: id.remaining() };
  const status = readStatus(answer);
  const thisUpdate = readTime(answer.next());
  const nextUpdate = answer.peek() === CONTEXT_0 ? readTime(answer.enter(CONTEXT_0).next()) : null;
  if (answer.peek() === CONTEXT_1) answer.next();
  answer.end();
  return { certificateId, status, thisUpdate, nextUpdate };
}

function readStatus(answer: DerReader): OcspAnswer['status'] {
  const { contents, tag } = answer.next();
  if (tag === GOOD) return 'good';
  if (tag === UNKNOWN) return 'unknown';
  if (tag === REVOKED) return { revokedAt: readTime(new DerReader(contents).next()) };
  throw new DerError('no status');
}

function digestOf(identifier: Uint8Array): 'sha1' | 'sha256' {
  if (same(identifier, oid(OID.sha1))) return 'sha1';
  if (same(identifier, oid(OID.sha256))) return 'sha256';
  throw new DerError('a certificate identifier by another digest');
}

/** A BIT STRING's octets, all of whose bits count. */
function bits(reader: DerReader): Uint8Array {
  const { contents } = reader.next(BIT_STRING);
  if (contents[0] !== 0) throw new DerError('a signature of odd bits');
  return contents.subarray(1);
}
