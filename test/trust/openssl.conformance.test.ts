import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { judgeCrl, readList } from '../../engine/document/revocation/judge-crl.ts';
import { judgeOcsp } from '../../engine/document/revocation/judge-ocsp.ts';
import { ocspRequest } from '../../engine/document/revocation/ocsp-request.ts';
import { judgeAnswer, judgeToken } from '../../engine/document/timestamp/judge-token.ts';
import { timestampRequest } from '../../engine/document/timestamp/timestamp-request.ts';
import { readTimestampResponse } from '../../engine/document/timestamp/timestamp-response.ts';
import { readCertificate } from '../../engine/document/verify/x509.ts';
import { DAY_MS, later } from '../../engine/time/instant.ts';
import { systemClock, systemRandom } from '../../service/system.ts';
import { AUTHORITY, type Party, party, RESPONDER, SIGNER } from './pki.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-openssl-'));
const file = (name: string): string => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
const there = spawnSync('openssl', ['version']).error === undefined;

const CONFIG = `
[tsa]
default_tsa = stamper
[stamper]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
certs = root.pem
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = yes
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[stamps]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[req]
distinguished_name = name
prompt = no
[name]
O = 测试 Test
CN = OpenSSL
[ca]
default_ca = list
[list]
database = index.txt
crlnumber = crlnumber
default_md = sha384
`;

describe.skipIf(!there)('an authority by OpenSSL, with RSA keys', () => {
  beforeAll(() => {
    writeFileSync(file('config'), CONFIG);
    writeFileSync(file('serial'), '0100\n');
    const request = ['req', '-utf8', '-newkey', 'rsa:3072', '-nodes', '-config', 'config'];
    openssl(...request, '-x509', '-keyout', 'root.key', '-out', 'root.pem', '-extensions', 'root', '-subj', '/CN=Root');
    openssl(...request, '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/CN=Stamps');
    const issue = ['x509', '-req', '-in', 'tsa.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial'];
    openssl(...issue, '-extfile', 'config', '-extensions', 'stamps', '-sha384', '-out', 'tsa.pem');
  });

  it.each([
    ['sha1', 'sha256'],
    ['sha256', 'sha512'],
    ['sha512', 'sha384'],
  ])('answers what is asked, its certificate named by %s and signing with %s', (names, signs) => {
    const digest = createHash('sha256').update('a signature').digest();
    const ask = { digest, nonce: systemRandom.bytes(16), policy: '1.2.3.4.1' };
    writeFileSync(file('query'), timestampRequest(ask));
    writeFileSync(
      file('config'),
      CONFIG.replace('[root]', `ess_cert_id_alg = ${names}\nsigner_digest = ${signs}\n[root]`),
    );
    openssl('ts', '-reply', '-config', 'config', '-queryfile', 'query', '-out', 'reply');
    const read = readTimestampResponse(readFileSync(file('reply')));
    if (!read.ok) throw new Error(read.refusal.text);
    const roots = [readCertificate(new X509Certificate(readFileSync(file('root.pem'))).raw)];
    const judged = judgeAnswer(read.value, ask, { now: systemClock.now(), roots });
    if (!judged.ok) throw new Error(judged.refusal);
    // What was trimmed is still a token, to us and to OpenSSL.
    expect(judgeToken(judged.value.token, digest, { roots, others: [] }).ok).toBe(true);
    writeFileSync(file('token'), judged.value.token);
    const hex = digest.toString('hex');
    openssl('ts', '-verify', '-token_in', '-in', 'token', '-digest', hex, '-CAfile', 'root.pem');
  });
});

describe.skipIf(!there)('revocation by OpenSSL', () => {
  const now = systemClock.now();
  const dates = { from: later(now, -DAY_MS), until: later(now, 300 * DAY_MS) };
  const authority = party({ name: 'Authority', extensions: AUTHORITY, ...dates });
  const responder = party({ name: 'Responder', by: authority, extensions: RESPONDER, ...dates });
  const [good, revoked] = ['Good', 'Revoked'].map((name) =>
    party({ name, by: authority, extensions: SIGNER, ...dates }),
  );
  const read = ({ certificate }: Party) => readCertificate(certificate);
  const issued = (of: Party | undefined) => ({ certificate: read(of ?? authority), authority: read(authority) });

  beforeAll(() => {
    writeFileSync(file('config'), CONFIG);
    for (const [name, { certificate, key }] of Object.entries({ authority, responder })) {
      writeFileSync(file(`${name}.pem`), new X509Certificate(certificate).toString());
      writeFileSync(
        file(`${name}.key`),
        createPrivateKey(key.export({ type: 'pkcs8', format: 'pem' })).export({ type: 'sec1', format: 'pem' }),
      );
    }
    const line = (party: Party | undefined, status: string): string => {
      const { serialNumber } = new X509Certificate(party?.certificate ?? Buffer.alloc(0));
      return `${status}\t${serialNumber}\tunknown\t/CN=x\n`;
    };
    const rows = [line(good, 'V\t391231235959Z\t'), line(revoked, 'R\t391231235959Z\t260101000000Z')];
    writeFileSync(file('index.txt'), rows.join(''));
    writeFileSync(file('crlnumber'), '01\n');
  });

  it.each([
    ['good', null],
    ['revoked', Date.UTC(2026, 0, 1)],
  ])('says by OCSP who is %s', (name, revokedAt) => {
    const about = issued(name === 'good' ? good : revoked);
    const nonce = systemRandom.bytes(16);
    writeFileSync(file('request'), ocspRequest(about, nonce));
    const signer = ['-rsigner', 'responder.pem', '-rkey', 'responder.key', '-CA', 'authority.pem', '-ndays', '1'];
    openssl('ocsp', '-index', 'index.txt', ...signer, '-reqin', 'request', '-respout', 'response');
    expect(judgeOcsp(readFileSync(file('response')), about, nonce)).toMatchObject({ ok: true, value: { revokedAt } });
  });

  it('lists who is revoked', () => {
    const keys = ['-cert', 'authority.pem', '-keyfile', 'authority.key'];
    openssl('ca', '-config', 'config', '-gencrl', ...keys, '-crldays', '1', '-out', 'list.pem');
    const list = readList(readFileSync(file('list.pem'))) ?? new Uint8Array();
    expect(judgeCrl(list, issued(good))).toMatchObject({ ok: true, value: { revokedAt: null } });
    expect(judgeCrl(list, issued(revoked))).toMatchObject({ ok: true, value: { revokedAt: Date.UTC(2026, 0, 1) } });
  });
});
