import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonClient } from '../../bot/sandbox/person-client.ts';
import { type Journey, startJourney } from './journey.ts';
import { askFor, holder, numberIn, tapFor } from './ways.ts';

let journey: Journey;
let code: string;
let number: string;
let person: PersonClient;
let stranger: PersonClient;

beforeEach(async () => {
  journey = await startJourney();
  person = await holder(journey, 1001);
  number = numberIn(await askFor(person, /建造师/));
  await journey.work();
  const copy = await person.waitForDocument();
  code = /查验码 (\w{18})/.exec(copy.caption ?? '')?.[1] ?? '';
  stranger = journey.person(1011);
});
afterEach(() => journey.close());

test('the QR code of a copy, opened as a link into the chat, says what it stands for', async () => {
  await stranger.sendText(`/start v-${code}`);
  const answer = await stranger.waitForText('加注有效');
  expect(answer.text).toContain(number);
  expect(answer.text).toContain('持证人员：林**');
  expect(answer.text).toContain('有效期至2027年2月19日');
  expect(answer.text).not.toContain('林晓雨');
});

test('a code that is typed is checked, however it is grouped', async () => {
  await stranger.sendText(`${code.slice(0, 6)} ${code.slice(6, 12)}-${code.slice(12).toLowerCase()}`);
  await expect(stranger.waitForText('加注有效')).resolves.toBeDefined();
});

test('after the last day, and after a revocation, the code says so', async () => {
  await person.sendText('/endorsements');
  await person.waitForText('我的加注');
  await tapFor(person, /余 90 天/, '✅ 有效');
  await tapFor(person, '作废此加注', '不能恢复');
  await tapFor(person, '确认作废', '已作废');
  await stranger.sendText(`/start v-${code}`);
  await stranger.waitForText('加注已作废');
  await askFor(person, /建造师/);
  await journey.work();
  const copy = await person.waitForDocument();
  await journey.advance({ days: 90 });
  await stranger.sendText(/查验码 (\w{18})/.exec(copy.caption ?? '')?.[1] ?? '');
  await expect(stranger.waitForText('加注件已过期')).resolves.toBeDefined();
});

test.each(['v-', 'v-0', 'v-000000000000000000', 'v-../../etc'])('a made-up code (%s) is not known', async (payload) => {
  await stranger.sendText(`/start ${payload}`);
  await expect(stranger.waitForText('查无此码')).resolves.toBeDefined();
});
