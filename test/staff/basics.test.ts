import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Duty } from '../../bot/staff/duty.ts';
import { DUTIES } from '../../bot/staff/duties.ts';
import { show } from '../../bot/staff/show.ts';
import { later } from '../../engine/time/instant.ts';
import { tapFor } from '../journeys/ways.ts';
import { startStaffJourney, type StaffJourney } from './staff-journey.ts';

/** Stands for a duty with all that the frame offers. */
const trialDuty: Duty = {
  commands: {
    break: {
      needs: 'help',
      handle: () => Promise.reject(new Error('broken')),
    },
    work: {
      needs: 'help',
      handle: async ({ tx, member, place, now }, payload) => {
        await tx.staff.tasks.add({
          id: `task-${now}-${payload}`,
          kind: payload,
          memberId: member.id,
          chatId: place.chatId,
          threadId: place.threadId,
          payload: {},
          createdAt: now,
        });
        return [];
      },
    },
    reveal: {
      needs: 'reveal',
      handle: async (turn) => show(turn, { html: 'shown', inline: [[{ text: 'go', data: 'trial:reveal' }]] }),
    },
  },
  taps: {
    'trial:reveal': {
      needs: 'reveal',
      handle: async ({ tx, place, event, now }) => {
        if (event.kind !== 'tap' || event.messageId === null) return [];
        const { messageId } = event;
        await tx.staff.deletions.add({ chatId: place.chatId, messageId, at: later(now, 60_000) });
        return [{ kind: 'edit', messageId, view: { html: 'a secret' }, inPlaceOnly: true }];
      },
    },
  },
  tasks: {
    counting: async (_, { report }) => {
      report('1 of 2');
      return [
        { kind: 'send', view: { html: 'counted' } },
        { kind: 'photo', base64: PIXEL, captionHtml: 'a picture' },
      ];
    },
    silent: async (_, { report }) => {
      report('1 of 2');
      const shown = () => journey.sandbox.requests().some(({ parameters }) => parameters['text'] === '1 of 2');
      await expect.poll(shown).toBe(true);
      return [];
    },
    breaking: () => Promise.reject(new Error('broken')),
  },
};

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let journey: StaffJourney;
beforeEach(async () => {
  journey = await startStaffJourney({ duties: [...DUTIES, trialDuty] });
});
afterEach(() => journey.close());

test('a stranger gets no answer to anything, and leaves nothing behind', async () => {
  const stranger = journey.sandbox.person(1001, 'jiazhu_staff_bot');
  await stranger.sendText('/start');
  await stranger.sendText('/start NOTANINVITATION');
  await stranger.sendText('/help');
  await stranger.sendText('hello');
  // Who is answered after them shows that theirs was handled.
  const { client } = await journey.member('agent');
  await client.sendText('/help');
  await client.waitForText('您可以使用');
  expect(stranger.chat().messages.filter(({ from }) => from === 'bot')).toEqual([]);
  expect(journey.sandbox.requests().filter(({ parameters }) => parameters['chat_id'] === '1001')).toEqual([]);
});

test('an invitation makes one person a member, once', async () => {
  const { client } = await journey.member('supervisor', 'en');
  const welcome = client.chat().messages.find(({ from }) => from === 'bot');
  expect(welcome?.text).toContain('supervisor');
  await client.sendText('/start AAAABBBBCCCCDDDDEEEE');
  await client.waitForText('You are a member already');
});

test('help lists what the role may use, and no more', async () => {
  const agent = await journey.member('agent');
  await agent.client.sendText('/help');
  const forAgent = await agent.client.waitForText('您可以使用');
  expect(forAgent.text).not.toContain('/group');
  const admin = await journey.member('admin', 'en');
  await admin.client.sendText('/help');
  expect((await admin.client.waitForText('Your role')).text).toContain('/group');
});

test('the language is the member’s choice', async () => {
  const { client } = await journey.member('agent');
  await client.sendText('/language');
  await client.waitForText('请选择语言');
  await tapFor(client, 'English', 'Your role: agent');
  await client.sendText('/nonsense');
  await client.waitForText('There is no such command');
});

test('a fault is told with a reference, and the bot goes on', async () => {
  const { client } = await journey.member('agent');
  await client.sendText('/break');
  const sorry = await client.waitForText('出了点问题');
  const reference = /编号 ([0-9A-Z]{6})/.exec(sorry.text ?? '')?.[1];
  expect(journey.logged.join('')).toContain(`"reference":"${reference}"`);
  await client.sendText('/help');
  await client.waitForText('您可以使用');
});

test('a fault of the database is told, too', async () => {
  const { client } = await journey.member('agent');
  await client.sendText('/help');
  await client.waitForText('您可以使用');
  const { storage } = journey;
  const transact = storage.transact.bind(storage);
  Object.assign(storage, { transact: () => Promise.reject(new Error('disk full')) });
  await client.sendText('/help');
  await client.waitForText('出了点问题');
  Object.assign(storage, { transact });
  await client.sendText('/help');
  await client.waitForText('您可以使用');
});

describe('a task', () => {
  test('says what came of it in the place of how far it was', async () => {
    const { client } = await journey.member('agent');
    await client.sendText('/work counting');
    await client.waitFor(() => journey.sandbox.requests().length > 0);
    await expect.poll(() => journey.work().then(() => client.screen())).toContain('counted');
    await client.waitFor(({ messages }) => messages.some(({ caption }) => caption === 'a picture'));
  });

  test('that has nothing to say takes the message with it that showed how far it was', async () => {
    const { client } = await journey.member('agent');
    const before = client.chat().messages.length;
    await client.sendText('/work silent');
    const calls = () => journey.sandbox.requests().map(({ method }) => method);
    await expect.poll(() => journey.work().then(calls)).toContain('deleteMessage');
    expect(client.screen()).not.toContain('1 of 2');
    expect(client.chat().messages).toHaveLength(before + 1);
  });

  test('that was asked for in a topic is answered there', async () => {
    const admin = await journey.member('admin');
    const seat = (await journey.group([admin], { topics: true })).of(admin);
    const person = journey.person(1002);
    await person.sendText('/support');
    await person.waitForText('请直接输入您的问题');
    await person.sendText('手机丢了');
    await person.waitForText('已转给客服');
    await journey.work();
    const { thread_id } = await seat.waitForText('手机丢了', { before: true });
    if (thread_id === undefined) throw new Error('the ticket has no topic');
    await seat.sendText('/work counting', { thread_id });
    await expect.poll(() => journey.work().then(() => seat.screen())).toContain('a picture');
    const answers = seat.chat().messages.filter(({ text, caption }) => text === 'counted' || caption === 'a picture');
    expect(answers.map((answer) => answer.thread_id)).toEqual([thread_id, thread_id]);
  });

  test('that fails is told with a reference', async () => {
    const { client } = await journey.member('agent');
    await client.sendText('/work breaking');
    await expect.poll(() => journey.work().then(() => client.screen())).toContain('出了点问题');
    await journey.work();
    expect(client.screen().match(/出了点问题/g)).toHaveLength(1);
  });
});

test('what was revealed goes after a minute', async () => {
  const { client } = await journey.member('agent');
  await client.sendText('/reveal');
  await client.waitForText('shown');
  await tapFor(client, 'go', 'a secret');
  await journey.work();
  expect(client.screen()).toContain('a secret');
  await journey.advance({ minutes: 1 });
  expect(client.screen()).not.toContain('a secret');
});

describe('the staff group', () => {
  test('is where an admin says so', async () => {
    const admin = await journey.member('admin');
    const agent = await journey.member('agent');
    const group = await journey.group([admin, agent], { topics: true });
    expect(await journey.storage.transact((tx) => tx.staff.settings.get('group'))).toBe(String(group.id));
    expect(await journey.storage.transact((tx) => tx.staff.settings.get('group-has-topics'))).toBe('1');
    await group.of(agent).sendText('/group');
    await group.of(agent).waitForText('没有这项权限');
  });

  test('hears nobody else', async () => {
    const admin = await journey.member('admin');
    const group = await journey.group([admin]);
    const before = group.of(admin).chat().messages.length;
    await group.of(admin).sendText('just talk');
    await admin.client.sendText('/help');
    await admin.client.waitForText('您可以使用');
    expect(group.of(admin).chat().messages).toHaveLength(before + 1);
  });
});

test('each member has a menu of the commands that their role may use', async () => {
  const agent = await journey.member('agent');
  const admin = await journey.member('admin', 'en');
  await journey.staffBot.publishMenus();
  await journey.staffBot.publishMenus();
  const menus = journey.sandbox.requests().filter(({ method }) => method === 'setMyCommands');
  const of = (id: number) => menus.filter(({ parameters }) => JSON.stringify(parameters['scope']).includes(String(id)));
  expect(of(agent.member.userId)).toHaveLength(1);
  expect(of(admin.member.userId)).toHaveLength(1);
  expect(JSON.stringify(of(admin.member.userId))).toContain('Make this the staff group');
  expect(JSON.stringify(of(agent.member.userId))).not.toContain('"group"');
});

test('the state of the service names versions, queues, both senders, the audit’s end and the last errors', async () => {
  const { client } = await journey.member('agent');
  await client.sendText('/break');
  const sorry = await client.waitForText('出了点问题');
  const reference = /编号 ([0-9A-Z]{6})/.exec(sorry.text ?? '')?.[1];
  await client.sendText('/status');
  const status = (await client.waitForText('系统状态')).text ?? '';
  expect(status).toContain(`Node ${process.versions.node}`);
  expect(status).toMatch(/数据库结构版本 \d{4}-/);
  expect(status).toContain('待生成 0 件');
  expect(status).toMatch(/持证人员机器人\n最近一分钟调用 \d+ 次/);
  expect(status).toMatch(/客服机器人\n最近一分钟调用 [1-9]\d* 次/);
  // Joining; what broke was undone with its row.
  expect(status).toMatch(/操作记录\n1 条，末条校验值 [\w-]{16}/);
  expect(status).toContain(`${reference} an update could not be handled（Error）`);
});
