import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonClient } from '../../bot/sandbox/person-client.ts';
import { revokeEndorsement } from '../../engine/endorsement/revoke-endorsement.ts';
import { HOUR_MS, later } from '../../engine/time/instant.ts';
import { type Journey, paperMaker, startJourney } from './journey.ts';
import { askFor, holder, labels, numberIn, tapFor } from './ways.ts';

let journey: Journey;
let person: PersonClient;

async function begin(options: Parameters<typeof startJourney>[0] = {}): Promise<void> {
  journey = await startJourney(options);
  person = await holder(journey, 1001);
}
beforeEach(() => begin());
afterEach(() => journey.close());

async function ask(): Promise<string> {
  const number = numberIn(await askFor(person, /建造师/));
  await journey.work();
  return number;
}

async function openCard(item: RegExp, words: string) {
  await person.sendText('/endorsements');
  await person.waitForText('我的加注');
  return tapFor(person, item, words);
}

test('without any endorsement the way to the first one is shown', async () => {
  await person.sendText('/endorsements');
  await person.waitForText('还没有申请过加注');
  await expect(tapFor(person, '申请加注', '核对信息')).resolves.toBeDefined();
});

test('revoking asks first, then ends the copy for good', async () => {
  await ask();
  await openCard(/余 90 天/, '✅ 有效');
  await tapFor(person, '作废此加注', '不能恢复');
  await tapFor(person, '不作废，返回', '✅ 有效');
  await tapFor(person, '作废此加注', '不能恢复');
  await tapFor(person, '确认作废', '⛔ 已作废');
  await openCard(/已作废/, '⛔ 已作废');
  expect(labels(person.lastMessage())).not.toContain('再次获取加注件');
});

test('an expired endorsement is asked for again in two taps', async () => {
  await ask();
  await journey.advance({ days: 90 });
  const card = await openCard(/已过期/, '加注件已过期');
  await tapFor(person, '再次申请', '确认提交');
  const progress = await tapFor(person, '提交加注申请', '证书生成中');
  expect(progress.message_id).toBe(card.message_id);
});

test('a fetch button that outlived its copy says that it has expired', async () => {
  await ask();
  const card = await openCard(/余 90 天/, '✅ 有效');
  const data = card.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
  await journey.advance({ days: 90 });
  await person.tap({ messageId: card.message_id, data });
  expect((await person.callbackAnswer()).text).toContain('加注件已过期');
  expect(person.chat().messages.filter(({ document }) => document)).toHaveLength(1);
});

test('reminders come 7 days and 1 day before the end, at 9 or later, once each', async () => {
  await ask();
  await journey.advance({ days: 81, hours: 22 });
  expect(person.screen()).not.toContain('即将到期');
  await journey.advance({ hours: 1 });
  await person.waitForText('还有 7 天', { before: true });
  await journey.advance({ days: 1 });
  await journey.advance({ days: 5 });
  await person.waitForText('有效期到明天', { before: true });
  const reminders = () => person.chat().messages.filter(({ text }) => text?.includes('即将到期'));
  expect(reminders()).toHaveLength(2);
});

test('one tap on a reminder renews once, whatever is tapped after that', async () => {
  await ask();
  await journey.advance({ days: 83 });
  const reminder = person.lastMessage();
  const data = reminder.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
  const taps = await Promise.all([1, 2].map(() => person.tap({ messageId: reminder.message_id, data })));
  for (const tap of taps) await person.callbackAnswer(tap);
  await journey.work();
  await person.sendText('/endorsements');
  await expect(person.waitForText('共 2 项')).resolves.toBeDefined();
});

test('with the quota used up the reminder says when that ends, and its button waits for then', async () => {
  await ask();
  await ask();
  await ask();
  await journey.advance({ days: 83 });
  const reminder = person.lastMessage();
  expect(reminder.text).toContain('最早可在 2027年2月20日 再次申请');
  expect(reminder.text).not.toContain('一键');
  const refused = await tapFor(person, /按原样再申请/, '加注次数已用完');
  expect(refused.text).toContain('2027年2月20日');
  await journey.advance({ days: 7 });
  const data = reminder.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
  expect(JSON.stringify(person.chat().messages.find(({ message_id }) => message_id === reminder.message_id))).toContain(
    data,
  );
  await person.tap({ messageId: reminder.message_id, data });
  await person.waitForText('证书生成中');
});

test('reminders can be turned off and on again', async () => {
  await ask();
  await journey.advance({ days: 83 });
  await tapFor(person, '不再提醒', '已关闭到期提醒');
  await journey.advance({ days: 6 });
  expect(person.screen()).not.toContain('有效期到明天');
  await tapFor(person, '重新开启提醒', '已开启到期提醒');
  await person.sendText('/endorsements');
  await person.waitForText('我的加注');
  await tapFor(person, /到期提醒：已开启/, '我的加注');
  await person.waitFor(() => labels(person.lastMessage()).includes('🔕 到期提醒：已关闭'));
});

test('a copy that takes longer than promised is said to, and comes all the same', async () => {
  let broken = true;
  await journey.close();
  await begin({
    maker: {
      ...paperMaker,
      makeCopy: (...faces) => (broken ? Promise.reject(new Error('out of order')) : paperMaker.makeCopy(...faces)),
    },
    policy: { generation: { promiseHours: 24, attempts: 50 } },
  });
  const number = await ask();
  await openCard(/证书生成中/, '2026年11月23日 10:00 前完成');
  await journey.advance({ hours: 25 });
  expect((await person.waitForText('让您久等了', { before: true })).text).toContain(number);
  broken = false;
  await journey.advance({ hours: 24 });
  await person.waitForText('加注件已生成', { before: true });
});

test('a request that fails for good says why and gives its slot back', async () => {
  await journey.close();
  await begin({
    maker: { ...paperMaker, makeCopy: () => Promise.reject(new Error('out of order')) },
    policy: { generation: { promiseHours: 24, attempts: 1 } },
  });
  await ask();
  const failed = await person.waitForText('加注件未能生成', { before: true });
  expect(failed.text).toContain('不占用加注次数');
  await person.waitForText('加注件生成失败', { before: true });
  expect(person.screen()).not.toContain('证书生成中');
  await tapFor(person, '再次申请', '提交后已用 1/3');
});

test('an endorsement that staff revoked while its copy was being made is no longer said to be made', async () => {
  await askFor(person, /建造师/);
  const { storage, clock, deps } = journey;
  const tomorrow = later(clock.now(), 25 * HOUR_MS);
  const [{ id } = { id: '' }] = await storage.transact((tx) => tx.endorsements.overdue(tomorrow, 1));
  const ask = { now: clock.now(), accountId: null, holderId: null, endorsementId: id, cause: 'staff' } as const;
  await storage.transact((tx) => revokeEndorsement(tx, deps, ask));
  await journey.work();
  await person.waitForText('工作人员已将此加注作废', { before: true });
  await person.waitForText('此加注已作废', { before: true });
  expect(person.screen()).not.toContain('证书生成中');
});
