import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holder, labels, tapFor } from '../../journeys/ways.ts';
import { type PlayedMember, type StaffJourney, startStaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
let admin: PlayedMember;
beforeEach(async () => {
  journey = await startStaffJourney();
  admin = await journey.member('admin');
});
afterEach(() => journey.close());

/** Up to the question from which day on. */
async function ask({ client }: PlayedMember, group: string, rule: string, value: string): Promise<void> {
  await client.sendText('/policy');
  await tapFor(client, group, new RegExp(`^${group}`));
  await tapFor(client, rule, '现在：');
  await tapFor(client, '更改', '请输入新的数值');
  await client.sendText(value);
}

async function changeRule(group: string, rule: string, value: string, day: string): Promise<void> {
  const { client } = admin;
  await ask(admin, group, rule, value);
  await tapFor(client, day, '请输入理由');
  await client.sendText('主管部门来函要求');
  await client.waitForText('确认更改规则');
  await tapFor(client, '确认更改', '✅ 已更改');
}

test('everybody on the staff sees every rule with its number, but only admins can change one', async () => {
  const { client } = await journey.member('agent');
  await client.sendText('/policy');
  const { text = '' } = await client.waitForText('今天的数值');
  expect(text).toContain('• 最长有效期：90 天');
  expect(text).toContain('• 可选天数：30、60、90 天');
  expect(text).toContain('• 最早发送：9:00');
  expect(text).toMatch(/时区 🔒\n• 时区：Asia\/Shanghai/);
  await tapFor(client, '加注次数', '每证上限');
  await tapFor(client, '每证上限', '现在：3 次');
  expect(labels(client.lastMessage())).toEqual(['‹ 加注次数']);
  const { message_id: messageId } = client.lastMessage();
  await client.tap({ messageId, data: 'policy:change:quota.limit' });
  expect(await client.callbackAnswer()).toMatchObject({ text: expect.stringContaining('没有这项权限') });
});

test('a change from today on is in effect at once, with its reason in the audit', async () => {
  expect(journey.deps.policy.quota.limit).toBe(3);
  await changeRule('加注次数', '每证上限', '５', '今天');
  await vi.waitFor(() => expect(journey.deps.policy.quota.limit).toBe(5));
  const by = { capability: 'change-policy', about: 'quota.limit' } as const;
  const [row] = await journey.storage.transact((tx) => tx.staff.audit.search(by, { offset: 0, limit: 1 }));
  expect(row).toMatchObject({ action: 'policy:record', reason: '主管部门来函要求', facts: { from: '2026-11-22' } });
});

test('a number that no rule of this kind may have is refused before anything else is asked', async () => {
  const { client } = admin;
  await ask(admin, '加注次数', '每证上限', '0');
  await client.waitForText('每证上限不能小于 1');
  expect(client.lastMessage().text).toContain('请输入新的数值');
  await client.sendText('4');
  await client.waitForText('从哪一天起生效');
});

test('a change says what becomes of what was begun before, and the card what holds from now on', async () => {
  const { client } = admin;
  await ask(admin, '生成', '最多尝试', '1');
  await client.waitForText('正在生成的加注件也按新数值计算');
  await tapFor(client, '今天', '请输入理由');
  await client.sendText('主管部门来函要求');
  await client.waitForText('确认更改规则');
  const { text } = await tapFor(client, '确认更改', '✅ 已更改');
  expect(text).toContain('正在生成的加注件也按新数值计算');
  expect(text).not.toContain('不受影响');
  expect(text).toContain('现在：1 次');
  await ask(admin, '生成', '承诺时限', '12');
  await client.waitForText('已提出的申请仍按原来的承诺');
});

test('a change from a later day on begins at that day’s midnight, and holders are asked accordingly', async () => {
  await changeRule('有效期', '推荐天数', '60', '明天');
  const person = await holder(journey, 1001);
  const recommended = async (): Promise<string> => {
    await person.sendText('/certificates');
    await person.waitForText('我的证书');
    await tapFor(person, /建造师/, '证书信息');
    await tapFor(person, '申请加注', '核对信息');
    const asked = await tapFor(person, /信息无误/, '有效期');
    return labels(asked).find((label) => label.includes('推荐')) ?? 'none';
  };
  expect(await recommended()).toContain('90');
  await journey.advance({ hours: 14 });
  expect(await recommended()).toContain('60');
});

test('what is to come is listed, and can be taken back until it begins', async () => {
  const { client } = admin;
  await changeRule('加注次数', '每证上限', '1', '明天');
  await client.sendText('/policy');
  await client.waitForText(/即将生效\n• 2026年11月23日起，加注次数 · 每证上限：1 次（客服9001，主管部门来函要求）/);
  await tapFor(client, '加注次数', '每证上限');
  await tapFor(client, '每证上限', '即将生效');
  await tapFor(client, /^收回/, '✅ 已收回');
  expect(client.lastMessage().text).not.toContain('即将生效');
  await journey.advance({ days: 1 });
  expect(journey.deps.policy.quota.limit).toBe(3);
});

test('a change that contradicts the other rules is refused with the reason, and so is a day that is over', async () => {
  const { client } = admin;
  await ask(admin, '有效期', '最长有效期', '60');
  await tapFor(client, '今天', '可选天数中有大于最长有效期（60 天）的');
  await client.sendText('0');
  await client.waitForText('最长有效期不能小于 1');
  await client.sendText('lots');
  await client.waitForText('请输入一个整数');
  await client.sendText('120');
  await client.waitForText('从哪一天起生效');
  await client.sendText('2026-11-01');
  await client.waitForText('不能早于今天');
  await client.sendText('2026-12-01');
  await client.waitForText('请输入理由');
  await client.sendText('电话 13800138000');
  await client.waitForText('理由中含有证件号码或手机号码');
  expect(client.screen()).not.toContain('13800138000');
  expect(journey.deps.policy.validity.maxDays).toBe(90);
});

test('it is all in English for who chose that', async () => {
  const { client } = await journey.member('admin', 'en');
  await client.sendText('/policy');
  await client.waitForText('• Longest: 90 days');
  await tapFor(client, 'Quota', 'What counts');
  await tapFor(client, 'What counts', 'Now: only those valid or being made');
  await tapFor(client, 'Change', 'Choose one');
  await tapFor(client, 'all, expired ones too', 'From which day on?');
  await tapFor(client, 'Today', 'Type the reason');
  await client.sendText('By order of the ministry');
  await client.waitForText('Change this rule?');
  await tapFor(client, 'Yes, change it', '✅ Changed');
  await vi.waitFor(() => expect(journey.deps.policy.quota.counts).toBe('granted'));
});
