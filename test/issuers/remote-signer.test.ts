import { createPublicKey, createSign, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { unlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IssuerFault, SignerFault, type SignerFaultCode } from '../../engine/document/faults.ts';
import { readPkcs12 } from '../../engine/document/issuer/pkcs12.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { createRemoteSigner, type RemoteKey, type RemoteSignerOptions } from '../../service/issuers/remote-signer.ts';
import { CERTIFICATE, ENDORSEMENT, issuerFile, NOW, PASSWORD, shippedFonts } from '../document/samples.ts';
import { folderOf, OTHER_ROOT, pem, ROOT, sealOf } from './folder.ts';
import { answer, CREDENTIAL, SIGNED, type SigningService, startSigningService, TOKEN } from './signing-service.ts';

const SEAL = sealOf(2026, 2030);
const CHAIN = [SEAL.certificate, ROOT.certificate];
const DATA = Buffer.from('signed attributes');

let service: SigningService;
beforeAll(async () => {
  service = await startSigningService(SEAL.key);
});
afterEach(() => {
  Object.assign(service, { asked: 0, behave: SIGNED });
});
afterAll(() => service.close());

function signer(changed: Partial<RemoteKey> = {}, options: RemoteSignerOptions = { restMs: 0 }) {
  const token = { value: TOKEN };
  const key = { url: service.url, credential: CREDENTIAL, token, authority: null, timeoutMs: 5000, ...changed };
  return createRemoteSigner(key, CHAIN, options);
}

/** The fault that signing ends in. */
async function fault(from = signer()): Promise<SignerFault> {
  const error: unknown = await from.sign(DATA).catch((thrown: unknown) => thrown);
  if (error instanceof SignerFault) return error;
  throw new TypeError('it did not end in a SignerFault', { cause: error });
}

function signs(publicKey: KeyObject, signature: Uint8Array): boolean {
  return verify('sha256', DATA, publicKey, signature);
}

describe('a remote signer', () => {
  it('has a digest signed, and is asked once for it', async () => {
    expect(signs(createPublicKey(SEAL.key), await signer().sign(DATA))).toBe(true);
    expect(service.asked).toBe(1);
    expect(signer()).toMatchObject({ algorithm: { kind: 'ecdsa', curve: 'P-256' } });
  });

  it('signs copies that verify like any other', async () => {
    const maker = createDocumentMaker({
      fonts: shippedFonts(),
      signers: new Map([['demonstration', signer()]]),
    });
    const { bytes } = await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
    const basis = { trustedRoots: [ROOT.certificate], at: NOW };
    expect(verifyDocument(bytes, basis)).toMatchObject({ status: 'passed', signature: { signer: '测试签章 2026' } });
  });

  it('signs with RSA, too', async () => {
    const { certificates, key } = readPkcs12(issuerFile('rsa3072.p12'), PASSWORD);
    const rsa = await startSigningService(key);
    const { publicKey } = new X509Certificate(certificates[0] ?? '');
    const remote = { url: rsa.url, credential: CREDENTIAL, token: { value: TOKEN }, authority: null, timeoutMs: 5000 };
    expect(signs(publicKey, await createRemoteSigner(remote, certificates).sign(DATA))).toBe(true);
    await rsa.close();
  });

  it('reads its token anew for each signature, so that it can be renewed', async () => {
    const dir = await folderOf({ token: 'stale' });
    const token = { file: path.join(dir, 'token') };
    const patient = signer({ token });
    expect(await fault(patient)).toMatchObject({ code: 'refused' });
    await writeFile(token.file, `${TOKEN}\n`);
    expect(await patient.sign(DATA)).toHaveProperty('length');
    await unlink(token.file);
    expect(await fault(patient)).toMatchObject({ code: 'no-token' });
  });

  it('finds its token in the first line of a file, whatever else is noted there', async () => {
    const dir = await folderOf({ token: `${TOKEN}\r\nrenewed on 1 November\n` });
    expect(await signer({ token: { file: path.join(dir, 'token') } }).sign(DATA)).toHaveProperty('length');
  });

  it('takes a service with TLS at its word only when the right authority vouches for it', async () => {
    const secure = await startSigningService(SEAL.key, { tls: true });
    const vouchedBy = (root: typeof ROOT) => signer({ url: secure.url, authority: Buffer.from(pem(root)) });
    expect(signs(createPublicKey(SEAL.key), await vouchedBy(ROOT).sign(DATA))).toBe(true);
    expect(await fault(vouchedBy(OTHER_ROOT))).toMatchObject({ code: 'unreachable' });
    expect(await fault(signer({ url: secure.url }))).toMatchObject({ code: 'unreachable' });
    await secure.close();
  });

  it('is refused for a certificate whose key no copy is signed with', () => {
    const key = { url: service.url, credential: 'x', token: { value: TOKEN }, authority: null, timeoutMs: 1 };
    expect(() => createRemoteSigner(key, [])).toThrow(IssuerFault);
  });
});

describe('nothing is signed, and the fault says why, when the service', () => {
  it.each<[string, SignerFaultCode, SigningService['behave']]>([
    ['refuses the request', 'refused', answer(400, { error: 'invalid_request' })],
    ['refuses without saying why', 'refused', answer(403, 'no')],
    ['leads elsewhere', 'refused', answer(302, {})],
    ['is overloaded', 'unavailable', answer(429, {})],
    ['is out of order', 'unavailable', answer(503, 'busy')],
    ['answers garbage', 'not-understood', answer(200, '<html>')],
    ['answers no signature', 'not-understood', answer(200, { signatures: [] })],
    ['answers two signatures', 'not-understood', answer(200, { signatures: ['AA==', 'AA=='] })],
    ['answers what is no base64', 'not-understood', answer(200, { signatures: ['not base64!'] })],
    ['answers a book', 'not-understood', answer(200, { signatures: ['A'.repeat(100_000)] })],
    ['answers garbage as the signature', 'wrong-signature', answer(200, { signatures: ['AAAA'] })],
    ['signs something else', 'wrong-signature', answer(200, { signatures: [otherSignature()] })],
    ['breaks off', 'unreachable', (response) => response.destroy()],
    [
      'breaks off in the middle',
      'unreachable',
      (response) => response.writeHead(200).write('{', () => response.destroy()),
    ],
    ['says nothing', 'timed-out', () => {}],
    ['never finishes', 'timed-out', (response) => void response.writeHead(200).write('{')],
  ])('%s', async (_, code, behave) => {
    service.behave = behave;
    const found = await fault(signer({ timeoutMs: code === 'timed-out' ? 60 : 5000 }));
    expect(found).toMatchObject({ code });
    // Again only where the connection was an older one, which may have been closed before it was asked.
    expect(service.asked).toBeLessThanOrEqual(code === 'unreachable' ? 2 : 1);
    expect(`${found.message} ${String(found.stack)}`).not.toContain(TOKEN);
  });

  it('is not there', async () => {
    expect(await fault(signer({ url: 'http://127.0.0.1:1' }))).toMatchObject({ code: 'unreachable' });
  });

  it('doesn’t know the token, which is told without quoting it', async () => {
    const found = await fault(signer({ token: { value: 'another-token' } }));
    expect(found).toMatchObject({ code: 'refused', detail: expect.stringMatching(/answered 401 \(invalid_token\)$/) });
    expect(found.message).not.toContain('another-token');
  });

  it.each(['', 'two words', 'a\nb'])('would be sent what is no token: %j', async (value) => {
    expect(await fault(signer({ token: { value } }))).toMatchObject({ code: 'no-token' });
    expect(service.asked).toBe(0);
  });
});

it('asks once more when a kept connection turns out to be closed', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    const signature = ecdsa(SEAL.key);
    const body = JSON.stringify({ signatures: [signature] });
    const whole = `HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    let requests = 0;
    socket.on('error', () => {});
    socket.on('data', (data) => {
      if (!data.includes('POST')) return;
      requests += 1;
      if (requests === 1) socket.write(whole);
      else socket.resetAndDestroy();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const twice = signer({ url });
  await twice.sign(DATA);
  await new Promise(setImmediate);
  expect(await twice.sign(DATA)).toHaveProperty('length');
  expect(connections).toBe(2);
  server.close();
});

it('leaves a service that failed in peace for a while, and then asks again', async () => {
  let now = 0;
  const patient = signer({}, { restMs: 10_000, elapsed: () => now });
  service.behave = answer(503, '');
  expect(await fault(patient)).toMatchObject({ code: 'unavailable' });
  now = 9999;
  expect(await fault(patient)).toMatchObject({ code: 'unavailable' });
  expect(service.asked).toBe(1);
  service.behave = SIGNED;
  now = 10_000;
  expect(await patient.sign(DATA)).toHaveProperty('length');
});

function ecdsa(key: KeyObject, data = DATA): string {
  return createSign('sha256').update(data).sign(key, 'base64');
}

function otherSignature(): string {
  return ecdsa(SEAL.key, Buffer.from('another document'));
}
