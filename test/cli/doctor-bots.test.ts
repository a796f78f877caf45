import { expect, test, vi } from 'vitest';
import { checkBots } from '../../cli/doctor/doctor-bots.ts';
import { parseConfig } from '../../config.ts';
import { call, HOLDER_BOT, LI, result, start, STAFF_BOT } from '../sandbox/start.ts';

/** Where nobody listens. */
const PUBLIC_URL = 'http://127.0.0.1:1';
const WITH_WEBHOOKS = { PUBLIC_URL, WEBHOOK: '1' };

async function doctor() {
  const { sandbox } = await start();
  const check = async (env: Readonly<Record<string, string>>): Promise<string[]> => {
    const tokens = { HOLDER_BOT_TOKEN: HOLDER_BOT.token, STAFF_BOT_TOKEN: STAFF_BOT.token };
    const told = { ...tokens, TELEGRAM_API_ROOT: sandbox.apiRoot, ...env };
    const found = await checkBots(parseConfig(told, { policy: null }, '/srv'));
    return found.map(({ kind, text }) => `${kind}: ${text}`);
  };
  return { sandbox, check };
}

test('bots that ask for their updates are named, and no more', async () => {
  const { check } = await doctor();
  expect(await check({})).toEqual([
    expect.stringMatching(/^good: the holder bot is @holder_test_bot/),
    expect.stringMatching(/^good: the staff bot is @staff_test_bot/),
  ]);
});

test('a token that Telegram does not know is told by its setting', async () => {
  const { check } = await doctor();
  const found = await check({ STAFF_BOT_TOKEN: '3003:nobody-was-ever-given-this-one' });
  expect(found.at(-1)).toMatch(/^bad: Telegram does not know the token in STAFF_BOT_TOKEN/);
});

test('webhooks that are still to be set are told for each bot, with their addresses', async () => {
  const { check } = await doctor();
  const found = await check(WITH_WEBHOOKS);
  expect(found).toContain(
    `note: npm start has Telegram bring what is for the holder bot to ${PUBLIC_URL}/telegram/holder`,
  );
  expect(found).toContain(
    `note: npm start has Telegram bring what is for the staff bot to ${PUBLIC_URL}/telegram/staff`,
  );
});

test('a webhook that is set is told, and one that leads elsewhere is warned of', async () => {
  const { check, sandbox } = await doctor();
  await result(sandbox, 'setWebhook', { url: `${PUBLIC_URL}/telegram/holder` });
  await result(sandbox, 'setWebhook', { url: 'http://127.0.0.1:2/other' }, STAFF_BOT);
  const found = await check(WITH_WEBHOOKS);
  expect(found).toContain(`good: Telegram brings what is for the holder bot to ${PUBLIC_URL}/telegram/holder`);
  expect(found.at(-1)).toMatch(/^soon: .*staff bot to http:\/\/127\.0\.0\.1:2\/other: npm start has it bring it to/);
  expect((await check({})).at(-1)).toMatch(/^soon: .*npm start ends that/);
});

test('what Telegram could not bring is to be mended while something waits', async () => {
  const { check, sandbox } = await doctor();
  await result(sandbox, 'setWebhook', { url: `${PUBLIC_URL}/telegram/staff` }, STAFF_BOT);
  await sandbox.person(LI.id, STAFF_BOT.username).sendText('/start');
  const failed = async () =>
    JSON.stringify(await call(sandbox, 'getWebhookInfo', {}, STAFF_BOT)).includes('last_error');
  await vi.waitUntil(failed);
  const found = (await check(WITH_WEBHOOKS)).at(-1);
  expect(found).toMatch(/^bad: Telegram could not bring what is for the staff bot.*Connection failed; 1 wait/);
  expect(found).toContain('2026-03-02T02:00:00.000Z');
});
