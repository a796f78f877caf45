import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyAudit } from '../../engine/staff/verify-audit.ts';
import { holder, labels, tapFor } from '../journeys/ways.ts';
import { type PlayedMember, type StaffJourney, startStaffJourney } from './staff-journey.ts';

let journey: StaffJourney;
let agent: PlayedMember;
let supervisor: PlayedMember;
beforeEach(async () => {
  journey = await startStaffJourney();
  agent = await journey.member('agent');
  supervisor = await journey.member('supervisor');
});
afterEach(() => journey.close());

/** A holder of the demonstration registry, one of whose management numbers an agent looked at. */
async function lookedAt(): Promise<{ managementNumber: string; holderId: string }> {
  const { documentType, documentNumber } = journey.knows(1001);
  const found = await journey.storage.transact(async (tx) => {
    const holder = await tx.holders.findByDocument('resident-identity-card', documentNumber);
    const [certificate] = holder ? await tx.certificates.ofHolder(holder.id) : [];
    return certificate && { managementNumber: certificate.managementNumber, holderId: certificate.holderId };
  });
  if (!found) throw new Error(`nobody has the ${documentType} of 1001`);
  await agent.client.sendText(`/find ${found.managementNumber}`);
  await agent.client.waitForText('绑定');
  return found;
}

test('the audit says in words who did what about whom, newest first, and that somebody looked', async () => {
  await lookedAt();
  await agent.client.sendText('/audit');
  await agent.client.waitForText('没有这项权限');
  const { client } = supervisor;
  await client.sendText('/audit');
  const message = await client.waitForText('操作记录');
  const rows = (message.text ?? '').split('\n\n').slice(1);
  expect(rows[0]).toMatch(/客服9001：查询操作记录\n⛔ 无此权限/);
  expect(rows[1]).toMatch(/客服9001：查找持证人员 · .\*/);
  expect(rows.at(-1)).toMatch(/客服9001：加入团队/);
  await client.sendText('/audit');
  await client.waitForText('客服9002：查询操作记录');
});

test('it is narrowed by member, deed, refusal, number and day, one on top of another', async () => {
  const { managementNumber } = await lookedAt();
  const { client } = supervisor;
  await agent.client.sendText('/audit');
  await agent.client.waitForText('没有这项权限');
  await client.sendText('/audit');
  await tapFor(client, '按成员', '查看谁的');
  await tapFor(client, /^客服9001 · /, '筛选：客服9001');
  await tapFor(client, '只看被拒绝的', '筛选：客服9001 · 只看被拒绝的');
  expect(client.lastMessage().text).toContain('操作记录（1）');
  await tapFor(client, '清除筛选', /操作记录（\d+）\n\n/);
  await tapFor(client, '按事项', '哪一类');
  await tapFor(client, '查找持证人员', '筛选：查找持证人员');
  await tapFor(client, '按编号或日期', '请发送下列任一项');
  await client.sendText('2026-11-22');
  await client.waitForText('筛选：查找持证人员 · 2026年11月22日');
  await tapFor(client, '按编号或日期', '请发送下列任一项');
  await client.sendText(managementNumber);
  const narrowed = await client.waitForText(/筛选：查找持证人员 · .\*.* · 2026年11月22日/);
  expect(narrowed.text).toContain('操作记录（1）');
});

test('a broadcast that was given up before it was confirmed is not said to have been sent', async () => {
  await holder(journey, 1001);
  const { client } = supervisor;
  await client.sendText('/broadcast');
  await tapFor(client, '新建通知', '发给谁');
  await tapFor(client, '全部已绑定的人', '中文');
  await tapFor(client, '取消', '已取消');
  await client.sendText('/audit');
  const { text = '' } = await client.waitForText('操作记录（');
  expect(text.match(/(?<=客服9002：)\S+/g)?.slice(0, 3)).toEqual(['取消操作', '准备群发通知', '准备群发通知']);
});

test('a number that nobody knows is said to lead nowhere, and a day without rows to have none', async () => {
  const { client } = supervisor;
  await client.sendText('/audit GL-NOBODY');
  await client.waitForText('没有查到');
  await client.sendText('/audit 2026-11-21');
  await client.waitForText('没有符合条件的记录');
});

test('long lists have pages', async () => {
  const { client } = supervisor;
  for (let count = 0; count < 9; count += 1) {
    await agent.client.sendText('/help');
    await agent.client.waitForText('您可以使用');
  }
  await client.sendText('/audit');
  await tapFor(client, '›', '加入团队');
  expect(labels(client.lastMessage())).toContain('‹');
});

test('names and reasons are shown as they are, whatever markup is in them', async () => {
  const { storage, clock } = journey;
  await storage.transact(async (tx) => {
    await tx.staff.members.setName(agent.member.id, '<b>&"$&');
    const row = { memberId: agent.member.id, role: 'agent', capability: 'reveal', action: 'reveal.said' } as const;
    const rest = { holderId: null, about: null, refusal: '<i>', facts: {} };
    await tx.staff.audit.add({ at: clock.now(), ...row, ...rest, reason: '<a href="x">$1</a>' });
  });
  await supervisor.client.sendText('/audit');
  const { text } = await supervisor.client.waitForText('操作记录');
  expect(text).toContain('<b>&"$&：查看完整信息');
  expect(text).toContain('理由：<a href="x">$1</a>');
  expect(text).toContain('没有完成：<i>');
});

test('all that was played leaves a chain that is whole', async () => {
  await lookedAt();
  expect(await verifyAudit(journey.storage)).toMatchObject({ kind: 'whole' });
});
