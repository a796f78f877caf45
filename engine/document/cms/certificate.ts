import { same } from './bytes.ts';
import { DerError, DerReader, type DerValue } from './der-reader.ts';

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;

/** The parts of an X.509 certificate (RFC 5280, 4.1) that CMS names, byte for byte as the certificate has them. */
export interface CertificateParts {
  serialNumber: Uint8Array;
  /** Contents of the AlgorithmIdentifier of the issuer's signature. */
  algorithm: Uint8Array;
  issuer: Uint8Array;
  subject: Uint8Array;
  /** The Extension values, or none. */
  extensions: readonly Uint8Array[];
}

/**
 * Cuts a DER certificate into parts. Throws DerError, also where node:crypto would read on: what its signature doesn't cover
 * can be written in many ways, and only one of them is taken.
 */
export function certificateParts(certificate: Uint8Array): CertificateParts {
  const { algorithm, tbs } = signedParts(certificate);
  if (tbs.peek() === VERSION) tbs.next();
  const serialNumber = tbs.next(INTEGER).encoded;
  if (!same(tbs.next(SEQUENCE).encoded, algorithm.encoded)) throw new DerError('two names of the signature algorithm');
  const issuer = tbs.next(SEQUENCE).encoded;
  tbs.next(SEQUENCE);
  const subject = tbs.next(SEQUENCE).encoded;
  const extensions = tbs
    .rest()
    .filter((value) => value.tag === EXTENSIONS)
    .flatMap((value) => new DerReader(value.contents).enter(SEQUENCE).rest())
    .map((value) => value.encoded);
  return { serialNumber, algorithm: algorithm.contents, issuer, subject, extensions };
}

function signedParts(certificate: Uint8Array): { tbs: DerReader; algorithm: DerValue } {
  const outer = new DerReader(certificate);
  const parts = outer.enter(SEQUENCE);
  outer.end();
  const tbs = parts.enter(SEQUENCE);
  const algorithm = parts.next(SEQUENCE);
  if (parts.next(BIT_STRING).contents[0] !== 0) throw new DerError('a signature of odd bits');
  parts.end();
  return { tbs, algorithm };
}
