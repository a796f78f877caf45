import type { FastifyRequest, InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { newVerificationCode } from '../../engine/ids.ts';
import { DEFAULT_LIMITS } from '../../web/limits/limit-settings.ts';
import { COUNTED_ADDRESSES, createLimits } from '../../web/limits/limits.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { startWeb, type Web } from './start-web.ts';

const random = seededRandom('guesses');
const guess = (): string => newVerificationCode(random);

async function statusOf({ app }: Web, url: string, from = '192.0.2.1', headers: Record<string, string> = {}) {
  return (await app.inject({ url, remoteAddress: from, headers })).statusCode;
}

describe('guessing', () => {
  test('ends after twenty misses an hour, and then not even what there is is answered', async () => {
    const web = await startWeb();
    const { verificationCode } = await web.world.valid();
    for (let miss = 0; miss < 19; miss += 1) expect(await statusOf(web, `/v/${guess()}`)).toBe(404);
    expect(await statusOf(web, `/v/${verificationCode}`)).toBe(200);
    // What can't be a code counts as much.
    expect(await statusOf(web, '/v/nonsense')).toBe(404);
    for (const url of [`/v/${guess()}`, `/v/nonsense`, `/v/${verificationCode}`, `/api/v1/endorsements/${guess()}`]) {
      const { headers, statusCode } = await web.app.inject({ url, remoteAddress: '192.0.2.1' });
      expect(statusCode).toBe(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(3500);
    }
    const told = await web.app.inject({ url: `/v/${verificationCode}`, remoteAddress: '192.0.2.1' });
    expect(told.body).toContain('查询过于频繁');
    expect(await statusOf(web, `/v/${verificationCode}`, '192.0.2.2')).toBe(200);
  });

  test('from many addresses of one IPv6 network is guessing from one', async () => {
    const web = await startWeb({ limits: { missesPerAddressHour: 2 } });
    expect(await statusOf(web, `/v/${guess()}`, '2001:db8:1:2::1')).toBe(404);
    expect(await statusOf(web, `/v/${guess()}`, '2001:db8:1:2:ffff::9')).toBe(404);
    expect(await statusOf(web, `/v/${guess()}`, '2001:db8:1:2::7')).toBe(429);
    expect(await statusOf(web, `/v/${guess()}`, '2001:db8:1:3::7')).toBe(404);
  });

  test('ends after as many misses when all are asked for at once', async () => {
    const web = await startWeb({ limits: { missesPerAddressHour: 5 } });
    const statuses = await Promise.all(Array.from({ length: 12 }, () => statusOf(web, `/v/${guess()}`)));
    expect(statuses.filter((status) => status === 404)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  test('doesn’t begin anew once many other addresses have asked', async () => {
    const { app } = await startWeb();
    const limits = createLimits(app, { ...DEFAULT_LIMITS, missesPerAddressHour: 1 });
    const from = (ip: string) => ({ ip, routeOptions: { config: {} } }) as FastifyRequest;
    await limits.countMiss(from('192.0.2.1'));
    for (let other = 1; other < COUNTED_ADDRESSES; other += 1) {
      await limits.countMiss(from(`10.${other >> 16}.${(other >> 8) & 255}.${other & 255}`));
    }
    expect(await limits.misses(from('192.0.2.1'))).toBeGreaterThan(0);
  });

  test('takes one lookup, whatever is asked for', async () => {
    const lookups: string[] = [];
    const web = await startWeb({
      reading: {
        read: (work) =>
          web.world.storage.transact((tx) => {
            const byCode = (code: string) => {
              lookups.push(code);
              return tx.issued.byCode(code);
            };
            return work({ ...tx, issued: Object.create(tx.issued, { byCode: { value: byCode } }) });
          }),
      },
    });
    for (const url of [`/v/${guess()}`, '/v/nonsense', '/v/000000000000000001']) await statusOf(web, url);
    expect(lookups.map(({ length }) => length)).toEqual([18, 18, 18]);
  });
});

describe('how much is answered', () => {
  test('to one address within a minute, page, API and uploads together', async () => {
    const web = await startWeb({ limits: { perAddressMinute: 3 } });
    const { verificationCode } = await web.world.valid();
    for (const url of [
      `/v/${verificationCode}`,
      `/api/v1/endorsements/${verificationCode}`,
      `/files/${'0'.repeat(64)}`,
    ]) {
      expect(await statusOf(web, url)).toBe(200);
    }
    expect(await statusOf(web, `/v/${verificationCode}`)).toBe(429);
    expect(await statusOf(web, '/')).toBe(200);
    expect(await statusOf(web, `/v/${verificationCode}`, '192.0.2.2')).toBe(200);
  });

  test('in all within a second, but for what keeps the service alive', async () => {
    const web = await startWeb({ limits: { inAllSecond: 2 } });
    const statuses = [];
    for (const from of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) statuses.push(await statusOf(web, '/', from));
    expect(statuses).toEqual([200, 200, 429]);
    expect(await statusOf(web, '/nowhere')).toBe(429);
    const refused = await web.app.inject('/api/v1/openapi.json');
    expect(refused.json()).toMatchObject({ reason: 'too-many-requests' });
    expect(refused.headers['retry-after']).toBe('1');
    expect(await statusOf(web, '/healthz')).toBe(200);
  });
});

test('while the bots are busy, one of many requests is answered in a turn of the event loop, and the others leave it to them', async () => {
  expect(await turnsFor(60, true)).toBeGreaterThanOrEqual(59);
  expect(await turnsFor(60, false)).toBeLessThan(59);
});

/** In how many turns of the event loop so many requests are answered. */
async function turnsFor(requests: number, areBotsBusy: boolean): Promise<number> {
  const { app } = await startWeb({ areBotsBusy: () => areBotsBusy });
  await app.ready();
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const urls = Array.from({ length: requests }, (_, index) => ['/', '/nope'][index % 2] ?? '');
  await Promise.all(urls.map((url) => app.inject(url)));
  isOver = true;
  return turns;
}

test('those who bring updates, and whoever asks whether the service is alive, take no turns', async () => {
  const handle = async () => 'noted' as const;
  const { app } = await startWeb({ areBotsBusy: () => true, webhooks: [{ path: '/telegram/x', secret: 's', handle }] });
  await app.ready();
  const answered: string[] = [];
  const ask = async (name: string, options: InjectOptions) => void (await app.inject(options), answered.push(name));
  const update = { method: 'POST', url: '/telegram/x', payload: { update_id: 1 } } as const;
  await Promise.all([
    ...Array.from({ length: 30 }, () => ask('visitor', { url: '/' })),
    ask('forged update', { ...update, headers: { 'x-telegram-bot-api-secret-token': 't' } }),
    ask('update', { ...update, headers: { 'x-telegram-bot-api-secret-token': 's' } }),
    ask('alive?', { url: '/healthz' }),
  ]);
  expect(answered.indexOf('update')).toBeLessThan(10);
  expect(answered.indexOf('alive?')).toBeLessThan(10);
  expect(answered.indexOf('forged update')).toBeGreaterThan(20);
});

test('beyond some thousand who wait for their turn, visitors are cut off', async () => {
  const { app } = await startWeb({ areBotsBusy: () => true, limits: { inAllSecond: 1e9 } });
  await app.ready();
  const asked = await Promise.allSettled(Array.from({ length: 2100 }, () => app.inject({ url: '/healthz2' })));
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2000);
});

describe('X-Forwarded-For', () => {
  const forwarded = (address: string) => ({ 'x-forwarded-for': address });

  test('of anybody is nothing: it neither frees nor frames an address', async () => {
    const web = await startWeb({ limits: { missesPerAddressHour: 1 } });
    expect(await statusOf(web, `/v/${guess()}`, '192.0.2.1', forwarded('203.0.113.1'))).toBe(404);
    expect(await statusOf(web, `/v/${guess()}`, '192.0.2.1', forwarded('203.0.113.2'))).toBe(429);
    expect(await statusOf(web, `/v/${guess()}`, '203.0.113.1')).toBe(404);
  });

  test('of a configured proxy says who asks, and what was put before it is ignored', async () => {
    const web = await startWeb({ trustedProxies: ['10.0.0.0/8', '::1'], limits: { missesPerAddressHour: 1 } });
    const ask = (from: string, chain: string) => statusOf(web, `/v/${guess()}`, from, forwarded(chain));
    expect(await ask('10.1.2.3', '203.0.113.1')).toBe(404);
    expect(await ask('10.1.2.3', '198.51.100.9, 203.0.113.1')).toBe(429);
    expect(await ask('10.1.2.3', '203.0.113.2')).toBe(404);
    expect(await ask('::1', '203.0.113.3, 10.0.0.1')).toBe(404);
    expect(await ask('10.1.2.3', '203.0.113.3:4711')).toBe(429);
    expect(await ask('10.1.2.3', '[2001:db8:1:2::1]:4711')).toBe(404);
    expect(await ask('10.1.2.3', '[2001:db8:1:2::2]:4712')).toBe(429);
    expect(await ask('10.1.2.3', '2001:db8:1:2::3')).toBe(429);
    expect(await ask('10.1.2.3', '::ffff:203.0.113.1')).toBe(429);
    expect(await ask('10.1.2.3', 'unknown')).toBe(404);
    expect(await ask('10.1.2.3', '_hidden')).toBe(429);
    expect(await ask('192.0.2.1', '203.0.113.4')).toBe(404);
    expect(await ask('192.0.2.1', '203.0.113.5')).toBe(429);
  });
});
