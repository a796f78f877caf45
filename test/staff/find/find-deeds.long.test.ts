import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR_MS, later } from '../../../engine/time/instant.ts';
import { askFor, goToProof, holder, labels, numberIn, tapFor } from '../../journeys/ways.ts';
import { paperMaker } from '../../journeys/journey.ts';
import { audit, dataOf, holderId, openCard, PERSON, tapWithReason } from './find-ways.ts';
import { type PlayedMember, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
let one: PlayedMember;
let other: PlayedMember;
let broken = false;
beforeEach(async () => {
  broken = false;
  const makeCopy: typeof paperMaker.makeCopy = (...faces) =>
    broken ? Promise.reject(new Error('no paper')) : paperMaker.makeCopy(...faces);
  journey = await startStaffJourney({ maker: { ...paperMaker, makeCopy } });
  one = await journey.member('supervisor');
  other = await journey.member('supervisor');
});
afterEach(() => journey.close());

async function endorsed() {
  const person = await holder(journey, 1001);
  const number = numberIn(await askFor(person, /建造师/));
  await journey.work();
  return { person, number };
}

const endorsementOf = (number: string) => journey.storage.transact((tx) => tx.endorsements.findByNumber(number));
const activeLink = async () => {
  const id = await holderId(journey, 1001);
  return journey.storage.transact((tx) => tx.links.activeOfHolder(id));
};

describe('a link code', () => {
  test('links the holder who has it, by the link or read aloud', async () => {
    await openCard(one);
    const made = await tapFor(one.client, '生成绑定码', '🔑');
    const [, payload = ''] = /https:\/\/t\.me\/jiazhu_bot\?start=([0-9A-Z]{10})/.exec(made.text ?? '') ?? [];
    expect(made.text?.replaceAll('-', '')).toContain(payload);
    expect(made.text).toContain('有效期至 2026年11月25日 10:00');
    const person = journey.person(1001);
    await person.openDeepLink(payload);
    await person.waitForText('绑定码已收到');
    await tapFor(person, '居民身份证', '第 2 步');
    await person.sendText(PERSON.number);
    await person.waitForText('第 3 步');
    await person.sendText(PERSON.name);
    await person.waitForText('绑定成功');
    expect(await activeLink()).toMatchObject({ proof: 'code' });
  });

  test('replaces the one before, which is said', async () => {
    await openCard(one);
    const first = await tapFor(one.client, '生成绑定码', '🔑');
    expect(first.text).not.toContain('已失效');
    await openCard(other);
    const second = await tapFor(other.client, '生成绑定码', '以前未使用的绑定码已失效');
    const person = await goToProof(journey, 1001);
    await person.sendText(/[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(first.text ?? '')?.[0] ?? '');
    await person.waitForText('未能绑定');
    expect(second.text).not.toContain(/[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(first.text ?? '')?.[0]);
  });
});

describe('unlinking', () => {
  test('asks why and once more, ends the link, and has the holder told', async () => {
    const person = await holder(journey, 1001);
    await openCard(one);
    await tapWithReason(one, '解除绑定', '确认解除绑定？', '账号被盗');
    expect(await activeLink()).toBeDefined();
    await tapFor(one.client, '确认解除绑定', '✅ 已解除绑定');
    await journey.work();
    await person.waitForText('本聊天账号的绑定已由工作人员解除');
    expect(await activeLink()).toBeUndefined();
    const [row] = await audit(journey, one);
    expect(row).toMatchObject({ action: 'find:unlink-yes', reason: '账号被盗', refusal: null });
    expect(row?.holderId).toBe(await holderId(journey, 1001));
  });

  test('by two at once is done by one, and the other is told by whom', async () => {
    await holder(journey, 1001);
    for (const member of [one, other]) {
      await openCard(member);
      await tapWithReason(member, '解除绑定', '确认解除绑定？');
    }
    await Promise.all([one.client.tap('确认解除绑定'), other.client.tap('确认解除绑定')]);
    const screens = await Promise.all(
      [one, other].map(({ client }) => client.waitForText(/已解除绑定，正在|没有解除/)),
    );
    const texts = screens.map(({ text }) => text ?? '').sort();
    expect(texts.filter((text) => text.startsWith('✅'))).toHaveLength(1);
    expect(texts.find((text) => !text.startsWith('✅'))).toMatch(/已由 客服900[12] 于 2026年11月22日 10:00 解除/);
  });

  test('is not offered to anybody who comes too late', async () => {
    await holder(journey, 1001);
    await openCard(one);
    const old = dataOf(one, '解除绑定');
    await openCard(other);
    await tapWithReason(other, '解除绑定', '确认解除绑定？');
    await tapFor(other.client, '确认解除绑定', '✅');
    await one.client.tap(old);
    const told = await one.client.waitForText('没有解除');
    expect(told.text).toContain(`已由 ${other.member.name}`);
  });
});

describe('revoking', () => {
  test('takes effect at once, the holder is told, and the button works once', async () => {
    const { person, number } = await endorsed();
    await openCard(one, number);
    await tapFor(one.client, number, '使用场景');
    await tapWithReason(one, '作废此加注', '确认作废这项加注？', '本人电话要求');
    const yes = dataOf(one, '确认作废');
    await one.client.tap(yes);
    await one.client.waitForText(`已作废 ${number}`);
    await journey.work();
    await person.waitForText('工作人员已将此加注作废');
    expect(await endorsementOf(number)).toMatchObject({ status: 'revoked', endedBecause: 'staff' });
    const tap = await one.client.tap(yes);
    expect((await one.client.callbackAnswer(tap)).text).toContain('已失效');
    const rows = await audit(journey, one);
    expect(rows.slice(0, 2).map(({ refusal, about }) => [refusal, about])).toEqual([
      ['stale', null],
      [null, number],
    ]);
  });

  test('by two at once is done by one, and the other is told by whom', async () => {
    const { number } = await endorsed();
    for (const member of [one, other]) {
      await openCard(member, number);
      await tapFor(member.client, number, '使用场景');
      await tapWithReason(member, '作废此加注', '确认作废这项加注？');
    }
    await Promise.all([one.client.tap('确认作废'), other.client.tap('确认作废')]);
    const told = await Promise.all([one, other].map(({ client }) => client.waitForText(/已作废 JZ|没有作废/)));
    const texts = told.map(({ text }) => text ?? '');
    expect(texts.filter((text) => text.startsWith('✅'))).toHaveLength(1);
    expect(texts.find((text) => text.startsWith('没有作废'))).toMatch(/已由 客服900[12] 于 .* 作废/);
  });

  test('says so when the holder was faster', async () => {
    const { person, number } = await endorsed();
    await openCard(one, number);
    await tapFor(one.client, number, '使用场景');
    await tapWithReason(one, '作废此加注', '确认作废这项加注？');
    await person.sendText('/endorsements');
    await tapFor(person, new RegExp(number.slice(-6)), '加注信息');
    await tapFor(person, '作废此加注', '不能恢复');
    await tapFor(person, '确认作废', '已作废');
    await tapFor(one.client, '确认作废', '持证人员已于 2026年11月22日 10:00 自行作废');
  });
});

test('a copy is sent again to the holder', async () => {
  const { person, number } = await endorsed();
  await person.sendText('/start');
  await openCard(one, number);
  await tapFor(one.client, number, '使用场景');
  await tapFor(one.client, '重发加注件', '正在重新发送');
  const before = person.chat().messages.filter(({ document }) => document).length;
  await journey.work();
  await person.waitFor(({ messages }) => messages.filter(({ document }) => document).length === before + 1);
});

test('a copy that can reach nobody is not sent, and it is said why', async () => {
  const { person, number } = await endorsed();
  await openCard(one, number);
  await tapFor(one.client, number, '使用场景');
  await person.block();
  await expect.poll(async () => (await openCard(one)).text).toContain('已停用机器人');
  await openCard(one, number);
  await tapFor(one.client, number, '使用场景');
  await tapFor(one.client, '重发加注件', '对方已停用机器人');
});

test('a copy that failed is made again and sent', async () => {
  const person = await holder(journey, 1001);
  broken = true;
  const number = numberIn(await askFor(person, /建造师/));
  await journey.work();
  expect(await endorsementOf(number)).toMatchObject({ status: 'generating' });
  broken = false;
  await openCard(one, number);
  await tapFor(one.client, number, '生成中');
  await tapFor(one.client, '重新生成', '已安排重新生成');
  await journey.work();
  await person.waitForDocument();
  expect(await endorsementOf(number)).toMatchObject({ status: 'valid' });
});

test('of two who unlock, the second is told by whom', async () => {
  const id = await holderId(journey, 1001);
  const lastFailureAt = journey.clock.now();
  const count = { failures: 10, lastFailureAt, lockedUntil: later(lastFailureAt, HOUR_MS) };
  await journey.storage.transact((tx) => tx.holders.setFailures(id, count));
  const [card] = [await openCard(one), await openCard(other)];
  expect(card.text).toContain('持证人员：暂停绑定至 2026年11月22日 11:00');
  await tapFor(one.client, '解锁', '已解锁持证人员');
  await tapFor(other.client, '解锁', `已由 ${one.member.name} 于 2026年11月22日 10:00 解锁`);
});

test('the endorsements of a holder are turned by pages', async () => {
  const id = await holderId(journey, 1002);
  const person = await holder(journey, 1002);
  expect(person.screen()).toContain('我的证书');
  await journey.storage.transact(async (tx) => {
    const link = await tx.links.activeOfHolder(id);
    const certificates = await tx.certificates.ofHolder(id);
    for (const [index, { id: certificateId }] of certificates.slice(0, 8).entries()) {
      const day = journey.deps.zone.dateOf(journey.clock.now());
      await tx.endorsements.insert(
        {
          id: `e${index}`,
          number: `JZ20261122-00000${index}`,
          verificationCode: `V${index}`,
          certificateId,
          holderId: id,
          accountId: link?.accountId ?? '',
          scenario: 'self-use',
          days: 1,
          askedOn: day,
          lastDay: day,
          promisedBy: journey.clock.now(),
          requestedAt: journey.clock.now(),
          status: 'valid',
          generatedAt: journey.clock.now(),
          endedAt: null,
          endedBecause: null,
          sha256: null,
          progressMessageId: null,
          overdueToldAt: null,
        },
        `key-${index}`,
      );
    }
  });
  const { name, documentNumber } = journey.knows(1002);
  const card = await openCard(one, `${name} ${documentNumber.slice(-4)}`);
  expect(card.text).toContain('另有 5 项');
  const first = await tapFor(one.client, '加注（8）', '加注');
  expect(labels(first)).toHaveLength(6 + 2 + 1);
  const second = await tapFor(one.client, '›', '加注');
  expect(labels(second)).toHaveLength(2 + 2 + 1);
});
