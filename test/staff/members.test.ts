import { afterEach, beforeEach, expect, test } from 'vitest';
import { labels, tapFor } from '../journeys/ways.ts';
import { type PlayedMember, type StaffJourney, startStaffJourney } from './staff-journey.ts';

let journey: StaffJourney;
let admin: PlayedMember;
beforeEach(async () => {
  journey = await startStaffJourney();
  admin = await journey.member('admin');
});
afterEach(() => journey.close());

/** At the card of a member, as the admin sees it. */
async function openCard({ client }: PlayedMember, of: PlayedMember): Promise<void> {
  await client.sendText('/members');
  await tapFor(client, new RegExp(`^${of.member.name} · `), '最近操作');
}

function now({ member }: PlayedMember) {
  return journey.storage.transact((tx) => tx.staff.members.get(member.id));
}

/** What the audit says that was done, newest first. */
async function audited(): Promise<[action: string, refusal: string | null][]> {
  const rows = await journey.storage.transact((tx) => tx.staff.audit.search({}, { offset: 0, limit: 99 }));
  return rows.map(({ action, refusal }) => [action, refusal]);
}

test('an admin invites by a link to forward, and the person who opens it is told what they may do', async () => {
  const { client } = admin;
  await client.sendText('/members');
  await tapFor(client, '邀请新人', '请选择角色');
  await tapFor(client, '客服主管', '请打开链接');
  const code = /https:\/\/t\.me\/jiazhu_staff_bot\?start=(\w+)/.exec(client.lastMessage().text ?? '')?.[1] ?? '';

  const person = { id: 9500, first_name: '<b>新</b>', language_code: 'zh-hans', bot: 'jiazhu_staff_bot' };
  journey.sandbox.addPerson({ ...person, phone_number: '8613900009500' });
  const newcomer = journey.sandbox.person(person.id);
  await newcomer.openDeepLink(code);
  await newcomer.waitForText(/欢迎加入.*主管/);

  await client.sendText('/members');
  await client.waitForText('客服人员（2）');
  expect(labels(client.lastMessage())).toContain('<b>新</b> · 客服主管');
  await tapFor(client, '<b>新</b> · 客服主管', '<b>新</b>');
});

test('a role is changed once, the member is told, and may do more from then on', async () => {
  const agent = await journey.member('agent');
  await agent.client.sendText('/audit');
  await agent.client.waitForText('没有这项权限');

  await openCard(admin, agent);
  await tapFor(admin.client, '设为客服主管', '由客服专员改为客服主管');
  const confirm = admin.client.lastMessage();
  const button = confirm.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
  await tapFor(admin.client, '确认更改', '现在的角色是客服主管');
  await admin.client.tap({ messageId: confirm.message_id, data: button });
  expect(await admin.client.callbackAnswer()).toMatchObject({ text: expect.stringContaining('已失效') });

  await journey.work();
  await agent.client.waitForText('现在的角色是客服主管');
  await agent.client.sendText('/audit');
  await agent.client.waitForText('操作记录');
  expect((await audited()).filter(([action]) => action === 'members:do')).toEqual([
    ['members:do', 'stale'],
    ['members:do', null],
  ]);
});

test('a suspended member’s old buttons do nothing, until resumed', async () => {
  const supervisor = await journey.member('supervisor');
  await supervisor.client.sendText('/audit');
  await supervisor.client.waitForText('操作记录');
  const list = supervisor.client.lastMessage();

  await openCard(admin, supervisor);
  await tapFor(admin.client, '暂停权限', '暂停');
  await tapFor(admin.client, '确认暂停', '立即生效');
  const shown = list.text;
  await supervisor.client.tap('只看被拒绝的');
  expect(await supervisor.client.callbackAnswer()).toMatchObject({ text: expect.stringContaining('权限已暂停') });
  expect(supervisor.client.lastMessage().text).toBe(shown);
  await supervisor.client.sendText('/members');
  await supervisor.client.waitForText('您的权限已暂停');

  await tapFor(admin.client, '恢复权限', '恢复');
  await tapFor(admin.client, '确认恢复', '已通知对方');
  await journey.work();
  await supervisor.client.waitForText('您的权限已更新');
});

test('a removed member is a stranger', async () => {
  const agent = await journey.member('agent');
  await openCard(admin, agent);
  await tapFor(admin.client, '移出团队', '须重新邀请');
  await tapFor(admin.client, '确认移出', '移出团队，立即生效');
  const before = agent.client.chat().messages.length;
  await agent.client.sendText('/help');
  await admin.client.sendText('/help');
  await admin.client.waitForText('您的角色');
  expect(agent.client.chat().messages).toHaveLength(before + 1);
  expect(await now(agent)).toMatchObject({ status: 'removed' });
});

test('admins find no way to change themselves, and the last one stays', async () => {
  const { client } = admin;
  await openCard(admin, admin);
  expect(labels(client.lastMessage())).toEqual(['查看操作记录', '‹ 全部成员']);
  // Nor by a button that somebody makes up.
  const { message_id: messageId } = client.lastMessage();
  await client.tap({ messageId, data: `members:ask:${admin.member.id}:remove:active` });
  await tapFor(client, '确认移出', '不能更改自己的权限');
  expect(await now(admin)).toMatchObject({ status: 'active' });
});

test('of two admins who act at once one wins, and the other is told who was faster', async () => {
  const other = await journey.member('admin');
  const agent = await journey.member('agent');
  await openCard(admin, agent);
  await openCard(other, agent);
  await tapFor(admin.client, '设为客服主管', '改为客服主管');
  await tapFor(other.client, '移出团队', '须重新邀请');
  await tapFor(other.client, '确认移出', '立即生效');
  await tapFor(admin.client, '确认更改', `${other.member.name} 已于`);
  await admin.client.waitForText('已移出团队');
  expect(await now(agent)).toMatchObject({ role: 'agent', status: 'removed' });
});

test('what a member had asked for before they were suspended does not reach them any more', async () => {
  const agent = await journey.member('agent');
  const { id: memberId, userId: chatId } = agent.member;
  await journey.storage.transact(async (tx) => {
    for (const chat of [chatId, admin.member.userId]) {
      const task = { id: `task-${chat}`, kind: 'no-such-kind', memberId, chatId: chat, threadId: null, payload: {} };
      await tx.staff.tasks.add({ ...task, createdAt: journey.clock.now() });
    }
    await tx.staff.members.changeStatus(memberId, 'active', 'suspended');
  });
  const before = agent.client.chat().messages.length;
  await journey.work();
  await admin.client.waitForText('出了点问题');
  expect(agent.client.chat().messages).toHaveLength(before);
});
