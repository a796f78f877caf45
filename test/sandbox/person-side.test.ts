import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { connectSandbox } from '../../bot/sandbox/remote-sandbox.ts';
import { grammyBot, HOLDER_BOT, LI, polling, result, START, start, startWithLi } from './start.ts';

const LI_CHAT = `/sandbox/api/chats/${HOLDER_BOT.username}/${LI.id}`;
const HELLO = JSON.stringify({ kind: 'text', text: 'hello' });

/** A request with headers that fetch doesn't let one set. */
function send(url: string, headers: Record<string, string>, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const call = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject).end(body);
  });
}

test('another page cannot drive the chats', async () => {
  const { sandbox } = await start();
  const url = `${sandbox.url}${LI_CHAT}/send`;
  const host = new URL(sandbox.url).host;
  const json = { 'content-type': 'application/json' };
  expect(await send(url, { ...json, origin: 'https://evil.example' }, HELLO)).toBe(403);
  expect(await send(url, { ...json, origin: 'null' }, HELLO)).toBe(403);
  expect(await send(url, { 'content-type': 'text/plain' }, HELLO)).toBe(403);
  expect(await send(url, { ...json, host: 'rebound.example' }, HELLO)).toBe(403);
  expect(await send(`${sandbox.url}${LI_CHAT}`, { host: 'rebound.example:80' })).toBe(403);
  expect(sandbox.transcript()).toEqual([]);
  expect(await send(url, { ...json, origin: `http://${host}` }, HELLO)).toBe(200);
  expect(await send(url, json, HELLO)).toBe(200);
});

test('what is not understood is named', async () => {
  const { sandbox } = await start();
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${sandbox.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return [response.status, await response.json()];
  };
  expect(await post(`${LI_CHAT}/send`, { kind: 'text' })).toMatchObject([
    400,
    { error: expect.stringContaining('text') },
  ]);
  expect(await post(`${LI_CHAT}/send`, { kind: 'text', text: ' ' })).toEqual([
    400,
    { error: 'a message needs some text' },
  ]);
  expect(await post('/sandbox/api/chats/nobody/501/send', {})).toEqual([404, { error: 'there is no bot @nobody' }]);
  expect(await post(`${LI_CHAT}/tap`, { message_id: 3, data: 'x' })).toMatchObject([404, {}]);
  expect(await post('/sandbox/api/clock', { advance_ms: -1 })).toMatchObject([400, {}]);
  expect(await post('/sandbox/api/other', {})).toMatchObject([404, {}]);
});

test('a remote person chats as one in the same process does', async () => {
  const { sandbox } = await start();
  const bot = grammyBot(sandbox);
  bot.command('start', (ctx) =>
    ctx.reply('?', { reply_markup: { inline_keyboard: [[{ text: '是', callback_data: 'yes' }]] } }),
  );
  bot.on('callback_query', async (ctx) => {
    await ctx.answerCallbackQuery('好');
    await ctx.editMessageText('done');
    await ctx.api.deleteMessage(ctx.from.id, 1);
  });
  await polling(bot);
  const remote = await connectSandbox(sandbox.url);
  onTestFinished(() => remote.close());
  const li = await remote.person(LI.id);
  expect(await li.sendText('/start')).toBe(1);
  expect(li.screen()).toMatch(/^#1 you: \/start/);
  await li.waitForText('?');
  await li.tap('是');
  expect(await li.callbackAnswer()).toMatchObject({ text: '好' });
  await li.waitForText('done');
  await li.waitFor((chat) => chat.messages.length === 1, { what: 'the deletion' });
  expect(li.chat()).toEqual(sandbox.person(LI.id).chat());
  await li.block();
  expect(li.chat().blocked).toBe(true);
  expect(await remote.transcript()).toEqual(sandbox.transcript());
  expect(await remote.advance(60_000)).toBe(START + 60_000);
  await remote.fault({ bot: HOLDER_BOT.username, fault: { kind: 'server_error' } });
  await expect(grammyBot(sandbox).api.getMe()).rejects.toMatchObject({ error_code: 500 });
});

test('moving the clock waits for what is due, then tells everybody', async () => {
  const moved: number[] = [];
  const { sandbox, li } = await startWithLi({ onClockMoved: (now) => void moved.push(now) });
  await sandbox.advance(3_600_000);
  expect(moved).toEqual([START + 3_600_000]);
  await result(sandbox, 'sendMessage', { chat_id: LI.id, text: '一小时后' });
  expect(li.lastMessage().date).toBe((START + 3_600_000) / 1000);
});

test('documents open in the browser, but never as a page', async () => {
  const { sandbox, li } = await startWithLi();
  await li.sendDocument({ file_name: '证 书.pdf', mime_type: 'application/pdf', bytes: Buffer.from('%PDF') });
  await li.sendDocument({ file_name: 'x.html', mime_type: 'text/html', bytes: Buffer.from('<script>') });
  const [, pdf, html] = li.chat().messages;
  const open = (id = ''): Promise<Response> => fetch(`${sandbox.url}/sandbox/api/files/${id}`);
  const shown = await open(pdf?.document?.file_id);
  expect(shown.headers.get('content-type')).toBe('application/pdf');
  expect(shown.headers.get('content-disposition')).toBe('inline; filename="_ _.pdf"');
  const kept = await open(html?.document?.file_id);
  expect(kept.headers.get('content-type')).toBe('application/octet-stream');
  expect(kept.headers.get('content-disposition')).toMatch(/^attachment/);
  expect((await open('made-up')).status).toBe(404);
});

test('nothing outside the chat page is served', async () => {
  const { sandbox } = await start();
  for (const path of ['/../sandbox.ts', '/..%2fsandbox.ts', '/%2e%2e/chat-api.ts', '/none.js']) {
    expect(await send(`${sandbox.url}${path}`, {})).toBe(404);
  }
});

test('the chat page comes with a policy that lets in no foreign script', async () => {
  const { sandbox } = await start();
  const page = await fetch(sandbox.url);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
});
