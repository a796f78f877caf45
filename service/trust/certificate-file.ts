import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
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
  const text = await read(file, setting);
  try {
    const certificates = [...text.matchAll(PEM)].map(([pem]) => new X509Certificate(pem).raw);
    if (certificates.length > 0) return certificates;
  } catch (cause) {
    throw new CertificateFileFault(`${setting}: a certificate in ${file} can't be read.`, { cause });
  }
  throw new CertificateFileFault(`${setting}: ${file} holds no certificate in PEM ("-----BEGIN CERTIFICATE-----").`);
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
