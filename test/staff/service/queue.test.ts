import { afterEach, beforeEach, expect, test } from 'vitest';
import { MissingGlyphFault } from '../../../engine/document/faults.ts';
import type { CopyMaker } from '../../../engine/ports/copy-maker.ts';
import { paperMaker } from '../../journeys/journey.ts';
import { askFor, holder, labels, numberIn, tapFor } from '../../journeys/ways.ts';
import { startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let fault: Error | undefined;
const failingMaker: CopyMaker = {
  ...paperMaker,
  makeCopy: (certificate, endorsement) =>
    fault ? Promise.reject(fault) : paperMaker.makeCopy(certificate, endorsement),
};

let journey: StaffJourney;
beforeEach(async () => {
  fault = undefined;
  journey = await startStaffJourney({ maker: failingMaker });
});
afterEach(() => journey.close());

/** A holder whose copy failed for want of a character; the endorsement's number. */
async function failedCopy(id = 1001): Promise<string> {
  fault = new MissingGlyphFault(['𬍛']);
  const number = numberIn(await askFor(await holder(journey, id), /师/));
  await journey.work();
  return number;
}

const hasCopy = (id: number): boolean =>
  journey
    .person(id)
    .chat()
    .messages.some(({ document }) => document !== undefined);

test('a copy that failed is told to staff unasked, found in the queue, and retried; the holder gets it', async () => {
  const { client, member } = await journey.member('agent');
  const number = await failedCopy();
  await journey.advance({ minutes: 1 });
  const alert = await client.waitForText('生僻字无法印出', { before: true });
  expect(alert.text).toContain(number);
  expect(labels(alert)).toEqual(['确认收到', '打开队列', '全部告警']);
  expect(alert.text).toContain('U+2C35B');
  await tapFor(client, '确认收到', member.name);
  await tapFor(client, '打开队列', '失败：1');
  await tapFor(client, '失败（1）', number);
  await tapFor(client, '1', '持证人员：林*');
  fault = undefined;
  await tapFor(client, '立即重试', '已安排');
  await journey.work();
  await journey.person(1001).waitForText('加注件', { before: true });
  expect(hasCopy(1001)).toBe(true);
});

test('what one member has settled, the next is told is settled', async () => {
  const one = await journey.member('supervisor');
  const other = await journey.member('supervisor');
  await failedCopy();
  for (const { client } of [one, other]) {
    await client.sendText('/queue');
    await client.waitForText('失败：1');
    await tapFor(client, '失败（1）', 'JZ');
    await tapFor(client, '1', '原因：有生僻字');
    await tapFor(client, '放弃', /^放弃 JZ\d{8}-[0-9A-Z]{6}？\n[^]*不再尝试/);
  }
  await tapFor(one.client, '确认放弃', '已放弃');
  await tapFor(other.client, '确认放弃', '状态已变，无需处理');
});

test('all of a list is retried by a task, which reports what it did', async () => {
  await failedCopy(1001);
  await failedCopy(1009);
  fault = undefined;
  const { client } = await journey.member('supervisor', 'en');
  await client.sendText('/queue');
  await client.waitForText('Failed: 2');
  await tapFor(client, 'Failed (2)', 'rare character');
  await tapFor(client, 'Retry all', 'All 2');
  await tapFor(client, 'Yes, all 2', 'a report follows');
  await journey.work();
  await client.waitForText('Tried again: 2', { before: true });
  expect(hasCopy(1001)).toBe(true);
  expect(hasCopy(1009)).toBe(true);
});

test('all of a list is left alone when the role no longer allows it, and what was done till then is said first', async () => {
  await failedCopy();
  const { client, member } = await journey.member('supervisor');
  await client.sendText('/queue');
  await client.waitForText('失败：1');
  await tapFor(client, '失败（1）', 'JZ');
  await tapFor(client, '全部放弃', '全部 1 条');
  await tapFor(client, /^确认/, '完成后');
  await journey.storage.transact((tx) => tx.staff.members.changeRole(member.id, 'supervisor', 'agent'));
  await journey.work();
  const said = await client.waitForText('其余未处理', { before: true });
  expect(said.text).toMatch(/^✅ 已放弃 0 条 ?。\n其余未处理/);
});

test('an agent may retry but not give up, and the refusal is in the audit', async () => {
  const { client, member } = await journey.member('agent');
  await failedCopy();
  await client.sendText('/queue');
  await client.waitForText('失败：1');
  await tapFor(client, '失败（1）', 'JZ');
  expect(client.screen()).not.toContain('全部放弃');
  const card = await tapFor(client, '1', '原因：有生僻字');
  const retry = card.inline_keyboard?.flat().find(({ text }) => text === '立即重试')?.callback_data ?? '';
  expect(client.screen()).not.toContain('[ 放弃 ]');
  await client.tap({ messageId: card.message_id, data: retry.replace('queue:retry', 'queue:ask') });
  await client.callbackAnswer();
  const refused = await journey.storage.transact((tx) =>
    tx.staff.audit.search({ memberId: member.id, refused: true }, { offset: 0, limit: 5 }),
  );
  expect(refused).toMatchObject([{ capability: 'give-up', refusal: 'not-allowed' }]);
});

test('sending again what may not have arrived is told apart in the audit from making it again', async () => {
  const { client } = await journey.member('supervisor');
  await failedCopy();
  await client.sendText('/queue');
  await client.waitForText('失败：1');
  await tapFor(client, '失败（1）', 'JZ');
  const card = await tapFor(client, '1', '原因：有生僻字');
  const retry = card.inline_keyboard?.flat().find(({ text }) => text === '立即重试')?.callback_data ?? '';
  await client.tap({ messageId: card.message_id, data: retry.replace('failed', 'uncertain') });
  await client.waitForText('状态已变');
  await client.sendText('/audit');
  await client.waitForText(/：再次发送 .*\n⛔ 状态已变，无需重发/);
});

test('alerts of a kind can be muted by a supervisor, and come when the mute is over', async () => {
  const { client } = await journey.member('supervisor');
  await failedCopy(1001);
  await journey.advance({ minutes: 1 });
  await client.waitForText('生僻字无法印出', { before: true });
  await client.tap('静音 1 小时');
  expect((await client.callbackAnswer()).text).toContain('已静音至');
  await failedCopy(1009);
  await journey.advance({ minutes: 30 });
  const count = () => client.chat().messages.filter(({ text }) => text?.includes('生僻字无法印出')).length;
  expect(count()).toBe(1);
  await journey.advance({ hours: 1 });
  expect(count()).toBe(2);
  await client.sendText('/alerts');
  await client.waitForText('2 条');
});
