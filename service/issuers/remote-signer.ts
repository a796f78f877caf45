import { createHash, type KeyObject, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { IssuerFault, SignerFault } from '../../engine/document/faults.ts';
import { chainOfKey, keyAlgorithm, parseCertificate } from '../../engine/document/issuer/certificate-chain.ts';
import type { KeyAlgorithm, Signer } from '../../engine/ports/signer.ts';
import { firstLine } from './first-line.ts';
import { postJson } from './post-json.ts';

/** A key behind a signing service (docs/remote-signer.md). Plain data; holds a secret. */
export interface RemoteKey {
  /** What `/signatures/signHash` follows; https, or http on this machine. */
  url: string;
  credential: string;
  /** The token itself, or the file whose first line it is, read for each signature so that it can be renewed. */
  token: { value: string } | { file: string };
  /** Certificates in PEM that the service's own must lead to; null for those that the system trusts. */
  authority: Uint8Array | null;
  /** How long one signature may take, in milliseconds. */
  timeoutMs: number;
}

export interface RemoteSignerOptions {
  /** For how long nothing is asked after the service failed, in milliseconds. */
  restMs?: number;
  /** Milliseconds that only go forward. */
  elapsed?: () => number;
}

/**
 * Copies that wait come one after another, each with pauses of its own. Without a rest, each would wait for a service
 * that is down until its time is up, and hold up those of other issuers.
 */
const REST_MS = 10_000;

const SHA256 = '2.16.840.1.101.3.4.2.1';
/** RFC 5754, 3.2 and 3.3. */
const SIGNATURE_ALGORITHMS: Readonly<Record<KeyAlgorithm['kind'], string>> = {
  rsa: '1.2.840.113549.1.1.11',
  ecdsa: '1.2.840.10045.4.3.2',
};

const ANSWER = z.object({ signatures: z.tuple([z.base64().min(1).max(2000)]) });

/**
 * A signer whose key a service keeps: it is sent a digest and answers the signature, which counts only when it fits the
 * first of `certificates`. Throws IssuerFault; `sign` rejects with SignerFault.
 */
export function createRemoteSigner(
  key: RemoteKey,
  certificates: readonly Uint8Array[],
  { elapsed = () => performance.now(), restMs = REST_MS }: RemoteSignerOptions = {},
): Signer {
  const [own] = certificates;
  if (!own) throw new IssuerFault('no-certificate', 'There is no certificate for the key');
  const { publicKey } = parseCertificate(own);
  const algorithm = keyAlgorithm(publicKey);
  let failed: { until: number; fault: SignerFault } | undefined;
  const sign = async (data: Uint8Array): Promise<Uint8Array> => {
    if (failed && elapsed() < failed.until) throw failed.fault;
    try {
      const signature = await request(key, algorithm, data);
      assertSigned(data, signature, publicKey);
      failed = undefined;
      return signature;
    } catch (fault) {
      if (fault instanceof SignerFault) failed = { until: elapsed() + restMs, fault };
      throw fault;
    }
  };
  return { algorithm, chain: chainOfKey(publicKey, certificates), sign };
}

async function request(key: RemoteKey, { kind }: KeyAlgorithm, data: Uint8Array): Promise<Uint8Array> {
  const body = {
    credentialID: key.credential,
    hashes: [createHash('sha256').update(data).digest('base64')],
    // The first is what version 1 of the interface calls it, the second what version 2 does.
    hashAlgo: SHA256,
    hashAlgorithmOID: SHA256,
    signAlgo: SIGNATURE_ALGORITHMS[kind],
  };
  const answer = await postJson({
    url: `${key.url}/signatures/signHash`,
    body,
    token: await tokenOf(key),
    authority: key.authority,
    timeoutMs: key.timeoutMs,
  });
  const parsed = ANSWER.safeParse(answer);
  if (!parsed.success)
    throw new SignerFault('not-understood', 'the signing service answered something else than one signature');
  return Buffer.from(parsed.data.signatures[0], 'base64');
}

async function tokenOf({ token }: RemoteKey): Promise<string> {
  const text = 'value' in token ? token.value : await readToken(token.file);
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw new SignerFault('no-token', 'the token for the signing service is empty or has characters that no token has');
}

async function readToken(file: string): Promise<string> {
  try {
    return firstLine(await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new SignerFault('no-token', `the token for the signing service can't be read from ${file}`, { cause });
  }
}

// A signature that doesn't fit would make a copy that nobody believes, and only a holder would notice.
function assertSigned(data: Uint8Array, signature: Uint8Array, publicKey: KeyObject): void {
  let fits = false;
  try {
    fits = verify('sha256', data, publicKey, signature);
  } catch {
    // Some malformed signatures make OpenSSL throw.
  }
  if (!fits)
    throw new SignerFault(
      'wrong-signature',
      'the signing service answered a signature that doesn’t fit the certificate',
    );
}
