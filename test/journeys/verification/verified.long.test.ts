import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import type { ChatMessage } from '../../../bot/sandbox/chat-api.ts';
import { type Journey, startJourney } from '../journey.ts';
import { askFor, holder, labels, numberIn, tapFor } from '../ways.ts';

let journey: Journey;
let number: string;
let person: PersonClient;
let stranger: PersonClient;
beforeEach(async () => {
  journey = await startJourney();
  person = await holder(journey, 1001);
  number = numberIn(await askFor(person, /建造师/));
  await journey.work();
  await person.waitForDocument();
  stranger = journey.person(1011);
});
afterEach(() => journey.close());

/** Somebody else checks the number, and answers are awaited. */
async function check(by: PersonClient, reference = number): Promise<void> {
  await by.sendText(reference);
  await by.waitForText('查验通过');
}

const notices = (): ChatMessage[] =>
  journey.sandbox
    .transcript()
    .flatMap(({ person: of, message }) => (of === 1001 && message ? [message] : []))
    .filter(({ text }) => text?.includes('您的加注件被查验'));

describe('the holder of a copy that somebody else verifies', () => {
  test('is told when, by what, and that nothing need be done', async () => {
    await check(stranger);
    await journey.advance({ minutes: 1 });
    const notice = await person.waitForText('您的加注件被查验');
    for (const words of ['建造师（一级）', number, '2026年11月22日 10:00', '扫码或编号', '您无需操作']) {
      expect(notice.text).toContain(words);
    }
    expect(labels(notice)).toEqual(['查看此加注', '作废此加注', '不再通知']);
    expect(journey.logged).toEqual([]);
  });

  test('can revoke it from there', async () => {
    await check(stranger);
    await journey.advance({ minutes: 1 });
    await tapFor(person, '作废此加注', '确认作废这项加注？');
    await tapFor(person, '确认作废', '已作废');
    await stranger.sendText(number);
    await stranger.waitForText('已由持证人员作废');
    await journey.advance({ minutes: 1 });
    await person.waitFor(() => notices().length === 2, { what: 'the second notice' });
    const notice = notices().at(-1);
    expect(notice?.text).not.toContain('随时作废');
    expect(labels(notice ?? person.lastMessage())).toEqual(['查看此加注', '不再通知']);
  });

  test('is told of several copies together, each to be looked at', async () => {
    const second = numberIn(await askFor(person, /建造师/));
    await journey.work();
    await check(stranger);
    await stranger.sendText(second);
    await stranger.waitFor(({ messages }) => messages.filter(({ text }) => text?.includes('查验通过')).length === 2, {
      what: 'both answers',
    });
    await check(stranger, second);
    await journey.advance({ minutes: 1 });
    const notice = await person.waitForText('您的加注件被查验');
    expect(notice.text).toContain(number);
    expect(notice.text).toContain(second);
    expect(notice.text).toContain('被查验 2 次');
    expect(labels(notice)).toEqual([expect.stringContaining('建造师'), expect.stringContaining('建造师'), '不再通知']);
    expect(notices()).toHaveLength(1);
  });

  test('is told three times a day at most, and of the rest the next morning', async () => {
    for (let round = 0; round < 6; round += 1) {
      await check(stranger);
      await stranger.sendText('/verify');
      await stranger.waitForText('查验收到的文件');
      await journey.advance({ minutes: 5 });
    }
    expect(notices()).toHaveLength(3);
    await journey.advance({ hours: 23 });
    await person.waitFor(() => notices().length === 4, { what: 'the notice of the next morning' });
    expect(notices().at(-1)?.text).toContain('被查验 3 次');
  });

  test('can have none of it, from a notice or the list, and all of it again', async () => {
    await check(stranger);
    await journey.advance({ minutes: 1 });
    await tapFor(person, '不再通知', '已关闭查验通知');
    await check(stranger);
    await journey.advance({ hours: 24 });
    expect(notices()).toHaveLength(1);
    await person.sendText('/endorsements');
    await tapFor(person, '🔕 查验通知：已关闭', '我的加注');
    await tapFor(person, '🔔 查验通知：已开启', '我的加注');
    await tapFor(person, '🔕 查验通知：已关闭', '我的加注');
    await check(stranger);
    await journey.advance({ minutes: 1 });
    await person.waitFor(() => notices().length === 2, { what: 'a notice again' });
  });

  test('sees on its card how often it was', async () => {
    await person.sendText('/endorsements');
    await tapFor(person, /余 90 天/, '还没有人查验过');
    await check(stranger);
    await person.sendText('/endorsements');
    await person.waitForText('我的加注');
    await expect(tapFor(person, /余 90 天/, '查验：1 次')).resolves.toBeDefined();
  });
});

test('a holder who verifies their own copy is not told so', async () => {
  await check(person);
  await journey.advance({ hours: 24 });
  expect(notices()).toEqual([]);
});

test('whoever chose English is told in English', async () => {
  await person.sendText('/language');
  await tapFor(person, 'English', /English/);
  await check(stranger);
  await journey.advance({ minutes: 1 });
  const notice = await person.waitForText('Your endorsed copy was verified');
  expect(notice.text).toContain('Verified 22 November 2026, 10:00, by QR code or number');
  expect(labels(notice)).toEqual(['See this endorsement', 'Revoke this endorsement', 'Stop these notices']);
});
