import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { UnavailableFault } from '../../engine/document/faults.ts';
import { NULL } from '../../engine/document/cms/der.ts';
import { HOUR_MS, later, MINUTE_MS } from '../../engine/time/instant.ts';
import { NOW } from '../document/samples.ts';
import { FixedClock } from '../fakes/fixed-clock.ts';
import { granted, readRequest, token, type TokenOptions } from './answers.ts';
import { AUTHORITY, extension, LENIENT_TSA, party, TSA } from './pki.ts';
import { authorityOf } from './stamping.ts';
import { type Answer, stamping, startTrustServers, type TrustServers } from './trust-servers.ts';

const DIGEST = createHash('sha256').update('a signature').digest();
const clock = { now: () => NOW };

let servers: TrustServers;
beforeAll(async () => {
  servers = await startTrustServers();
});
afterAll(() => servers.close());

const reply = (bytes: Uint8Array, type = 'application/timestamp-reply') => ({ type, bytes });

/** An authority whose tokens differ from good ones as `over` says. */
function different(over: (asked: Uint8Array) => Partial<TokenOptions>): Answer {
  return (body) => {
    const asked = readRequest(body);
    return reply(granted(token({ authority: servers.tsa, at: NOW, ...asked, ...over(asked.digest) })));
  };
}

async function failure(answer: Answer, policy?: string): Promise<string> {
  servers.answers.set('/odd', answer);
  const urls = [`${servers.url}/odd`];
  const fault = await authorityOf(servers, clock, { urls, ...(policy ? { policy } : {}) })
    .stamp(DIGEST)
    .catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(UnavailableFault);
  expect(fault).toMatchObject({ code: 'timestamp-unavailable' });
  return (fault as UnavailableFault).detail.replace(`${servers.url}/odd`, 'URL');
}

describe('a time stamp', () => {
  it('comes with the chain of who gave it, itself with none of its certificates that isn’t needed', async () => {
    const { root, tsa, timestampRoot } = servers;
    const along = [root.certificate, timestampRoot.certificate, tsa.certificate];
    servers.answers.set(
      '/along',
      different(() => ({ with: along })),
    );
    const stamp = await authorityOf(servers, clock, { urls: [`${servers.url}/along`] }).stamp(DIGEST);
    expect(stamp.chain.map((one) => Buffer.from(one))).toEqual(
      [tsa, timestampRoot].map((one) => Buffer.from(one.certificate)),
    );
    const brought = (certificate: Uint8Array): number => Buffer.from(stamp.token).indexOf(Buffer.from(certificate));
    expect(brought(root.certificate)).toBe(-1);
    expect(brought(timestampRoot.certificate)).toBe(-1);
    expect(brought(tsa.certificate)).toBeGreaterThan(0);
  });

  it('is the second authority’s when the first can’t be reached', async () => {
    const urls = [`${servers.url}/nowhere`, `${servers.url}/tsa`];
    await expect(authorityOf(servers, clock, { urls }).stamp(DIGEST)).resolves.toBeDefined();
  });

  it('is asked of one that failed only now and then, as long as another gives it', async () => {
    const [at, asked] = [new FixedClock(new Date(NOW).toISOString()), () => servers.asked.get('/failing') ?? 0];
    servers.answers
      .set('/failing', () => ({ status: 503, bytes: new Uint8Array() }))
      .set(
        '/second',
        stamping(servers.tsa, () => at.now()),
      );
    const authority = authorityOf(servers, at, { urls: [`${servers.url}/failing`, `${servers.url}/second`] });
    for (let round = 0; round < 5; round += 1) {
      await authority.stamp(DIGEST);
      at.advance({ ms: MINUTE_MS - 1 });
    }
    expect(asked()).toBe(1);
    servers.answers.set(
      '/failing',
      stamping(servers.tsa, () => at.now()),
    );
    at.advance({ ms: MINUTE_MS });
    for (let round = 0; round < 2; round += 1) await authority.stamp(DIGEST);
    expect([asked(), servers.asked.get('/second')]).toEqual([3, 5]);
  });

  it('is asked of one that failed when all others fail', async () => {
    servers.answers.set('/back', () => ({ status: 503, bytes: new Uint8Array() }));
    servers.answers.set(
      '/gone',
      stamping(servers.tsa, () => NOW),
    );
    const authority = authorityOf(servers, clock, { urls: [`${servers.url}/back`, `${servers.url}/gone`] });
    await authority.stamp(DIGEST);
    servers.answers.set(
      '/back',
      stamping(servers.tsa, () => NOW),
    );
    servers.answers.set('/gone', () => ({ status: 503, bytes: new Uint8Array() }));
    await expect(authority.stamp(DIGEST)).resolves.toBeDefined();
    await authority.stamp(DIGEST);
    expect(servers.asked.get('/gone')).toBe(2);
  });
});

describe('an authority', () => {
  const foreignRoot = party({ name: 'Foreign Root' });
  const stranger = party({ name: 'Foreign TSA', by: foreignRoot, extensions: TSA });

  it.each<[string, Answer, RegExp]>([
    ['sends another’s nonce', different(() => ({ nonce: Buffer.from('020142', 'hex') })), /^URL: wrong-nonce$/],
    ['sends no nonce', different(() => ({ nonce: undefined })), /^URL: wrong-nonce$/],
    ['stamps something else', different((digest) => ({ digest: digest.map((octet) => octet ^ 1) })), /wrong-imprint/],
    ['is none that is trusted', different(() => ({ authority: stranger })), /^URL: untrusted$/],
    ['has a wrong clock', different(() => ({ at: later(NOW, HOUR_MS) })), /^URL: wrong-time$/],
    ['leaves its certificate out', different(() => ({ with: [] })), /^URL: signing-certificate$/],
    ['sends garbage', () => reply(Buffer.from('30820000', 'hex')), /^URL: malformed$/],
    ['sends a page', () => reply(Buffer.from('<html>'), 'text/html'), /answered with text\/html/],
    ['sends far too much', () => reply(Buffer.alloc(100_000)), /more than 32768 bytes/],
    ['is out of order', () => ({ status: 503, bytes: Buffer.from('later') }), /answered 503/],
    ['is not there', () => ({ status: 404, bytes: new Uint8Array() }), /answered 404/],
    ['refuses', () => reply(Buffer.from('300530030201 02'.replaceAll(' ', ''), 'hex')), /refused with status 2/],
    ['never answers', () => 'never', /did not answer in time/],
  ])('that %s can’t be used', async (_, answer, reason) => {
    expect(await failure(answer)).toMatch(reason);
  });

  it('whose certificate was not valid any more can’t be used', async () => {
    const by = servers.timestampRoot;
    const expired = party({ name: 'Expired TSA', by, extensions: TSA, until: later(NOW, -HOUR_MS) });
    expect(await failure(different(() => ({ authority: expired })))).toBe('URL: outside-validity');
  });

  it.each([
    ['isn’t for time stamps alone', LENIENT_TSA],
    ['is an authority’s', [...AUTHORITY, ...TSA.slice(2)]],
  ])('whose certificate %s can’t be used', async (_, extensions) => {
    const wrong = party({ name: `Wrong TSA ${extensions.length}`, by: servers.timestampRoot, extensions });
    expect(await failure(different(() => ({ authority: wrong })))).toBe('URL: key-usage');
  });

  it('whose certificate says something critical that isn’t looked at can’t be used', async () => {
    const extensions = [...TSA, extension('1.3.6.1.4.1.99999.7', NULL, true)];
    const strict = party({ name: 'Strict TSA', by: servers.timestampRoot, extensions });
    expect(await failure(different(() => ({ authority: strict })))).toBe('URL: untrusted');
  });

  it('whose signature is another key’s can’t be used', async () => {
    const { secondTsa, tsa } = servers;
    const mixed = { ...tsa, key: secondTsa.key };
    expect(await failure(different(() => ({ authority: mixed })))).toBe('URL: signature-wrong');
  });

  it('that follows another policy than asked for can’t be used', async () => {
    expect(
      await failure(
        different(() => ({})),
        '1.2.3.4',
      ),
    ).toBe('URL: wrong-policy');
  });

  it('that is down is asked again only after a pause', async () => {
    const [at, asked] = [new FixedClock(new Date(NOW).toISOString()), () => servers.asked.get('/down') ?? 0];
    servers.answers.set('/down', () => ({ status: 500, bytes: new Uint8Array() }));
    const authority = authorityOf(servers, at, { urls: [`${servers.url}/down`] });
    for (let round = 0; round < 5; round += 1) await expect(authority.stamp(DIGEST)).rejects.toThrow(UnavailableFault);
    expect(asked()).toBe(1);
    at.advance({ ms: 15_000 });
    await expect(authority.stamp(DIGEST)).rejects.toThrow(UnavailableFault);
    expect(asked()).toBe(2);
  });

  it('that was down when the clock was ahead is asked again once it is set right', async () => {
    const [at, asked] = [new FixedClock(new Date(NOW).toISOString()), () => servers.asked.get('/ahead') ?? 0];
    servers.answers.set('/ahead', () => ({ status: 500, bytes: new Uint8Array() }));
    const authority = authorityOf(servers, at, { urls: [`${servers.url}/ahead`] });
    at.advance({ hours: 2 });
    await expect(authority.stamp(DIGEST)).rejects.toThrow(UnavailableFault);
    at.advance({ hours: -2 });
    await expect(authority.stamp(DIGEST)).rejects.toThrow(UnavailableFault);
    expect(asked()).toBe(2);
  });
});
