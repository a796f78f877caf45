import { afterEach, beforeEach, expect, test } from 'vitest';
import { tapFor } from '../../journeys/ways.ts';
import { audit, holderId, MASKED, openCard, PERSON, tapWithReason } from './find-ways.ts';
import { type PlayedMember, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
let agent: PlayedMember;
beforeEach(async () => {
  journey = await startStaffJourney();
  agent = await journey.member('agent');
});
afterEach(() => journey.close());

const shown = (): boolean => agent.client.screen().includes(PERSON.number);

test('a reveal asks for a reason, shows everything for a minute, and deletes itself', async () => {
  await openCard(agent);
  const revealed = await tapWithReason(agent, '显示完整信息', '60 秒后自动删除', '本人来电更正手机号码');
  for (const secret of Object.values(PERSON)) expect(revealed.text).toContain(secret);
  await agent.client.waitForText(MASKED);
  await journey.work();
  expect(shown()).toBe(true);
  await journey.advance({ minutes: 1 });
  expect(shown()).toBe(false);
  expect(agent.client.screen()).toContain(MASKED);
  const id = await holderId(journey, 1001);
  const [done] = await audit(journey, agent);
  expect(done).toMatchObject({ capability: 'reveal', holderId: id, reason: '本人来电更正手机号码', refusal: null });
});

test('what is typed as a reason does not stay in the chat', async () => {
  await openCard(agent);
  await tapWithReason(agent, '显示完整信息', '60 秒后自动删除', '本人来电');
  await agent.client.waitForText(MASKED);
  const typed = agent.client.chat().messages.filter(({ from }) => from === 'person');
  expect(typed.map(({ text }) => text)).not.toContain('本人来电');
});

test.each([
  ['x', '理由应为'],
  ['很'.repeat(201), '理由应为'],
  [`号码${PERSON.number}`, '消息已删除'],
  ['来电 138 0000 0001', '消息已删除'],
])('a reason such as “%.12s” is not taken, and another is asked for', async (reason, answer) => {
  await openCard(agent);
  await tapWithReason(agent, '显示完整信息', answer, reason);
  expect(agent.client.screen().includes(reason)).toBe(answer === '理由应为');
  await agent.client.sendText('本人来电，核实身份');
  await agent.client.waitForText('60 秒后自动删除');
});

test('whoever goes back to the card has asked for nothing', async () => {
  await openCard(agent);
  await tapFor(agent.client, '显示完整信息', '请输入理由');
  await tapFor(agent.client, '取消，返回卡片', MASKED);
  await agent.client.sendText('本人来电');
  await agent.client.waitForText('不明白');
  expect(shown()).toBe(false);
});

test('a sticker is no reason', async () => {
  await openCard(agent);
  await tapFor(agent.client, '显示完整信息', '请输入理由');
  await agent.client.sendSticker();
  await agent.client.waitForText('请发送文字');
  expect(shown()).toBe(false);
});

test('on a card too old for Telegram to delete, what was shown is emptied instead', async () => {
  await openCard(agent);
  await journey.advance({ days: 3 });
  await tapWithReason(agent, '显示完整信息', '60 秒后自动删除');
  expect(shown()).toBe(true);
  await journey.advance({ minutes: 1 });
  expect(shown()).toBe(false);
  expect(agent.client.screen()).toContain('🔒');
});

test('the deletion outlives the bot that showed', async () => {
  await openCard(agent);
  await tapWithReason(agent, '显示完整信息', '60 秒后自动删除');
  await agent.client.waitForText(MASKED);
  await journey.staffBot.stop();
  await journey.sandbox.advance(10 * 60_000);
  expect(shown()).toBe(true);
  const next = journey.anotherStaffBot();
  expect(await next.deleteDue()).toBe('worked');
  expect(shown()).toBe(false);
  await next.stop();
});
