import { DerReader } from './der-reader.ts';

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;

/** The parts of an X.509 certificate (RFC 5280, 4.1) that CMS names, byte for byte as the certificate has them. */
export interface CertificateParts {
  serialNumber: Uint8Array;
  issuer: Uint8Array;
  subject: Uint8Array;
  /** The Extension values, or none. */
  extensions: readonly Uint8Array[];
}

/** Cuts a DER certificate into parts. Throws DerError. */
export function certificateParts(certificate: Uint8Array): CertificateParts {
  const tbs = new DerReader(certificate).enter(SEQUENCE).enter(SEQUENCE);
  if (tbs.peek() === VERSION) tbs.next();
  const serialNumber = tbs.next(INTEGER).encoded;
  tbs.next(SEQUENCE);
  const issuer = tbs.next(SEQUENCE).encoded;
  tbs.next(SEQUENCE);
  const subject = tbs.next(SEQUENCE).encoded;
  const extensions = tbs
    .rest()
    .filter((value) => value.tag === EXTENSIONS)
    .flatMap((value) => new DerReader(value.contents).enter(SEQUENCE).rest())
    .map((value) => value.encoded);
  return { serialNumber, issuer, subject, extensions };
}
