import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseCallback } from '../../../bot/telegram/buttons/callback-data.ts';
import { HOUR_MS, later } from '../../../engine/time/instant.ts';
import { askFor, goToProof, holder, labels, numberIn, tapFor } from '../../journeys/ways.ts';
import { audit, holderId, MASKED, openCard, PERSON } from './find-ways.ts';
import { type PlayedMember, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
let agent: PlayedMember;
beforeEach(async () => {
  journey = await startStaffJourney();
  agent = await journey.member('agent');
});
afterEach(() => journey.close());

const typed = ({ client }: PlayedMember): string[] =>
  client.chat().messages.flatMap(({ from, text }) => (from === 'person' && text !== undefined ? [text] : []));

describe('a holder is found', () => {
  test('by name and the last four, and the message with the name is deleted', async () => {
    const card = await openCard(agent, `${PERSON.name} 0025`);
    expect(card.text).toContain('林**');
    expect(card.text).toContain(MASKED);
    expect(card.text).toContain('8613*******01');
    expect(card.text).toContain('DEMO2023000001');
    expect(card.text).toContain('未绑定');
    expect(typed(agent).join()).not.toContain(PERSON.name);
  });

  test('by a management number, which leads the card and stays in the chat', async () => {
    const card = await openCard(agent, 'DEMO2023000001');
    expect(labels(card)[0]).toBe('DEMO2023000001');
    expect(typed(agent)).toContain('/find DEMO2023000001');
    await tapFor(agent.client, 'DEMO2023000001', '发证机关');
  });

  test('by an endorsement number, which leads the card', async () => {
    const person = await holder(journey, 1001);
    const number = numberIn(await askFor(person, /建造师/));
    const card = await openCard(agent, number);
    expect(labels(card)[0]).toBe(number);
    await tapFor(agent.client, number, '使用场景');
  });

  test('by what is typed after /find alone', async () => {
    await agent.client.sendText('/find');
    await agent.client.waitForText('请发送以下任意一种');
    await agent.client.sendSticker();
    await agent.client.waitForText('请发送文字');
    await agent.client.sendText('林晓雨0025');
    await agent.client.waitForText(MASKED);
    await agent.client.sendText('谢谢');
    await agent.client.waitForText('不明白');
  });

  test('among namesakes whose numbers end alike, by the number', async () => {
    const other = await holderId(journey, 1002);
    await journey.storage.transact(async (tx) => {
      const twin = await tx.holders.get(other);
      if (twin) await tx.holders.updateMany([{ ...twin, name: PERSON.name, documentNumber: '440105199003070025' }]);
    });
    await agent.client.sendText('/find 林晓雨 0025');
    const list = await agent.client.waitForText('查到 2 位');
    expect(labels(list).sort()).toEqual(['另查一位', '林** · 110105********0025', '林** · 440105********0025']);
    await tapFor(agent.client, '林** · 440105********0025', '证书（12）');
  });
});

test('nobody is found, in the same words whatever was wrong, and the next message is another try', async () => {
  const answers: string[] = [];
  for (const asked of ['林晓雨 0026', '林晓云 0025', 'DEMO0000000000', 'JZ20261122-ABCDEF']) {
    await agent.client.sendText(answers.length === 0 ? `/find ${asked}` : asked);
    answers.push((await agent.client.waitForText('没有查到')).text ?? '');
  }
  expect(new Set(answers).size).toBe(1);
  await agent.client.sendText('林晓雨 0025');
  await agent.client.waitForText(MASKED);
  const found = (await audit(journey, agent)).map(({ facts }) => facts['found']);
  expect(found.slice(0, 5)).toEqual([1, 0, 0, 0, 0]);
});

test.each([
  ['a name alone', '林晓雨', '只有姓名'],
  ['a name alone in Latin letters', 'Lin Xiaoyu', '只有姓名'],
  ['an identity number alone', PERSON.number, '不能只凭证件号码'],
  ['a mobile number alone', '138 0000 0001', '不能只凭证件号码'],
])('%s finds nobody: the message goes, and the member learns what is missing', async (_, typed, words) => {
  await agent.client.sendText('/find');
  await agent.client.waitForText('查找持证人员');
  await agent.client.sendText(typed);
  await agent.client.waitForText(words);
  await agent.client.waitFor(({ messages }) => !messages.some(({ text }) => text === typed), { what: 'it gone' });
});

test('a card says what the person is in the middle of, who is locked, and what happened', async () => {
  const person = await goToProof(journey, 1001);
  for (let left = 4; left >= 0; left -= 1) {
    await person.sendText('ABCDE-23456');
    await person.waitForText(left > 0 ? `还可尝试 ${left} 次` : '暂时不能绑定');
    if (left > 0) {
      await tapFor(person, '重新填写', '第 1 步');
      await tapFor(person, '居民身份证', '第 2 步');
      await person.sendText(PERSON.number);
      await person.waitForText('第 3 步');
      await person.sendText(PERSON.name);
      await person.waitForText('第 4 步');
    }
  }
  const locked = await openCard(agent);
  expect(locked.text).toContain('聊天账号：暂停绑定至 2026年11月23日 10:00');
  expect(locked.text).toContain('绑定未通过核对');
  await tapFor(agent.client, '解锁', '已解锁聊天账号');
  const other = await holder(journey, 1003);
  await other.sendText('/certificates');
  await tapFor(other, /造价工程师/, '证书信息');
  await tapFor(other, '申请加注', '核对信息');
  const { name, documentNumber } = journey.knows(1003);
  const card = await openCard(agent, `${name} ${documentNumber.slice(-4)}`);
  expect(card.text).toContain('正在申请加注：核对信息（自 2026年11月22日 10:00）');
  expect(card.text).toMatch(/自 2026年11月22日 10:00，凭手机号码/);
  expect(card.text).toContain('同意服务须知');
});

test('a card with many certificates shows some, and all on their pages', async () => {
  const { name, documentNumber } = journey.knows(1002);
  const card = await openCard(agent, `${name} ${documentNumber.slice(-4)}`);
  expect(card.text).toContain('🎓 证书（12）');
  expect(card.text).toContain('另有 7 项');
  const list = await tapFor(agent.client, '证书（12）', '🎓 证书（12）');
  expect(labels(list)).toContain('1/2');
});

test('looking somebody up does not end what else the member is in the middle of', async () => {
  const { id } = agent.member;
  const writing = { flow: 'broadcast', step: 'text', data: {}, expiresAt: later(journey.clock.now(), HOUR_MS) };
  await journey.storage.transact((tx) => tx.staff.dialogs.put(id, 0, writing));
  await openCard(agent);
  await tapFor(agent.client, '证书（1）', '🎓');
  await agent.client.sendText('/find 林晓云 0025');
  await agent.client.waitForText('没有查到');
  expect(await journey.storage.transact((tx) => tx.staff.dialogs.get(id))).toMatchObject({ flow: 'broadcast' });
});

test('a card in English is the same', async () => {
  const colleague = await journey.member('supervisor', 'en');
  await colleague.client.sendText('/find 林晓雨 0025');
  const card = await colleague.client.waitForText('Certificates (1)');
  expect(card.text).toContain('Link: none');
  expect(labels(card)).toEqual(['Show in full', 'Certificates (1)', 'Make a link code', 'Refresh', 'Find another']);
});

test('what a role may not do is not offered', async () => {
  await holder(journey, 1001);
  const supervisor = await journey.member('supervisor');
  const offered = [labels(await openCard(agent)), labels(await openCard(supervisor))];
  expect(offered[0]).not.toContain('解除绑定');
  expect(offered[1]).toContain('解除绑定');
});

test('in the staff group nothing about a person is shown', async () => {
  const admin = await journey.member('admin');
  const group = await journey.group([admin, agent]);
  await group.of(agent).sendText('/find DEMO2023000001');
  await group.of(agent).waitForText('私聊');
  expect(group.of(agent).screen()).not.toContain(MASKED);
  const [refused] = await audit(journey, agent);
  expect(refused).toMatchObject({ action: '/find', refusal: 'not-private' });
});

test('no button says whom it is about', async () => {
  await holder(journey, 1001);
  await openCard(agent);
  const data = agent.client.chat().messages.flatMap(({ inline_keyboard: rows = [] }) => rows.flat());
  const parsed = data.flatMap(({ callback_data: packed }) => (packed === undefined ? [] : [parseCallback(packed)]));
  expect(parsed.length).toBeGreaterThan(4);
  for (const one of parsed) expect(one?.args.join()).toMatch(/^[0-9a-z]*$/);
});
