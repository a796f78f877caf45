import { afterEach, expect, test } from 'vitest';
import { type Journey, startJourney } from './journey.ts';
import { askFor, holder, tapFor } from './ways.ts';

let journey: Journey;
afterEach(() => journey.close());

test('nothing in the chat goes on saying that a copy is being made when its endorsement was revoked meanwhile', async () => {
  journey = await startJourney();
  const person = await holder(journey, 1001);
  const { message_id } = await askFor(person, /建造师/);
  const progress = () => person.chat().messages.find((message) => message.message_id === message_id)?.text;

  await person.sendText('/endorsements');
  await person.waitForText('我的加注');
  await tapFor(person, /余 \d+ 天|生成中/, '加注信息');
  expect(progress()).toContain('证书生成中');
  await tapFor(person, '作废此加注', '确认作废');
  await tapFor(person, '确认作废', '⛔');

  await person.waitFor(() => progress()?.includes('此加注已作废'), { what: 'the end of the progress' });
  await journey.work();
  expect(person.chat().messages.filter(({ document }) => document)).toEqual([]);
});

test('a message that led on from the copy is left as it is when its endorsement is revoked elsewhere', async () => {
  journey = await startJourney();
  const person = await holder(journey, 1001);
  const { message_id } = await askFor(person, /建造师/);
  await journey.work();
  await person.sendText('/endorsements');
  await person.waitForText('我的加注');
  await tapFor(person, /余 90 天/, '加注信息');
  await tapFor(person, '作废此加注', '确认作废');
  await tapFor(person, '确认作废', '⛔');
  await person.sendText('/help');
  await person.waitForText('使用帮助');
  const shown = person.chat().messages.find((message) => message.message_id === message_id);
  expect(shown?.text).toContain('加注件已生成');
});
