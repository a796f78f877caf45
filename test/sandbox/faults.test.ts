import { InputFile } from 'grammy';
import { expect, test } from 'vitest';
import { call, grammyBot, HOLDER_BOT, LI, result, STAFF_BOT, startWithLi, telegrafBot } from './start.ts';

const bot = HOLDER_BOT.username;
const HELLO = { chat_id: LI.id, text: 'hello' };

test('429 tells how long to wait and does nothing, as often as asked for', async () => {
  const { sandbox, li } = await startWithLi();
  sandbox.fault({ bot, method: 'sendMessage', times: 2, fault: { kind: 'too_many_requests', retry_after: 7 } });
  const refused = { error_code: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } };
  expect(await call(sandbox, 'sendMessage', HELLO)).toMatchObject(refused);
  expect(await call(sandbox, 'getMe')).toMatchObject({ ok: true });
  await expect(grammyBot(sandbox).api.sendMessage(LI.id, 'x')).rejects.toMatchObject(refused);
  expect(li.chat().messages).toHaveLength(1);
  await result(sandbox, 'sendMessage', HELLO);
});

test('500 is an error to both clients', async () => {
  const { sandbox } = await startWithLi();
  sandbox.fault({ bot, fault: { kind: 'server_error' } });
  await expect(grammyBot(sandbox).api.sendMessage(LI.id, 'x')).rejects.toMatchObject({ error_code: 500 });
  sandbox.fault({ bot: STAFF_BOT.username, fault: { kind: 'server_error' } });
  await expect(telegrafBot(sandbox).telegram.getMe()).rejects.toMatchObject({ code: 500 });
});

test('accept-then-drop does it and hangs up; drop hangs up at once', async () => {
  const { sandbox, li } = await startWithLi();
  const { api } = grammyBot(sandbox);
  sandbox.fault({ bot, method: 'sendDocument', fault: { kind: 'accept_then_drop' } });
  const send = () => api.sendDocument(LI.id, new InputFile(Buffer.from('x'), 'copy.pdf'));
  await expect(send()).rejects.toThrow('Network request');
  expect(li.lastMessage().document?.file_name).toBe('copy.pdf');
  sandbox.fault({ bot, fault: { kind: 'drop' } });
  await expect(send()).rejects.toThrow('Network request');
  expect(li.chat().messages).toHaveLength(2);
});

test('a delay only delays', async () => {
  const { sandbox } = await startWithLi();
  sandbox.fault({ bot, method: 'sendMessage', fault: { kind: 'delay', ms: 30 } });
  const began = performance.now();
  await result(sandbox, 'sendMessage', HELLO);
  expect(performance.now() - began).toBeGreaterThan(25);
});

test('polling is spoiled only by faults that name it', async () => {
  const { sandbox } = await startWithLi();
  sandbox.fault({ bot, fault: { kind: 'server_error' } });
  expect(await call(sandbox, 'getUpdates')).toMatchObject({ ok: true });
  sandbox.fault({ bot, method: 'getUpdates', fault: { kind: 'server_error' } });
  expect(await call(sandbox, 'getUpdates')).toMatchObject({ error_code: 500 });
  expect(() => sandbox.fault({ bot: 'nobody', fault: { kind: 'drop' } })).toThrow('no bot @nobody');
});

test('the log of requests tells what bots called and how it went', async () => {
  const { sandbox } = await startWithLi();
  await call(sandbox, 'getUpdates');
  await call(sandbox, 'sendMessage', HELLO);
  await call(sandbox, 'sendMessage', { ...HELLO, text: '' });
  sandbox.fault({ bot, fault: { kind: 'drop' } });
  await expect(call(sandbox, 'getMe')).rejects.toThrow('fetch failed');
  expect(sandbox.requests()).toMatchObject([
    { method: 'sendMessage', parameters: HELLO, status: 200 },
    { method: 'sendMessage', status: 400, description: 'Bad Request: message text is empty' },
    { method: 'getMe', status: 0 },
  ]);
});
