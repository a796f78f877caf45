import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { der, octetString, sequence } from '../../engine/document/cms/der.ts';
import { UnavailableFault } from '../../engine/document/faults.ts';
import { judgeOcsp } from '../../engine/document/revocation/judge-ocsp.ts';
import { readCertificate } from '../../engine/document/verify/x509.ts';
import { DAY_MS, HOUR_MS, later, MINUTE_MS } from '../../engine/time/instant.ts';
import { NOW } from '../document/samples.ts';
import { FixedClock } from '../fakes/fixed-clock.ts';
import { ocspResponse, revocationList, type StatusOptions } from './answers.ts';
import { extension, party, RESPONDER, SIGNER } from './pki.ts';
import { keeperOf } from './stamping.ts';
import { type Answer, startTrustServers, type TrustServers } from './trust-servers.ts';

const clock = { now: () => NOW };
const NOWHERE: Answer = () => ({ status: 503, bytes: new Uint8Array() });

let servers: TrustServers;
let good: Map<string, Answer>;
beforeAll(async () => {
  servers = await startTrustServers();
  good = new Map(servers.answers);
});
beforeEach(() => {
  for (const [path, answer] of good) servers.answers.set(path, answer);
  servers.asked.clear();
});
afterAll(() => servers.close());

const chain = () => [servers.signing, servers.authority, servers.root].map(({ certificate }) => certificate);
const asked = (path: string) => servers.asked.get(path) ?? 0;

function status(over: Partial<StatusOptions>): Answer {
  const { authority, signing } = servers;
  const bytes = ocspResponse({ certificate: signing.certificate, authority, at: later(NOW, -60_000), ...over });
  return () => ({ type: 'application/ocsp-response', bytes });
}

async function failure(settings = { ocsp: true, lists: true }): Promise<UnavailableFault> {
  const fault = await keeperOf(clock, settings)
    .dataFor(chain())
    .catch((error: unknown) => error);
  if (!(fault instanceof UnavailableFault)) throw new Error('there was no fault');
  return fault;
}

describe('validation data', () => {
  it('are an OCSP response for the signing certificate and a list for who has no responder', async () => {
    const data = await keeperOf(clock).dataFor(chain());
    expect(data).toMatchObject({ ocspResponses: [expect.anything()], revocationLists: [expect.anything()] });
    expect(asked('/list')).toBe(0);
  });

  it.each<[string, () => Answer]>([
    ['is down', () => NOWHERE],
    ['never answers', () => () => 'never'],
    ['sends garbage', () => () => ({ type: 'application/ocsp-response', bytes: Buffer.from('garbage') })],
    ['won’t answer', () => () => ({ type: 'application/ocsp-response', bytes: Buffer.from('30030a0106', 'hex') })],
    ['answers about another', () => status({ certificate: servers.responder.certificate })],
    ['is a stranger', () => status({ responder: party({ name: 'Stranger', extensions: RESPONDER }) })],
    ['isn’t one', () => status({ responder: party({ name: 'None', by: servers.authority, extensions: SIGNER }) })],
    [
      'might be revoked itself',
      () => status({ responder: party({ name: 'Checked', by: servers.authority, extensions: RESPONDER.slice(0, 3) }) }),
    ],
    ['answers of long ago', () => status({ at: later(NOW, -2 * DAY_MS) })],
    ['answers of tomorrow', () => status({ at: later(NOW, DAY_MS) })],
    ['signs with another key', () => status({ authority: { ...servers.authority, key: servers.root.key } })],
  ])('come from a list when the responder %s', async (_, answer) => {
    servers.answers.set('/ocsp', answer());
    const data = await keeperOf(clock).dataFor(chain());
    expect(data).toMatchObject({ ocspResponses: [], revocationLists: [expect.anything(), expect.anything()] });
  });

  it('may be a list in PEM', async () => {
    const list = revocationList({ authority: servers.authority, at: later(NOW, -1000) });
    const pem = `-----BEGIN X509 CRL-----\n${Buffer.from(list).toString('base64')}\n-----END X509 CRL-----\n`;
    servers.answers.set('/list', () => ({ bytes: Buffer.from(pem) }));
    const { revocationLists } = await keeperOf(clock, { ocsp: false, lists: true }).dataFor(chain());
    expect(revocationLists.map((one) => Buffer.from(one))).toContainEqual(Buffer.from(list));
  });

  it.each<[string, () => Uint8Array, RegExp]>([
    ['by another authority', () => revocationList({ authority: servers.root, at: NOW }), /wrong-authority/],
    [
      'with another’s signature',
      () => revocationList({ authority: { ...servers.authority, key: servers.root.key }, at: NOW }),
      /signature-wrong/,
    ],
    [
      'of last month',
      () => revocationList({ authority: servers.authority, at: later(NOW, -30 * DAY_MS) }),
      /not of today/,
    ],
    ['of changes alone', () => withExtension('2.5.29.27', der(0x02, Uint8Array.of(1))), /unsupported/],
    ['that is indirect', () => withExtension('2.5.29.28', sequence(der(0x84, Uint8Array.of(0xff)))), /unsupported/],
    [
      'for authorities alone',
      () => withExtension('2.5.29.28', sequence(der(0x82, Uint8Array.of(0xff)))),
      /wrong-certificate/,
    ],
    ['of another part', () => withExtension('2.5.29.28', part('http://example.org/other')), /wrong-certificate/],
    ['that is garbage', () => Buffer.from('garbage'), /malformed/],
    ['that is too long for a copy', () => Buffer.alloc(40_000, 0x30), /more than 32768 bytes/],
  ])('are never a list %s', async (_, list, reason) => {
    servers.answers.set('/list', () => ({ bytes: list() }));
    expect((await failure({ ocsp: false, lists: true })).detail).toMatch(reason);
  });

  it('may be the part of a list that the certificate names', async () => {
    servers.answers.set('/list', () => ({ bytes: withExtension('2.5.29.28', part(`${servers.url}/list`)) }));
    await expect(keeperOf(clock, { ocsp: false, lists: true }).dataFor(chain())).resolves.toBeDefined();
  });

  it('can’t be had when every source is down, and the fault says of which', async () => {
    servers.answers.set('/ocsp', NOWHERE).set('/list', NOWHERE);
    expect(await failure()).toMatchObject({
      code: 'revocation-unavailable',
      detail: `样张 SPECIMEN 签章: ${servers.url}/ocsp answered 503; ${servers.url}/list answered 503`,
    });
  });

  it('can’t be had of a certificate that names nobody to ask', async () => {
    expect((await failure({ ocsp: true, lists: false })).detail).toContain('names nobody to ask');
  });

  it.each(['ocsp', 'list'])('say when a certificate was revoked: %s', async (source) => {
    const { authority, signing } = servers;
    const revoked = [{ certificate: signing.certificate, at: later(NOW, -HOUR_MS) }];
    servers.answers.set('/ocsp', source === 'ocsp' ? status({ revokedAt: later(NOW, -HOUR_MS) }) : NOWHERE);
    servers.answers.set('/list', () => ({ bytes: revocationList({ authority, at: later(NOW, -1000), revoked }) }));
    expect(await failure()).toMatchObject({
      code: 'certificate-revoked',
      detail: '样张 SPECIMEN 签章: revoked on 2026-12-01T01:52:07.000Z',
    });
  });
});

describe('a keeper', () => {
  it('asks once for any number of copies', async () => {
    const keeper = keeperOf(clock);
    await Promise.all(Array.from({ length: 20 }, () => keeper.dataFor(chain())));
    await keeper.dataFor(chain());
    expect(asked('/ocsp')).toBe(1);
  });

  it.each([
    ['halfway to the next update, and not before', 1, 30],
    ['after an hour, however far the next update is, so that a revocation becomes known', 365 * 24, 60],
  ])('asks again %s', async (_, nextUpdateHours, pauseMinutes) => {
    const at = new FixedClock(new Date(NOW).toISOString());
    const good = { at: NOW, nextUpdate: later(NOW, nextUpdateHours * HOUR_MS) };
    servers.answers.set('/ocsp', status(good));
    const keeper = keeperOf(at);
    await keeper.dataFor(chain());
    servers.answers.set('/ocsp', status({ ...good, revokedAt: NOW }));
    at.advance({ ms: pauseMinutes * MINUTE_MS - 1 });
    await keeper.refresh();
    await expect(keeper.dataFor(chain())).resolves.toBeDefined();
    at.advance({ ms: 1 });
    await keeper.refresh();
    await expect(keeper.dataFor(chain())).rejects.toMatchObject({ code: 'certificate-revoked' });
  });

  it('goes on with what it has while nobody answers, until the next update', async () => {
    const at = new FixedClock(new Date(NOW).toISOString());
    const keeper = keeperOf(at);
    await keeper.dataFor(chain());
    for (const path of ['/ocsp', '/list']) servers.answers.set(path, NOWHERE);
    at.advance({ hours: 13 });
    await keeper.refresh();
    await expect(keeper.dataFor(chain())).resolves.toBeDefined();
    at.advance({ hours: 11 });
    await expect(keeper.dataFor(chain())).rejects.toMatchObject({ code: 'revocation-unavailable' });
  });

  it('doesn’t ask those who are down for each copy', async () => {
    for (const path of ['/ocsp', '/list']) servers.answers.set(path, NOWHERE);
    const keeper = keeperOf(clock);
    for (let round = 0; round < 5; round += 1) await keeper.dataFor(chain()).catch(() => undefined);
    expect(asked('/ocsp')).toBe(1);
  });

  it('asks again once a clock that was ahead is set right: what came of it was for another time', async () => {
    const at = new FixedClock(new Date(NOW).toISOString());
    const keeper = keeperOf(at);
    at.advance({ days: 8 });
    await expect(keeper.dataFor(chain())).rejects.toMatchObject({ detail: expect.stringContaining('not of today') });
    at.advance({ days: -8 });
    await expect(keeper.dataFor(chain())).resolves.toBeDefined();
  });
});

describe('a nonce', () => {
  const issued = () => ({
    certificate: readCertificate(servers.signing.certificate),
    authority: readCertificate(servers.authority.certificate),
  });
  const response = (nonce?: Uint8Array) => {
    const { authority, signing } = servers;
    return ocspResponse({ certificate: signing.certificate, authority, at: NOW, ...(nonce ? { nonce } : {}) });
  };
  const nonce = octetString(Uint8Array.of(1, 2, 3)).subarray(2);

  it('may be missing in an answer, but not be another', () => {
    expect(judgeOcsp(response(), issued(), nonce).ok).toBe(true);
    expect(judgeOcsp(response(nonce), issued(), nonce).ok).toBe(true);
    expect(judgeOcsp(response(Uint8Array.of(9)), issued(), nonce)).toEqual({ ok: false, refusal: 'wrong-nonce' });
  });
});

function withExtension(type: string, value: Uint8Array): Uint8Array {
  const extensions = [extension(type, value, true)];
  return revocationList({ authority: servers.authority, at: later(NOW, -1000), extensions });
}

function part(url: string): Uint8Array {
  return sequence(der(0xa0, der(0xa0, der(0x86, Buffer.from(url)))));
}
