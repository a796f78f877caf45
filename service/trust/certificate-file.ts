import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unreadable } from '../../engine/document/issuer/inspect-chain.ts';
import { flawText } from '../issuers/problem-texts.ts';
import type { TrustSettings } from './trust-settings.ts';

/** A file of certificates can't be used; `message` says what to do. */
class CertificateFileFault extends Error {
  override readonly name = 'CertificateFileFault';
}

/** DER certificates that the chain of a time stamp must end in; none where no file is set. */
export async function readTimestampRoots({ timestampRootsFile: file }: TrustSettings): Promise<Uint8Array[]> {
  return file === null ? [] : readCertificateFile(file, 'TSA_ROOTS');
}

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** The certificates of a PEM file, in DER. `setting` names the file in faults. */
async function readCertificateFile(file: string, setting: string): Promise<Uint8Array[]> {
  const certificates = parse(await read(file, setting), file, setting);
  if (certificates.length === 0) {
    throw new CertificateFileFault(`${setting}: ${file} holds no certificate in PEM ("-----BEGIN CERTIFICATE-----").`);
  }
  const problems = certificates.flatMap((certificate) => unreadable(certificate) ?? []).map(flawText);
  if (problems.length > 0) throw new CertificateFileFault(`${setting}: ${file}: ${problems.join('; ')}.`);
  return certificates;
}

function parse(text: string, file: string, setting: string): Uint8Array[] {
  try {
    return [...text.matchAll(PEM)].map(([pem]) => new X509Certificate(pem).raw);
  } catch (cause) {
    throw new CertificateFileFault(`${setting}: a certificate in ${file} can't be read.`, { cause });
  }
}

async function read(file: string, setting: string): Promise<string> {
  try {
    return await readFile(file, 'latin1');
  } catch (cause) {
    throw new CertificateFileFault(`${setting}: ${file} can't be read; check the path, its owner and permissions.`, {
      cause,
    });
  }
}
