import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createKeySigner } from '../../engine/document/issuer/key-signer.ts';
import type { Signer } from '../../engine/ports/signer.ts';
import { DAY_MS, type Instant, later } from '../../engine/time/instant.ts';
import { NOW } from '../document/samples.ts';
import { granted, ocspResponse, readRequest, revocationList, token } from './answers.ts';
import { AUTHORITY, type Party, party, RESPONDER, SIGNER, sources, TSA } from './pki.ts';

/** An answer to a request's body; `never` leaves it without one. */
export type Answer = (body: Uint8Array) => { status?: number; type?: string; bytes: Uint8Array } | 'never';

/** Local trust services that listen, and the parties whose certificates name them. */
export interface TrustServers {
  url: string;
  /** By path. Tests put their own in; what is missing is 404. */
  answers: Map<string, Answer>;
  /** How often each path was asked. */
  asked: Map<string, number>;
  root: Party;
  authority: Party;
  responder: Party;
  signing: Party;
  timestampRoot: Party;
  tsa: Party;
  /** The authority's next key. */
  secondTsa: Party;
  /** Signs with the certificate of `signing`. */
  signer: Signer;
  close(): Promise<void>;
}

export interface TrustServersOptions {
  /** The services' time. */
  now?: () => Instant;
  /** What the signing certificate names. */
  names?: readonly ('ocsp' | 'list')[];
  signingUntil?: Instant;
}

export async function startTrustServers(options: TrustServersOptions = {}): Promise<TrustServers> {
  const { names = ['ocsp', 'list'], now = () => NOW, signingUntil } = options;
  const answers = new Map<string, Answer>();
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      asked.set(path, (asked.get(path) ?? 0) + 1);
      const answer = answers.get(path)?.(Buffer.concat(parts)) ?? { status: 404, bytes: new Uint8Array() };
      if (answer === 'never') return;
      const { bytes, status = 200, type = 'text/plain' } = answer;
      response.writeHead(status, { 'content-type': type }).end(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const start = later(now(), -30 * DAY_MS);
  const dates = { from: start, until: later(now(), 365 * DAY_MS) };
  const root = party({ name: '信任根 Root', ...dates });
  const authority = party({
    name: '签发机关 Authority',
    by: root,
    ...dates,
    extensions: [...AUTHORITY, ...sources({ list: `${url}/root-list` })],
  });
  const named = {
    ...(names.includes('ocsp') && { ocsp: `${url}/ocsp` }),
    ...(names.includes('list') && { list: `${url}/list` }),
  };
  const signing = party({
    name: '样张 SPECIMEN 签章',
    by: authority,
    from: start,
    until: signingUntil ?? dates.until,
    extensions: [...SIGNER, ...sources(named)],
  });
  const responder = party({ name: 'OCSP Responder', by: authority, ...dates, extensions: RESPONDER });
  const timestampRoot = party({ name: '时间戳根 TSA Root', ...dates });
  const stamper = { by: timestampRoot, ...dates, extensions: [...TSA, ...sources({ list: `${url}/tsa-list` })] };
  const tsa = party({ name: '时间戳 Time Stamps', ...stamper });
  const secondTsa = party({ name: '时间戳 Time Stamps 2', ...stamper });

  answers.set('/tsa', stamping(tsa, now));
  answers.set('/ocsp', () => ({
    type: 'application/ocsp-response',
    bytes: ocspResponse({ certificate: signing.certificate, authority, responder, at: later(now(), -60_000) }),
  }));
  const list =
    (by: Party): Answer =>
    () => ({ bytes: revocationList({ authority: by, at: later(now(), -60_000) }) });
  answers.set('/list', list(authority)).set('/root-list', list(root)).set('/tsa-list', list(timestampRoot));
  const chain = [signing.certificate, authority.certificate, root.certificate];
  return {
    url,
    answers,
    asked,
    root,
    authority,
    responder,
    signing,
    timestampRoot,
    tsa,
    secondTsa,
    signer: createKeySigner(signing.key, chain),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A time-stamping authority that does as it is asked, at `now`. */
export function stamping(authority: Party, now: () => Instant): Answer {
  return (body) => {
    const { digest, nonce } = readRequest(body);
    return { type: 'application/timestamp-reply', bytes: granted(token({ authority, digest, nonce, at: now() })) };
  };
}
