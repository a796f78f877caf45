import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChatMessage, Fault } from '../../../bot/sandbox/chat-api.ts';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { holder } from '../../journeys/ways.ts';
import { STAFF_BOT, type StaffGroup, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

const ORPHAN = '这个话题不属于任何工单';
const QUESTION = '文件打不开怎么办？';

let journey: StaffJourney;
let group: StaffGroup;
let seat: PersonClient;
let person: PersonClient;
beforeEach(async () => {
  journey = await startStaffJourney();
  const admin = await journey.member('admin');
  group = await journey.group([admin], { topics: true });
  seat = group.of(admin);
  person = await holder(journey, 1001);
});
afterEach(() => journey.close());

/** Asks the staff something, while Telegram does something else than it should with the topic that is opened for it. */
async function askAmid(fault: Fault['fault']): Promise<void> {
  journey.sandbox.fault({ bot: STAFF_BOT.username, method: 'createForumTopic', fault });
  await person.sendText('/support');
  await person.waitForText('请直接输入您的问题');
  await person.sendText(QUESTION);
  await person.waitForText('已转给客服');
  await journey.work();
  await journey.advance({ minutes: 2 });
}

const inGroup = (words: string): ChatMessage[] =>
  seat.chat().messages.filter(({ from, text }) => from === 'bot' && text?.includes(words));
const opened = (): number[] =>
  seat.chat().messages.flatMap(({ message_id, service }) => (service === 'forum_topic_created' ? [message_id] : []));

async function writesIn(thread_id: number, words: string): Promise<void> {
  await seat.sendText(words, { thread_id });
  await journey.work();
  await journey.work();
}

test('a topic whose opening was never answered is followed by another, and whoever writes in the first is told', async () => {
  await askAmid({ kind: 'accept_then_drop' });
  const [lost, other] = opened();
  expect(opened()).toHaveLength(2);
  expect(inGroup(QUESTION)).toMatchObject([{ thread_id: other }]);
  await writesIn(lost!, '这句话谁也收不到');
  expect(inGroup(ORPHAN)).toMatchObject([{ thread_id: lost }]);
  await writesIn(other!, '请换用其他软件打开。');
  await person.waitForText('请换用其他软件打开');
  expect(person.screen()).not.toContain('这句话谁也收不到');
});

test('a topic that never reached Telegram is opened once, and what staff say in others is their own', async () => {
  await askAmid({ kind: 'server_error' });
  const [topic] = opened();
  expect(opened()).toHaveLength(1);
  expect(inGroup(QUESTION)).toMatchObject([{ thread_id: topic }]);
  await fetch(`${journey.sandbox.apiRoot}/bot${STAFF_BOT.token}/createForumTopic`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: group.id, name: '闲聊' }),
  });
  const [, ownTopic] = opened();
  await writesIn(ownTopic!, '中午吃什么？');
  expect(inGroup(ORPHAN)).toEqual([]);
});
