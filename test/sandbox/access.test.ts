import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { call, HOLDER_BOT, LI, refusal, result, start, startWithLi, WANG } from './start.ts';

test('an unknown token is 401, what is no token or no method 404', async () => {
  const { sandbox } = await start();
  const other = { ...HOLDER_BOT, token: '1001:another-token' };
  expect(await refusal(sandbox, 'getMe', {}, other)).toBe('401 Unauthorized');
  expect(await refusal(sandbox, 'getMe', {}, { ...HOLDER_BOT, token: 'rubbish' })).toBe('404 Not Found');
  expect(await refusal(sandbox, 'noSuchMethod')).toBe('404 Not Found: method not found');
});

test('methods are found in any case, with parameters in the query or a form', async () => {
  const { sandbox } = await startWithLi();
  const url = `${sandbox.apiRoot}/bot${HOLDER_BOT.token}/SENDMESSAGE`;
  const inQuery = await fetch(`${url}?chat_id=${LI.id}&text=query`);
  expect(await inQuery.json()).toMatchObject({ ok: true, result: { text: 'query' } });
  const body = new URLSearchParams({ chat_id: String(LI.id), text: 'form' });
  expect(await (await fetch(url, { method: 'POST', body })).json()).toMatchObject({ result: { text: 'form' } });
  const broken = { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } };
  expect(await (await fetch(url, broken)).json()).toMatchObject({ ok: false, error_code: 400 });
});

test('a bot can write only to those who wrote to it', async () => {
  const { sandbox } = await start();
  const send = (chat_id: unknown): Promise<string> => refusal(sandbox, 'sendMessage', { chat_id, text: 'x' });
  expect(await send(WANG.id)).toBe("403 Forbidden: bot can't initiate conversation with a user");
  expect(await send(123_456)).toBe('400 Bad Request: chat not found');
  expect(await send('')).toBe('400 Bad Request: chat_id is empty');
  expect(sandbox.person(WANG.id).chat().messages).toEqual([]);
  expect(await send(WANG.id)).toBe("403 Forbidden: bot can't initiate conversation with a user");
});

test('a bot that is blocked can neither write nor edit nor act, and is told of it', async () => {
  const { sandbox, li } = await startWithLi();
  const to = { chat_id: LI.id };
  await result(sandbox, 'sendMessage', { ...to, text: 'hello' });
  await li.block();
  expect(li.chat().blocked).toBe(true);
  const blocked = '403 Forbidden: bot was blocked by the user';
  expect(await refusal(sandbox, 'sendMessage', { ...to, text: 'x' })).toBe(blocked);
  expect(await refusal(sandbox, 'editMessageText', { ...to, message_id: 2, text: 'x' })).toBe(blocked);
  expect(await refusal(sandbox, 'sendChatAction', { ...to, action: 'typing' })).toBe(blocked);
  await expect(li.sendText('x')).rejects.toThrow('has blocked');
  await li.unblock();
  expect(await call(sandbox, 'sendMessage', { ...to, text: 'back' })).toMatchObject({ ok: true });
  const updates = await result<Update[]>(sandbox, 'getUpdates');
  const changes = updates.flatMap(({ my_chat_member }) => my_chat_member?.new_chat_member.status ?? []);
  expect(changes).toEqual(['kicked', 'member']);
});

test('typing is shown, an unknown action refused', async () => {
  const { sandbox, li } = await startWithLi();
  const actions: string[] = [];
  li.onEvent((event) => event.type === 'action' && actions.push(event.action));
  await result(sandbox, 'sendChatAction', { chat_id: LI.id, action: 'upload_document' });
  expect(actions).toEqual(['upload_document']);
  expect(await refusal(sandbox, 'sendChatAction', { chat_id: LI.id, action: 'dancing' })).toBe(
    '400 Bad Request: wrong parameter action in request',
  );
});

test('a shared contact may be one’s own, another’s, without an account, or forwarded', async () => {
  const { sandbox, li } = await startWithLi();
  await li.shareContact();
  await li.shareContact({ phone_number: '8613899999999', user_id: null });
  await li.shareContact({ user_id: WANG.id });
  await li.shareContact({ forwarded: true });
  const updates = await result<Update[]>(sandbox, 'getUpdates', { offset: -4 });
  expect(updates.map(({ message }) => message?.contact)).toEqual([
    { phone_number: LI.phone_number, first_name: '丽', last_name: '李', user_id: LI.id },
    { phone_number: '8613899999999', first_name: '丽', last_name: '李' },
    { phone_number: LI.phone_number, first_name: '丽', last_name: '李', user_id: WANG.id },
    { phone_number: LI.phone_number, first_name: '丽', last_name: '李', user_id: LI.id },
  ]);
  expect(updates.at(-1)?.message?.forward_origin).toMatchObject({ type: 'hidden_user' });
});

test('getChat tells of a person, getChatMember whether they are there', async () => {
  const { sandbox } = await startWithLi();
  expect(await result(sandbox, 'getChat', { chat_id: LI.id })).toMatchObject({ type: 'private', first_name: '丽' });
  expect(await result(sandbox, 'getChatMember', { chat_id: LI.id, user_id: LI.id })).toMatchObject({
    status: 'member',
  });
});
