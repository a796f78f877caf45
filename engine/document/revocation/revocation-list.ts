import type { Instant } from '../../time/instant.ts';
import { same } from '../cms/bytes.ts';
import { DerError, DerReader } from '../cms/der-reader.ts';
import { readTime } from '../cms/der-time.ts';
import { isSignedBy } from '../cms/signature-algorithm.ts';
import type { ReadCertificate } from '../verify/x509.ts';
import { EntryIndex } from './entry-index.ts';

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const SEQUENCE = 0x30;
const CONTEXT_0 = 0xa0;

interface Signed {
  algorithm: Uint8Array;
  signed: Uint8Array;
  signature: Uint8Array;
}

interface Fields {
  algorithm: Uint8Array;
  issuer: Uint8Array;
  thisUpdate: Instant;
  nextUpdate: Instant | null;
  /** Contents of revokedCertificates. */
  entries: Uint8Array;
  extensions: readonly Uint8Array[];
}

/** A CertificateList (RFC 5280, 5.1) that was read. */
export class RevocationList {
  readonly fields: Omit<Fields, 'algorithm' | 'entries'>;
  readonly #signed: Signed;
  readonly #entries: Uint8Array;
  readonly #signedBy = new Map<string, boolean>();
  #index: EntryIndex | undefined;

  /** Throws DerError. */
  constructor(bytes: Uint8Array) {
    const outer = new DerReader(bytes);
    const list = outer.enter(SEQUENCE);
    outer.end();
    const signed = list.next(SEQUENCE);
    const algorithm = list.next(SEQUENCE);
    const signature = list.next(BIT_STRING).contents.subarray(1);
    list.end();
    const { algorithm: named, entries, ...fields } = readFields(new DerReader(signed.contents));
    if (!same(named, algorithm.encoded)) throw new DerError('another algorithm than the one that was signed');
    this.fields = fields;
    this.#entries = entries;
    this.#signed = { algorithm: algorithm.contents, signature, signed: signed.encoded };
  }

  /** Looked at once for each certificate. Throws DerError for an unknown algorithm. */
  isSignedBy({ x509 }: ReadCertificate): boolean {
    const { fingerprint256 } = x509;
    const known = this.#signedBy.get(fingerprint256);
    if (known !== undefined) return known;
    const is = isSignedBy({ ...this.#signed, key: x509.publicKey });
    this.#signedBy.set(fingerprint256, is);
    return is;
  }

  /** Null when it names no such certificate. Throws DerError when it can't be read so far. */
  revokedAt(serialNumber: Uint8Array): Instant | null {
    const entry = this.index().find(serialNumber);
    return entry ? readTime(entry.next()) : null;
  }

  /** Read with the first question, or before. */
  index(): EntryIndex {
    this.#index ??= new EntryIndex(this.#entries);
    return this.#index;
  }
}

const OPENED = new WeakMap<Uint8Array, RevocationList>();

/**
 * The list in these bytes, which must stay as they are. Operators keep lists of megabytes, about which each file that is
 * judged asks: as long as somebody keeps the bytes, they are read once. Throws DerError.
 */
export function openList(bytes: Uint8Array): RevocationList {
  const opened = OPENED.get(bytes) ?? new RevocationList(bytes);
  OPENED.set(bytes, opened);
  return opened;
}

/** Reads lists before the first question, which may have little time. Those that are malformed are left to it. */
export function readAhead(lists: readonly Uint8Array[]): void {
  for (const list of lists) {
    try {
      openList(list).index();
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
    }
  }
}

function readFields(list: DerReader): Fields {
  if (list.peek() === INTEGER) list.next();
  const algorithm = list.next(SEQUENCE).encoded;
  const issuer = list.next(SEQUENCE).encoded;
  const thisUpdate = readTime(list.next());
  const timed = list.peek() === UTC_TIME || list.peek() === GENERALIZED_TIME;
  const nextUpdate = timed ? readTime(list.next()) : null;
  const entries = list.peek() === SEQUENCE ? list.next().contents : new Uint8Array();
  const extensions = list.peek() === CONTEXT_0 ? list.enter(CONTEXT_0).enter(SEQUENCE).rest() : [];
  list.end();
  return { algorithm, issuer, thisUpdate, nextUpdate, entries, extensions: extensions.map(({ encoded }) => encoded) };
}
