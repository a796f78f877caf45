import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test, describe } from 'vitest';
import { groupVerificationCode, newVerificationCode } from '../../engine/ids.ts';
import { World } from '../engine/world.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { listening, startWeb } from './start-web.ts';

const MADE_UP = newVerificationCode(seededRandom('made up'));
const MISTYPED = MADE_UP.slice(0, 17) + (MADE_UP.endsWith('0') ? '1' : '0');

describe('the page of a code', () => {
  test('says all that a copy shows of itself, masked, with both days', async () => {
    const { app, told, world } = await startWeb();
    const { number, verificationCode } = await world.valid();
    const { body, statusCode } = await app.inject(`/v/${verificationCode}`);
    expect(statusCode).toBe(200);
    for (const words of [
      '加注有效',
      '有效期至 2027年2月17日（含当日）',
      '欧***',
      '请与您手中的文件逐项核对',
      '执业药师',
      '本人调用',
      '<span class="whole">2026年11月20日</span>至<span class="whole">2027年2月17日</span>',
      '示范部',
      number,
      '查验时间：2026年11月20日 09:00',
    ]) {
      expect(body).toContain(words);
    }
    expect(body).toContain(`<span class="code">${groupVerificationCode(verificationCode)}</span>`);
    for (const secret of ['欧阳', '11010519491231002X', '13800138000', 'M-c1']) expect(body).not.toContain(secret);
    expect(told).toEqual([{ at: world.clock.now(), door: 'page', by: 'code', reason: 'valid', number }]);
  });

  test.each([
    ['zh-CN', '已过期'],
    ['en', 'Expired'],
  ])('tells expired in words, colour and shape (%s)', async (lang, title) => {
    const { app, world } = await startWeb();
    const { verificationCode } = await world.valid({ validity: { days: 1 } });
    world.clock.advance({ days: 1 });
    const { body } = await app.inject(`/v/${verificationCode}?lang=${lang}`);
    expect(body).toContain(`>${title}</h1>`);
    expect(body).toMatch(/class="verdict over" data-reason="expired"/);
  });

  test('says since when a copy is no longer valid, and who has a new one', async () => {
    const { app, world } = await startWeb();
    const { verificationCode } = await world.valid({ validity: { days: 1 } });
    world.clock.advance({ days: 1 });
    const { body } = await app.inject(`/v/${verificationCode}`);
    for (const words of ['已于 2026年11月20日 到期', '请持证人员重新申请加注', '我们的记录'])
      expect(body).toContain(words);
    expect(body).not.toContain('逐项核对');
  });

  test('tells a mistyped code from an unknown one, and otherwise answers alike', async () => {
    const { app } = await startWeb();
    const unknown = await app.inject(`/v/${MADE_UP}`);
    const mistyped = await app.inject(`/v/${MISTYPED}`);
    const nonsense = await app.inject('/v/%E4%BD%A0%E5%A5%BD');
    expect(unknown.body).toContain('查无此件');
    for (const { body } of [mistyped, nonsense]) expect(body).toContain('可能输错了');
    for (const answer of [unknown, mistyped, nonsense]) expect(answer.statusCode).toBe(404);
    expect(Math.abs(unknown.body.length - mistyped.body.length)).toBeLessThan(64);
    expect(Object.keys(unknown.headers)).toEqual(Object.keys(mistyped.headers));
  });

  test('is read however the code is grouped', async () => {
    const { app, world } = await startWeb();
    const { verificationCode: code } = await world.valid();
    const grouped = `${code.slice(0, 4)} ${code.slice(4, 9)}-${code.slice(9).toLowerCase()}`;
    expect((await app.inject(`/v/${encodeURIComponent(grouped)}`)).statusCode).toBe(200);
  });

  test('shows nothing as markup that wasn’t', async () => {
    const { app } = await startWeb();
    const hostile = encodeURIComponent('<script>alert(1)</script>"\'');
    for (const url of [`/v/${hostile}`, `/?code=JZ20261120-7K3M9Q%20${hostile}`, `/v/x?lang=${hostile}`]) {
      const { body } = await app.inject(url);
      expect(body).not.toMatch(/<script>|alert\(1\)<|"'/);
    }
  });
});

describe('typing a code', () => {
  test('leads to its page without a script, in the chosen language', async () => {
    const { app, world } = await startWeb();
    const { verificationCode: code } = await world.valid();
    const { headers, statusCode } = await app.inject(`/?lang=en&code=${code.toLowerCase()}`);
    expect({ statusCode, location: headers.location }).toEqual({ statusCode: 303, location: `/v/${code}?lang=en` });
  });

  test('takes the whole address from a QR code, and warns when that leads elsewhere', async () => {
    const { app, world } = await startWeb();
    const { verificationCode: code } = await world.valid();
    const lead = async (address: string) =>
      (await app.inject(`/?code=${encodeURIComponent(address)}`)).headers.location;
    expect(await lead(`https://verify.example.org/v/${code}`)).toBe(`/v/${code}`);
    expect(await lead(`https://t.me/jiazhu_bot?start=v-${code}`)).toBe(`/v/${code}`);
    const elsewhere = await lead(`https://verify.example.org.evil.test/v/${code}`);
    expect(elsewhere).toBe(`/v/${code}?from=elsewhere`);
    expect((await app.inject(String(elsewhere))).body).toContain('不属于示范考试中心');
  });

  test('of an endorsement number is told to need the code, and looks nothing up', async () => {
    const { app, told, world } = await startWeb();
    const { number } = await world.valid();
    const { body, statusCode } = await app.inject(`/?code=${number}`);
    expect(statusCode).toBe(422);
    expect(body).toContain('这是加注编号，查验需要的是查验码');
    expect(body).toMatch(/<details class="where" open>.*查验网址下方、二维码左侧/s);
    expect(body).toContain(`value="${number}"`);
    expect(told).toEqual([]);
  });

  test('of something that isn’t quite one leads to a page that says so', async () => {
    const { app } = await startWeb();
    const { headers } = await app.inject(`/?code=${MADE_UP.slice(0, 17)}`);
    expect((await app.inject(String(headers.location))).body).toContain('可能输错了');
  });

  test.each(['https://example.com/menu?table=7', 'WIFI:S:guests;T:WPA;P:secret;;', '你好'])(
    'is told that there is none in what another QR code says, such as %s, and looks nothing up',
    async (scanned) => {
      const { app, told } = await startWeb();
      const { body, statusCode } = await app.inject(`/?code=${encodeURIComponent(scanned)}`);
      expect(statusCode).toBe(422);
      expect(body).toContain('这里面没有查验码');
      expect(told).toEqual([]);
    },
  );
});

describe('languages', () => {
  test.each([
    [undefined, 'zh-CN'],
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-GB', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.5,zh;q=0.6', 'zh-CN'],
    ['fr', 'en'],
    ['en;q=0,zh;q=0.1', 'zh-CN'],
    ['*', 'zh-CN'],
  ])('Accept-Language %s gets %s', async (wish, language) => {
    const { app } = await startWeb();
    const headers = wish === undefined ? {} : { 'accept-language': wish };
    const answer = await app.inject({ url: '/', headers });
    expect(answer.body).toContain(`<html lang="${language}">`);
    expect(answer.headers).toMatchObject({ 'content-language': language, vary: 'Accept-Language' });
  });

  test('the switch leads to the same page, and the choice goes along without a cookie', async () => {
    const { app } = await startWeb();
    const chinese = await app.inject(`/v/${MADE_UP}?from=elsewhere`);
    expect(chinese.body).toContain(`href="/v/${MADE_UP}?from=elsewhere&amp;lang=en"`);
    const english = await app.inject({ url: '/?lang=en', headers: { 'accept-language': 'zh' } });
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('<input type="hidden" name="lang" value="en" />');
    expect(english.headers['set-cookie']).toBeUndefined();
  });
});

test('each page forbids inline code, frames and guessing of types, and promises TLS where there is some', async () => {
  const { app } = await startWeb();
  for (const url of ['/', `/v/${MADE_UP}`, '/nowhere', '/api/v1/openapi.json']) {
    const { headers } = await app.inject(url);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age=31536000'),
    });
  }
  const { app: plain } = await startWeb({ publicUrl: 'http://localhost:8081' });
  expect((await plain.inject('/')).headers['strict-transport-security']).toBeUndefined();
});

test('only our own pages may use the camera, and nobody the microphone', async () => {
  const { app } = await startWeb();
  const { headers } = await app.inject('/');
  expect(headers['permissions-policy']).toBe('camera=(self), geolocation=(), microphone=()');
});

test('scripts and styles have names that change with them, are kept for a year, and weigh little', async () => {
  const { app } = await startWeb();
  const { body } = await app.inject('/');
  const paths = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(paths).toHaveLength(4);
  let total = Buffer.byteLength(body);
  for (const path of paths) {
    const { headers, rawPayload, statusCode } = await app.inject(path);
    expect(path).toMatch(/^\/assets\/[\w-]+\.[\w-]{12}\.(?:css|js|svg)$/);
    expect({ statusCode, kept: headers['cache-control'] }).toEqual({
      statusCode: 200,
      kept: 'public, max-age=31536000, immutable',
    });
    total += rawPayload.length;
  }
  expect(total).toBeLessThan(50_000);
  expect(body).not.toMatch(/https?:\/\/|<style|style="|\son\w+="/);
  expect((await app.inject('/assets/page.css')).statusCode).toBe(404);
});

test('an address with two slashes leads no link of ours to another host', async () => {
  const { app } = await startWeb();
  const { port } = new URL(await listening(app));
  const asked = get({ host: '127.0.0.1', port, path: '//evil.test/' });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(404);
  const body = await text(answer);
  expect(body).toContain('href="/evil.test/?lang=en"');
  expect(body).not.toContain('href="//');
});

test.each([
  ['specimens only are issued', true],
  ['there is an issuer in earnest', false],
])('says whether this is a demonstration: %s', async (_what, specimen) => {
  const world = await World.open();
  const issuers = world.catalogue.issuers.map((issuer) => ({ ...issuer, specimen }));
  const { app } = await startWeb({ catalogue: { ...world.catalogue, issuers } }, world);
  const { body } = await app.inject(`/v/${MADE_UP}`);
  expect(body.includes('这里都是样张，不具任何效力')).toBe(specimen);
});

test('what was typed in rare characters is looked at like any other, also where it is cut', async () => {
  const { app } = await startWeb();
  const code = `1${'𝟏'.repeat(16)}A`;
  const { headers, statusCode } = await app.inject(`/?code=${encodeURIComponent(code)}`);
  expect(statusCode).toBe(303);
  expect((await app.inject(String(headers.location))).statusCode).toBe(404);
});

test.each([
  ['with a % that escapes nothing', '/v/7K3M%ZZ'],
  ['in bytes that are no text', '/v/%c0%ae'],
  ['longer than any', `/v/${'7'.repeat(300)}`],
  ['with our host before it, as to a proxy', 'http://verify.example.org/v/7K3M'],
])('a code %s is told to be mistyped like any other', async (_what, url) => {
  const { app } = await startWeb();
  const { port } = new URL(await listening(app));
  const asked = get({ port, path: url });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const body = await text(answer);
  expect(answer.statusCode).toBe(404);
  expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  expect(body).toContain('data-reason="mistyped"');
  expect(body).toMatch(/href="\/v\/[^"]*lang=en"/);
});

test('a page that isn’t there is told in words', async () => {
  const { app, logged } = await startWeb();
  const { body, statusCode } = await app.inject('/nowhere');
  expect(statusCode).toBe(404);
  expect(body).toContain('没有这个页面');
  expect(logged).toEqual([]);
});

test('a fault of ours is told as one, and logged without the address that was asked for', async () => {
  const { app, logged } = await startWeb({ reading: { read: () => Promise.reject(new Error('disk')) } });
  const page = await app.inject(`/v/${MADE_UP}`);
  expect([page.statusCode, page.body.includes('查验暂时不可用')]).toEqual([500, true]);
  expect((await app.inject(`/api/v1/endorsements/${MADE_UP}`)).json()).toMatchObject({ status: 500, reason: 'fault' });
  expect(logged).toHaveLength(2);
  expect(JSON.stringify(logged)).not.toContain(MADE_UP);
});
