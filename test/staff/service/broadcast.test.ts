import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { unlinkAccount } from '../../../engine/linking/unlink-account.ts';
import { agree, holder, link, tapFor } from '../../journeys/ways.ts';
import { startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
beforeEach(async () => {
  journey = await startStaffJourney();
});
afterEach(() => journey.close());

const told = (id: number) =>
  journey
    .person(id)
    .chat()
    .messages.filter(({ text }) => text?.includes('📢')).length;

async function begin(client: PersonClient): Promise<void> {
  await client.sendText('/broadcast');
  await client.waitForText('还没有发过');
  await tapFor(client, '新建通知', '发给谁');
}

/** To everybody, of whom there is one, in Chinese; up to when it is to be sent. */
async function write(client: PersonClient, text: string): Promise<void> {
  await begin(client);
  await tapFor(client, '全部已绑定的人', '目前 1 人');
  await client.sendText(text);
  await client.waitForText('英文');
  await tapFor(client, '所有人都收中文', '何时发送');
}

test('a broadcast is written, looked at, counted, confirmed and sent, and markup in it is only text', async () => {
  const lin = await holder(journey, 1001);
  const { client } = await journey.member('supervisor');
  await begin(client);
  await tapFor(client, '全部已绑定的人', '目前 1 人');
  await client.sendText('今晚 22:00 至 23:00 系统维护 <b>&');
  await client.waitForText('英文');
  await client.sendText('Maintenance tonight from 22:00 to 23:00.');
  await client.waitForText('何时发送');
  expect(client.screen()).toContain('From the Demonstration Examination Centre');
  await tapFor(client, '立即发送', '请最后确认');
  await tapFor(client, '确认发送', '待发送');
  await journey.work();
  await lin.waitForText('今晚 22:00 至 23:00 系统维护 <b>&');
  expect(told(1001)).toBe(1);
  await client.waitForText('已发送 1 人');
  await tapFor(client, '全部通知', '已完成 · 1 / 1');
});

test('a broadcast to nobody is not written first and refused then, and what is typed for a button is told so', async () => {
  const { client } = await journey.member('supervisor');
  await begin(client);
  await client.sendText('大家好');
  await client.waitForText('这一步请点击下面的按钮');
  await tapFor(client, '全部已绑定的人', '目前没有符合条件的人');
  await tapFor(client, '加注快到期的人', '哪一天之前');
});

test('a confirmation works once, and an old one not at all', async () => {
  await holder(journey, 1001);
  const { client } = await journey.member('supervisor');
  await write(client, '你好');
  await tapFor(client, '立即发送', '请最后确认');
  const confirm = client.lastMessage();
  const data = confirm.inline_keyboard?.flat().find(({ text }) => text === '确认发送')?.callback_data ?? '';
  await Promise.all([1, 2, 3].map(() => client.tap({ messageId: confirm.message_id, data })));
  await client.waitForText(/待发送|发送中/);
  await journey.work();
  expect(told(1001)).toBe(1);
  expect(await journey.storage.transact((tx) => tx.broadcasts.count())).toBe(1);
});

test('a broadcast that nobody would get any more goes back to whom it is for, and keeps its texts and its time', async () => {
  await holder(journey, 1001);
  const { client } = await journey.member('supervisor');
  await write(client, '今晚维护');
  await tapFor(client, '立即发送', '请最后确认');
  const { storage, clock } = journey;
  await storage.transact(async (tx) => {
    const account = await tx.accounts.findByUser(1001);
    await unlinkAccount(tx, { now: clock.now(), accountId: account!.id, because: 'by-holder' });
  });
  expect((await tapFor(client, '确认发送', '目前没有符合条件的人')).text).toContain('发给谁');
  await agree(await link(journey, 1002));
  await tapFor(client, '全部已绑定的人', '请最后确认');
  await tapFor(client, '确认发送', '待发送');
  await journey.work();
  expect(told(1002)).toBe(1);
  expect(journey.person(1002).screen()).toContain('今晚维护');
});

test('a mistyped time is asked for again, and a broadcast at a time waits for it', async () => {
  await holder(journey, 1001);
  const { client } = await journey.member('supervisor');
  await write(client, '你好');
  await tapFor(client, '定时发送', '请输入发送时间');
  await client.sendText('明天早上');
  await client.waitForText('没有看懂这个时间');
  await client.sendText('2020-01-01 09:00');
  await client.waitForText('已经过去');
  const tomorrow = new Date(journey.clock.now() + 32 * 3_600_000).toISOString().slice(0, 10);
  await client.sendText(`${tomorrow} 09:00`);
  await client.waitForText('请最后确认');
  await tapFor(client, '确认发送', '待发送');
  await journey.work();
  expect(told(1001)).toBe(0);
  await journey.advance({ days: 2 });
  expect(told(1001)).toBe(1);
});

test('two members steer one broadcast: what one ends, the other can’t resume', async () => {
  await holder(journey, 1001);
  await agree(await link(journey, 1002));
  const first = await journey.member('supervisor');
  const second = await journey.member('admin', 'en');
  await begin(first.client);
  await tapFor(first.client, '某一资格的人', '哪种资格');
  await tapFor(first.client, '取消', /取消|已停止/);
  await second.client.sendText('/broadcast');
  await second.client.waitForText('none so far');
  await tapFor(second.client, 'New broadcast', 'Who is it for');
  await tapFor(second.client, 'All linked holders', '2 at present');
  await second.client.sendText('你好');
  await second.client.waitForText('English');
  await tapFor(second.client, 'Chinese for everybody', 'When is it to go out');
  await tapFor(second.client, 'Send now', 'Please confirm');
  await tapFor(second.client, 'Yes, send it', 'scheduled');
  await tapFor(second.client, 'Pause', 'paused');
  await journey.work();
  expect(told(1001) + told(1002)).toBe(0);
  await first.client.sendText('/broadcast');
  await first.client.waitForText('已暂停');
  await tapFor(first.client, '1', '已暂停');
  await tapFor(second.client, 'Cancel it', 'It can’t be resumed');
  await tapFor(second.client, 'Yes, cancel it', 'cancelled');
  await first.client.tap('继续');
  expect((await first.client.callbackAnswer()).text).toContain('已取消');
  await journey.work();
  expect(told(1001) + told(1002)).toBe(0);
});

test('a broadcast is written in private, not in the staff group', async () => {
  await holder(journey, 1001);
  const admin = await journey.member('admin');
  const group = await journey.group([admin]);
  const seat = group.of(admin);
  await seat.sendText('/broadcast');
  const refused = await seat.waitForText('只能在与我的私聊中');
  expect(refused.inline_keyboard).toEqual([[{ text: '私聊办理', url: 'https://t.me/jiazhu_staff_bot' }]]);
});

test('a confirmation that no button of ours made does nothing', async () => {
  await holder(journey, 1001);
  const { client } = await journey.member('supervisor');
  await write(client, '你好');
  await tapFor(client, '立即发送', '请最后确认');
  const { message_id: messageId } = client.lastMessage();
  for (const data of ['broadcast:confirm', 'broadcast:now', 'broadcast:linked']) {
    const tap = await client.tap({ messageId, data });
    expect((await client.callbackAnswer(tap)).text).toContain('已失效');
  }
  await journey.work();
  expect(told(1001)).toBe(0);
});
