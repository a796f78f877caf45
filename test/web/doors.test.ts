import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startSandbox, type Sandbox } from '../../bot/sandbox/sandbox.ts';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import { createLogger } from '../../bot/telegram/log/create-logger.ts';
import { parseConfig } from '../../config.ts';
import { newVerificationCode } from '../../engine/ids.ts';
import { prepare, type Prepared } from '../../service/documents/prepare.ts';
import { createService, type Service } from '../../service/service.ts';
import { createDoors, type Doors } from '../../service/web/doors.ts';
import { webhookSecret } from '../../service/web/webhook-secret.ts';
import { at } from '../fakes/fixed-clock.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const path = temporaryFolder();
const TOKEN = '1001:doors-token-that-is-no-secret-at-all';
const LI = { id: 601, first_name: '李', language_code: 'zh-CN', phone_number: '8613800000001', bot: 'doors_bot' };
const BOT = { token: TOKEN, username: 'doors_bot', name: '加注' };

let sandbox: Sandbox;
let prepared: Prepared;
let doors: Doors;
let service: Service;
let page: string;
let operations: string;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

beforeAll(async () => {
  const clock = MovableClock.frozenAt(at('2026-11-22T10:00:00+08:00'));
  sandbox = await startSandbox({ clock, people: [LI], bots: [BOT] });
  const [webPort, operationsPort] = [await freePort(), await freePort()];
  page = `http://127.0.0.1:${webPort}`;
  operations = `http://127.0.0.1:${operationsPort}`;
  const env = {
    HOLDER_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: sandbox.apiRoot,
    DATABASE_URL: path('jiazhu.db'),
    DATA_KEY_FILE: path('data.key'),
    ISSUER_DIR: path('issuer'),
    PUBLIC_URL: page,
    WEB_PORT: String(webPort),
    OPERATIONS_PORT: String(operationsPort),
    WEBHOOK: '1',
  };
  const config = parseConfig(env, { policy: null }, new URL('../..', import.meta.url).pathname);
  prepared = await prepare(config, clock);
  const logger = createLogger({ level: 'silent' });
  doors = await createDoors({ config, prepared, token: TOKEN, clock, logger });
  service = createService({
    ...prepared,
    ...doors.forService,
    clock,
    random: seededRandom(),
    logger,
    policy: config.policy,
    token: TOKEN,
    apiRoot: sandbox.apiRoot,
    verifyUrl: (code) => `${page}/v/${code}`,
    pacing: { betweenCallsMs: 0, betweenInChatMs: 0 },
  });
  await doors.open(service);
  await service.start((error) => {
    throw error;
  });
});

afterAll(async () => {
  await service.stop();
  await doors.close();
  await prepared.close();
  await sandbox.close();
});

const webhookInfo = async () =>
  (await fetch(`${sandbox.apiRoot}/bot${TOKEN}/getWebhookInfo`)).json() as Promise<{ result: { url: string } }>;

const bring = (body: unknown, secret?: string) =>
  fetch(`${page}/telegram/holder`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
    },
  });

test('Telegram brings updates to the webhook, and people are answered', async () => {
  expect((await webhookInfo()).result.url).toBe(`${page}/telegram/holder`);
  const li = sandbox.person(LI.id);
  await li.sendText('/start');
  await li.waitForText('您好');
  await li.sendText(newVerificationCode(seededRandom('made up')));
  await expect(li.waitForText('查无此件')).resolves.toBeDefined();
});

test.each([undefined, '', 'wrong', `${webhookSecret(TOKEN)}x`])(
  'an update with the secret %s is nobody’s, and not handled',
  async (secret) => {
    expect((await bring({ update_id: 1 }, secret)).status).toBe(404);
  },
);

test('what isn’t an update, or of another bot, is refused', async () => {
  const secret = webhookSecret(TOKEN);
  for (const body of [null, [], 'text', { update_id: 'one' }]) expect((await bring(body, secret)).status).toBe(400);
  expect((await fetch(`${page}/telegram/staff`, { method: 'POST' })).status).toBe(404);
  expect((await bring({ update_id: 5, text: 'x'.repeat(300_000) }, secret)).status).toBe(413);
});

test('the page is served, and says nothing of what operators ask', async () => {
  expect(await (await fetch(page, { headers: { 'accept-language': 'en' } })).text()).toContain(
    'Verify an endorsed copy',
  );
  for (const hidden of ['/metrics', '/readyz']) expect((await fetch(page + hidden)).status).toBe(404);
});

test('the service is ready once its sender is at work', async () => {
  await service.catchUp();
  const answer = await fetch(`${operations}/readyz`);
  expect(await answer.json()).toEqual({
    ready: true,
    checks: { database: 'ok', generation: 'ok', 'holder-sender': 'ok', 'holder-outbox': 'ok' },
  });
  expect(answer.status).toBe(200);
});

test('what happened is counted for Prometheus, and who it was is not', async () => {
  await sandbox.person(LI.id).sendText('/help');
  await fetch(`${page}/v/${newVerificationCode(seededRandom('made up'))}`);
  const scrape = async () => (await fetch(`${operations}/metrics`)).text();
  await vi.waitUntil(async () => /jiazhu_updates_total\{bot="holder"\} [1-9]/.test(await scrape()));
  const metrics = await scrape();
  expect(metrics).toContain('jiazhu_verifications_total{door="page",by="code",reason="unknown"} 1');
  expect(metrics).toContain('jiazhu_outbox_items{bot="holder",status="queued"} 0');
  expect(metrics).toContain('jiazhu_jobs 0');
  expect(metrics).toContain('nodejs_eventloop_lag_seconds');
  expect(metrics).not.toMatch(/601|李|13800000001/);
});
