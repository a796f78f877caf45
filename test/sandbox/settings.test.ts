import { expect, test } from 'vitest';
import type { World } from '../../bot/sandbox/chat-api.ts';
import { grammyBot, HOLDER_BOT, refusal, result, start, startWithLi } from './start.ts';

test('getMe tells who a bot is, as clients want it at start', async () => {
  const { sandbox } = await start();
  expect(await grammyBot(sandbox).api.getMe()).toMatchObject({
    id: 1001,
    is_bot: true,
    first_name: '加注',
    username: HOLDER_BOT.username,
    can_join_groups: true,
    can_read_all_group_messages: false,
  });
});

test('commands are kept by scope and language', async () => {
  const { sandbox } = await start();
  const { api } = grammyBot(sandbox);
  const zh = [{ command: 'start', description: '开始' }];
  const en = [{ command: 'start', description: 'Start' }];
  const inGroups = [{ command: 'help', description: 'Help' }];
  await api.setMyCommands(zh);
  await api.setMyCommands(en, { language_code: 'en' });
  await api.setMyCommands(inGroups, { scope: { type: 'all_group_chats' } });
  expect(await api.getMyCommands()).toEqual(zh);
  expect(await api.getMyCommands({ language_code: 'en' })).toEqual(en);
  expect(await api.getMyCommands({ scope: { type: 'all_group_chats' } })).toEqual(inGroups);
  expect(await api.getMyCommands({ scope: { type: 'chat', chat_id: 7 } })).toEqual([]);
  await api.deleteMyCommands({ language_code: 'en' });
  expect(await api.getMyCommands({ language_code: 'en' })).toEqual([]);
});

test('commands of one chat are what the page shows there', async () => {
  const { sandbox } = await start();
  const { api } = grammyBot(sandbox);
  const commands = [{ command: 'find', description: 'Find' }];
  await api.setMyCommands(commands, { scope: { type: 'chat', chat_id: 501 } });
  const response = await fetch(`${sandbox.url}/sandbox/api/world`);
  const { bots } = (await response.json()) as World;
  expect(bots.find(({ username }) => username === HOLDER_BOT.username)).toMatchObject({
    commands: {},
    chat_commands: { 501: commands },
  });
  await api.deleteMyCommands({ scope: { type: 'chat', chat_id: 501 } });
  const after = (await (await fetch(`${sandbox.url}/sandbox/api/world`)).json()) as World;
  expect(after.bots[0]?.chat_commands).toEqual({});
});

test('bad commands and languages are refused', async () => {
  const { sandbox } = await start();
  const set = (parameters: object): Promise<string> => refusal(sandbox, 'setMyCommands', parameters);
  const commands = [{ command: 'start', description: 'x' }];
  expect(await set({ commands, language_code: 'zh-CN' })).toBe('400 Bad Request: invalid language code specified');
  expect(await set({ commands: [{ command: 'Not Good', description: 'x' }] })).toBe(
    '400 Bad Request: BOT_COMMAND_INVALID',
  );
  expect(await set({ commands: [{ command: 'ok', description: '' }] })).toBe(
    '400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID',
  );
});

test('name and descriptions are kept by language, and the chat page sees them', async () => {
  const { sandbox } = await start();
  const { api } = grammyBot(sandbox);
  await api.setMyName('Endorser', { language_code: 'en' });
  await api.setMyDescription('加注服务');
  await api.setMyShortDescription('加注');
  expect(await api.getMyName()).toEqual({ name: '加注' });
  expect(await api.getMyName({ language_code: 'en' })).toEqual({ name: 'Endorser' });
  expect(await api.getMyDescription({ language_code: 'en' })).toEqual({ description: '加注服务' });
  await api.setMyDescription('');
  expect(await api.getMyDescription()).toEqual({ description: '' });
  const world = (await (await fetch(`${sandbox.url}/sandbox/api/world`)).json()) as World;
  expect(world.bots[0]).toMatchObject({ name: '加注', short_description: { '': '加注' }, description: {} });
});

test('the menu button is set for all chats or for one', async () => {
  const { sandbox, li } = await startWithLi();
  const { api } = grammyBot(sandbox);
  const chat_id = li.person.id;
  expect(await api.getChatMenuButton({ chat_id })).toEqual({ type: 'commands' });
  await api.setChatMenuButton({ menu_button: { type: 'default' } });
  await api.setChatMenuButton({ chat_id, menu_button: { type: 'commands' } });
  expect(await api.getChatMenuButton()).toEqual({ type: 'default' });
  expect(await api.getChatMenuButton({ chat_id })).toEqual({ type: 'commands' });
});

test('logOut and close are agreed to', async () => {
  const { sandbox } = await start();
  expect(await result(sandbox, 'logOut')).toBe(true);
  expect(await result(sandbox, 'close')).toBe(true);
});
