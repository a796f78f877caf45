import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { webhookCallback } from 'grammy';
import type { Update } from 'grammy/types';
import { expect, onTestFinished, test, vi } from 'vitest';
import { call, grammyBot, LI, refusal, result, start, STAFF_BOT, startWithLi, telegrafBot, WANG } from './start.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

async function serve(listener: Listener): Promise<string> {
  const server = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

/** A webhook that answers with these statuses in turn, then 200, and notes what it got. */
async function serveStatuses(...statuses: number[]) {
  const got: { update: Update; secret: unknown }[] = [];
  const url = await serve((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got.push({ update: JSON.parse(body) as Update, secret: request.headers['x-telegram-bot-api-secret-token'] });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  return { url, got };
}

test('a grammY webhook with a secret token gets what people write', async () => {
  const { sandbox } = await start();
  const bot = grammyBot(sandbox);
  bot.on('message:text', (ctx) => ctx.reply(`got ${ctx.message.text}`));
  const url = await serve(webhookCallback(bot, 'http', { secretToken: 'S3cret-_' }));
  expect(await call(sandbox, 'setWebhook', { url, secret_token: 'S3cret-_' })).toEqual({
    ok: true,
    result: true,
    description: 'Webhook was set',
  });
  const li = sandbox.person(LI.id);
  await li.sendText('你好');
  await li.waitForText('got 你好');
  expect(await result(sandbox, 'getWebhookInfo')).toMatchObject({ url, max_connections: 40 });
});

test('a Telegraf webhook gets what people write, and may answer with a method', async () => {
  const { sandbox } = await start();
  const bot = telegrafBot(sandbox);
  bot.telegram.webhookReply = true;
  bot.on('message', async (ctx) => {
    await ctx.sendChatAction('typing');
    await ctx.reply('ok');
  });
  const url = await serve(bot.webhookCallback('/hook'));
  await bot.telegram.setWebhook(url);
  const li = sandbox.person(LI.id, STAFF_BOT.username);
  const actions: string[] = [];
  li.onEvent((event) => event.type === 'action' && actions.push(event.action));
  await li.sendText('hello');
  await li.waitForText('ok');
  await li.waitFor(() => actions.length > 0, { what: 'typing' });
  expect(actions).toEqual(['typing']);
});

test('what was not taken with 2xx is sent again, in order, and the error is told', async () => {
  const { sandbox } = await start();
  const { url, got } = await serveStatuses(500, 302);
  await result(sandbox, 'setWebhook', { url, secret_token: 'abc' });
  const li = sandbox.person(LI.id);
  await li.sendText('one');
  await li.sendText('two');
  await vi.waitUntil(() => got.length === 4);
  expect(got.map(({ update }) => update.message?.text)).toEqual(['one', 'one', 'one', 'two']);
  expect(got.every(({ secret }) => secret === 'abc')).toBe(true);
  await vi.waitUntil(
    async () => (await result<{ pending_update_count: number }>(sandbox, 'getWebhookInfo')).pending_update_count === 0,
  );
  expect(await result(sandbox, 'getWebhookInfo')).toMatchObject({
    last_error_message: 'Wrong response from the webhook: 302 Found',
  });
});

test('one chat that is stuck does not hold up another', async () => {
  const { sandbox } = await start();
  const seen: string[] = [];
  const url = await serve((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const name = (JSON.parse(body) as Update).message?.from.first_name ?? '';
      seen.push(name);
      response.writeHead(name === WANG.first_name ? 200 : 503).end();
    });
  });
  await result(sandbox, 'setWebhook', { url });
  await sandbox.person(LI.id).sendText('stuck');
  await sandbox.person(WANG.id).sendText('free');
  await vi.waitUntil(() => seen.includes(WANG.first_name));
  expect(seen[0]).toBe(LI.first_name);
});

test('polling and a webhook exclude each other; what waited goes to whoever comes next', async () => {
  const { sandbox } = await startWithLi();
  const poll = refusal(sandbox, 'getUpdates', { timeout: 30, offset: 200_000_000 });
  const { url, got } = await serveStatuses();
  await result(sandbox, 'setWebhook', { url });
  expect(await poll).toMatch(/^409 Conflict: (terminated by setWebhook request|can't use getUpdates method)/);
  expect(await refusal(sandbox, 'getUpdates')).toBe(
    "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
  await sandbox.person(LI.id).sendText('to the hook');
  await vi.waitUntil(() => got.length === 1);
  expect(await call(sandbox, 'deleteWebhook')).toMatchObject({ description: 'Webhook was deleted' });
  await sandbox.person(LI.id).sendText('to the poller');
  await vi.waitUntil(async () => (await result<Update[]>(sandbox, 'getUpdates', { offset: -1 })).length === 1);
});

test('updates that wait can be dropped, and a bad address or secret is refused', async () => {
  const { sandbox } = await startWithLi();
  expect(await refusal(sandbox, 'setWebhook', { url: 'ftp://example.org' })).toMatch(/^400 Bad Request: bad webhook/);
  expect(await refusal(sandbox, 'setWebhook', { url: 'http://127.0.0.1:1/x', secret_token: 'not ok!' })).toBe(
    '400 Bad Request: secret token contains unallowed characters',
  );
  await result(sandbox, 'deleteWebhook', { drop_pending_updates: true });
  expect(await result(sandbox, 'getUpdates')).toEqual([]);
});
