import { constants, createECDH, createHash, type KeyObject, privateEncrypt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { once } from 'node:events';
import { z } from 'zod';
import { der, oid, octetString, sequence } from '../../engine/document/cms/der.ts';
import { party } from '../trust/pki.ts';
import { at, keyPem, pem, ROOT } from './folder.ts';

export const TOKEN = 'token-of-the-signing-service';
export const CREDENTIAL = 'seal-7';

const REQUEST = z.object({
  credentialID: z.literal(CREDENTIAL),
  hashes: z.tuple([z.base64()]),
  hashAlgo: z.literal('2.16.840.1.101.3.4.2.1'),
  hashAlgorithmOID: z.literal('2.16.840.1.101.3.4.2.1'),
  signAlgo: z.enum(['1.2.840.113549.1.1.11', '1.2.840.10045.4.3.2']),
});

type Answer = (response: ServerResponse, signature: Buffer) => void;

/** What a sound service answers. */
export const SIGNED: Answer = (response, signature) => {
  answer(200, { signatures: [signature.toString('base64')] })(response, signature);
};

export function answer(status: number, json: unknown): Answer {
  return (response) => {
    const text = typeof json === 'string' ? json : JSON.stringify(json);
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  };
}

export interface SigningService {
  url: string;
  /** How often it was asked. */
  asked: number;
  /** What it does with a request that is as documented. */
  behave: Answer;
  close(): Promise<void>;
}

/** A service as docs/remote-signer.md describes it, on this machine, that signs with `key`. */
export async function startSigningService(key: KeyObject, { tls = false } = {}): Promise<SigningService> {
  const handle = (request: IncomingMessage, response: ServerResponse): void => void respond(request, response);
  const server: Server = tls ? createTlsServer(serverCertificate(), handle) : createServer(handle);
  const service: SigningService = {
    url: '',
    asked: 0,
    behave: SIGNED,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    service.asked += 1;
    const body = REQUEST.safeParse(JSON.parse(await textOf(request)));
    const { authorization } = request.headers;
    if (authorization !== `Bearer ${TOKEN}`) return answer(401, { error: 'invalid_token' })(response, Buffer.alloc(0));
    const known = request.method === 'POST' && request.url === '/csc/v2/signatures/signHash' && body.success;
    if (!known) return answer(400, { error: 'invalid_request' })(response, Buffer.alloc(0));
    service.behave(response, signHash(Buffer.from(body.data.hashes[0], 'base64'), key));
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  service.url = `${tls ? 'https' : 'http'}://127.0.0.1:${port}/csc/v2`;
  return service;
}

const SHA256_INFO = sequence(oid('2.16.840.1.101.3.4.2.1'), der(0x05));

// As hardware does it, which sees no more than the digest, while node:crypto would hash once more by itself.
function signHash(digest: Buffer, key: KeyObject): Buffer {
  if (key.asymmetricKeyType === 'ec') return signEcdsa(digest, key);
  // RFC 8017, 9.2: a DigestInfo, padded.
  const info = Buffer.from(sequence(SHA256_INFO, octetString(digest)));
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info);
}

/** The order of P-256's group (SEC 2, 2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

// FIPS 186-5, 6.4.1. The number used once comes from key and digest, so that no two digests share it.
function signEcdsa(digest: Buffer, key: KeyObject): Buffer {
  const secret = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  const once = createHash('sha256').update(secret).update(digest).digest();
  const point = createECDH('prime256v1');
  point.setPrivateKey(once);
  const r = number(point.getPublicKey().subarray(1, 33)) % ORDER;
  const s = (inverse(number(once)) * (number(digest) + r * number(secret))) % ORDER;
  return Buffer.from(sequence(integer(r), integer(s)));
}

function number(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

// By Fermat's little theorem, as the order is prime.
function inverse(value: bigint): bigint {
  let result = 1n;
  for (let [base, exponent] = [value % ORDER, ORDER - 2n]; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % ORDER;
    base = (base * base) % ORDER;
  }
  return result;
}

function integer(value: bigint): Uint8Array {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return der(0x02, (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.alloc(1), bytes]));
}

function serverCertificate(): { key: string; cert: string } {
  const address = der(0x87, Uint8Array.of(127, 0, 0, 1));
  const extensions = [sequence(oid('2.5.29.17'), octetString(sequence(address)))];
  const server = party({ name: '127.0.0.1', by: ROOT, extensions, from: at(2020), until: at(2040) });
  return { key: keyPem(server), cert: pem(server) };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}
