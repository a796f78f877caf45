import { expect, test } from 'vitest';
import { type Config, ConfigFault, type Env, parseConfig } from '../../../config.ts';
import { webhookAddresses } from '../../../service/web/webhook-addresses.ts';
import { BOT_ACCOUNTS } from './start-doors.ts';

const TOKENS = { HOLDER_BOT_TOKEN: BOT_ACCOUNTS.holder.token, STAFF_BOT_TOKEN: BOT_ACCOUNTS.staff.token };
const PUBLIC_URL = 'https://verify.example.org';
const parse = (env: Env): Config => parseConfig(env, { policy: null }, '/srv');

function mistakes(env: Env): readonly string[] {
  try {
    parse(env);
    return [];
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.mistakes;
    throw fault;
  }
}

test('each bot has an address and a secret of its own, as Telegram takes them', () => {
  const { holder, staff } = webhookAddresses(parse({ ...TOKENS, PUBLIC_URL, WEBHOOK: '1' }));
  expect(holder?.url).toBe(`${PUBLIC_URL}/telegram/holder`);
  expect(staff?.url).toBe(`${PUBLIC_URL}/telegram/staff`);
  expect(holder?.secret).not.toBe(staff?.secret);
  for (const address of [holder, staff]) expect(address?.secret).toMatch(/^[\w-]{43}$/);
});

test('a token gives the same secret at every start, in which nothing of the token is', () => {
  const secretOf = (): string =>
    webhookAddresses(parse({ ...TOKENS, PUBLIC_URL, WEBHOOK: '1' })).staff?.secret ?? 'none';
  expect(secretOf()).toBe(secretOf());
  expect(TOKENS.STAFF_BOT_TOKEN).not.toContain(secretOf().slice(0, 6));
});

test('a bot that there isn’t has no address, and without WEBHOOK none has', () => {
  const { HOLDER_BOT_TOKEN } = TOKENS;
  expect(webhookAddresses(parse({ HOLDER_BOT_TOKEN, PUBLIC_URL, WEBHOOK: '1' })).staff).toBeUndefined();
  expect(webhookAddresses(parse({ ...TOKENS, PUBLIC_URL }))).toEqual({});
});

test('two bots with one token, and so with one secret, are refused', () => {
  const { HOLDER_BOT_TOKEN } = TOKENS;
  const env = { HOLDER_BOT_TOKEN, STAFF_BOT_TOKEN: HOLDER_BOT_TOKEN, PUBLIC_URL, WEBHOOK: '1' };
  expect(mistakes(env)).toEqual([expect.stringContaining('the two bots need a token each')]);
});

test.each([
  ['', /WEBHOOK needs PUBLIC_URL/],
  ['http://verify.example.org', /https:\/\/ at port 443, 80, 88 or 8443/],
  ['https://verify.example.org:8081', /https:\/\/ at port 443, 80, 88 or 8443/],
  ['https://verify.example.org/jiazhu', /must not have a path/],
])('webhooks at “%s” are refused', (publicUrl, sentence) => {
  const address: Env = publicUrl === '' ? {} : { PUBLIC_URL: publicUrl };
  expect(mistakes({ ...TOKENS, ...address, WEBHOOK: '1' })).toEqual([expect.stringMatching(sentence)]);
});

test.each([
  [PUBLIC_URL, {}],
  ['https://verify.example.org:8443', {}],
  ['http://10.0.0.5:8081', { TELEGRAM_API_ROOT: 'http://10.0.0.6:8082' }],
])('webhooks at %s are taken', (publicUrl, more) => {
  expect(mistakes({ ...TOKENS, PUBLIC_URL: publicUrl, WEBHOOK: '1', ...more })).toEqual([]);
});

test('an address is kept as links and QR codes hold it, in ASCII, however it was typed', () => {
  const publicUrl = (PUBLIC_URL: string): string | null => parse({ ...TOKENS, PUBLIC_URL }).publicUrl;
  expect(publicUrl('https://查验.example.org/')).toBe('https://xn--jvvn14i.example.org');
  expect(publicUrl('HTTPS://Verify.Example.ORG:443')).toBe(PUBLIC_URL);
});

test('what is no address is told, and no more than that', () => {
  expect(mistakes({ ...TOKENS, PUBLIC_URL: 'verify', TELEGRAM_API_ROOT: 'ftp://10.0.0.6' })).toEqual([
    'TELEGRAM_API_ROOT must be an address that begins with http:// or https://.',
    'PUBLIC_URL must be an address that begins with http:// or https://.',
  ]);
});
