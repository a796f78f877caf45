import { afterEach, beforeEach, expect, test } from 'vitest';
import { askFor, holder, labels, numberIn, tapFor } from '../../journeys/ways.ts';
import { comeBack } from '../come-back.ts';
import { audit, dataOf, openCard, tapWithReason } from './find-ways.ts';
import { type PlayedMember, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
let agent: PlayedMember;
let one: PlayedMember;
let other: PlayedMember;
beforeEach(async () => {
  journey = await startStaffJourney();
  agent = await journey.member('agent');
  one = await journey.member('supervisor');
  other = await journey.member('supervisor', 'en');
});
afterEach(() => journey.close());

const NUMBER = 'DEMO2023000001';
const status = async () => {
  const [certificate] = await journey.storage.transact((tx) => tx.certificates.findByManagementNumbers([NUMBER]));
  return certificate?.status;
};

/** Has a member ask for the withdrawal or restoring of the certificate. */
async function ask(member: PlayedMember, change: '撤销' | '恢复', reason = '发证机关来函撤销'): Promise<void> {
  await openCard(member, NUMBER);
  await tapFor(member.client, NUMBER, '发证机关');
  await tapWithReason(member, `申请${change}证书`, `提交${change}申请？`, reason);
  await tapFor(member.client, '提交，由同事确认', '等待另一位同事确认');
  await journey.work();
}

test('one asks and another confirms from the news: withdrawn, endorsements revoked, everybody told', async () => {
  const person = await holder(journey, 1001);
  const number = numberIn(await askFor(person, /建造师/));
  await journey.work();
  await ask(agent, '撤销');
  expect(await status()).toBe('valid');
  const news = await one.client.waitForText('请确认：撤销证书');
  expect(news.text).toContain('林**');
  expect(news.text).toContain('发证机关来函撤销');
  await other.client.waitForText('withdraw a certificate');
  await tapFor(one.client, '确认撤销', '✅ 证书已撤销，同时作废加注 1 项');
  await journey.work();
  await agent.client.waitForText('撤销证书：已确认');
  await person.waitForText('因证书已被撤销');
  expect(await status()).toBe('withdrawn');
  const endorsement = await journey.storage.transact((tx) => tx.endorsements.findByNumber(number));
  expect(endorsement).toMatchObject({ status: 'revoked', endedBecause: 'certificate-withdrawn' });
  const [row] = await audit(journey, one);
  expect(row).toMatchObject({ action: 'find:confirm', about: NUMBER, reason: '发证机关来函撤销', refusal: null });
});

test('who left and came back is offered to take back what they had asked for, and nothing else', async () => {
  await ask(one, '撤销');
  await comeBack(journey, one);
  await openCard(one, NUMBER);
  await tapFor(one.client, NUMBER, '发证机关');
  expect(labels(one.client.lastMessage())).toContain('收回申请');
  expect(labels(one.client.lastMessage())).not.toContain('确认撤销');
});

test('a withdrawn certificate is restored by two as well, and what was revoked stays so', async () => {
  await ask(agent, '撤销');
  await tapFor(one.client, '确认撤销', '✅ 证书已撤销');
  await ask(one, '恢复', '撤销有误');
  await other.client.waitForText('restore a certificate');
  await tapFor(other.client, 'Restore it', 'valid again');
  expect(await status()).toBe('valid');
  await journey.work();
  await one.client.waitForText('恢复证书：已确认');
});

test('of two who confirm at once one wins, and the other is told by whom', async () => {
  const third = await journey.member('supervisor');
  await ask(agent, '撤销');
  for (const { client } of [one, third]) await client.waitForText('请确认');
  await Promise.all([one.client.tap('确认撤销'), third.client.tap('确认撤销')]);
  const told = await Promise.all([one, third].map(({ client }) => client.waitForText(/证书已撤销|确认。/)));
  const texts = told.map(({ text }) => text ?? '');
  expect(texts.filter((text) => text.startsWith('✅'))).toHaveLength(1);
  expect(texts.find((text) => !text.startsWith('✅'))).toMatch(/^客服900\d 已于 2026年11月22日 10:00 确认。/);
});

test('nobody confirms what they asked for, by forged data either', async () => {
  await ask(one, '撤销');
  const card = await one.client.waitForText('待确认');
  expect(labels(card)).toEqual(['收回申请', '‹ 返回卡片']);
  const { messageId, data } = dataOf(one, '收回申请');
  await one.client.tap({ messageId, data: data.replace('take-back', 'confirm') });
  await one.client.waitForText('不能确认自己提出的申请');
  expect(await status()).toBe('valid');
  await one.client.tap('收回申请');
  await one.client.waitForText('已收回申请');
});

test('an agent can’t confirm, by forged data either', async () => {
  await ask(one, '撤销');
  const { data } = dataOf(one, '收回申请');
  await openCard(agent, NUMBER);
  const view = await tapFor(agent.client, NUMBER, '待确认');
  expect(labels(view)).toEqual(['‹ 返回卡片']);
  const tap = await agent.client.tap({ messageId: view.message_id, data: data.replace('take-back', 'confirm') });
  expect((await agent.client.callbackAnswer(tap)).text).toContain('没有这项权限');
  await agent.client.tap({ messageId: view.message_id, data });
  await agent.client.waitForText('只有申请人可以收回');
  expect(await status()).toBe('valid');
});

test('declining ends it, and who asked is told', async () => {
  await ask(agent, '撤销');
  await tapFor(one.client, '不同意', '已记录：不同意');
  await journey.work();
  await agent.client.waitForText('撤销证书：未获同意');
  await tapFor(other.client, 'Withdraw it', 'declined it');
  expect(await status()).toBe('valid');
});

test('what is asked for already is not asked for again', async () => {
  await openCard(one, NUMBER);
  await tapFor(one.client, NUMBER, '发证机关');
  const old = dataOf(one, '申请撤销证书');
  await ask(agent, '撤销');
  await one.client.tap(old);
  await one.client.waitForText(`没有重复提交：${agent.member.name} 已于 2026年11月22日 10:00 申请`);
});

test('a request that nobody answered lapses', async () => {
  await ask(agent, '撤销');
  await one.client.waitForText('请确认');
  await journey.advance({ days: 4 });
  await tapFor(one.client, '确认撤销', '已于 2026年11月25日 10:00 失效');
  expect(await status()).toBe('valid');
});

test('markup in a reason is shown as it was typed', async () => {
  await ask(agent, '撤销', '<b>来函</b> & 附件');
  const news = await one.client.waitForText('请确认');
  expect(news.text).toContain('<b>来函</b> & 附件');
});

test('many certificates come in pages, and each page leads on', async () => {
  await openCard(agent, '王建国 0011');
  const first = await tapFor(agent.client, '证书（12）', '证书');
  expect(labels(first)).toHaveLength(8 + 2 + 1);
  expect(labels(first).slice(-3)).toEqual(['1/2', '›', '‹ 返回卡片']);
  await agent.client.tap('›');
  const second = await agent.client.waitFor(
    ({ messages }) => messages.find((message) => labels(message).includes('2/2')),
    { what: 'the second page' },
  );
  expect(labels(second)).toHaveLength(4 + 2 + 1);
  await tapFor(agent.client, '监理工程师 · 土木建筑工程', 'DEMO2020000003');
});
