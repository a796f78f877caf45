import { afterEach, expect, test } from 'vitest';
import { type Journey, startJourney } from '../journey.ts';
import { askFor, holder, tapFor } from '../ways.ts';

let journey: Journey;
afterEach(() => journey.close());

test.each([
  ['where the operator has none', 'https://t.me/jiazhu_bot?start=v-', '在 Telegram 中打开', '会在 Telegram 中打开'],
  ['where there is one', 'https://verify.example/v/', '查验页面', '查验页面'],
])('nobody is sent to a page %s', async (_, address, inCaption, inAnswer) => {
  journey = await startJourney({ verifyUrl: (code) => `${address}${code}` });
  const person = await holder(journey, 1001);
  await askFor(person, /建造师/);
  await journey.work();
  const copy = person.chat().messages.findLast(({ document }) => document);
  expect(copy?.caption).toContain(inCaption);
  expect(copy?.caption?.includes('查验页面')).toBe(inCaption === '查验页面');
  expect(JSON.stringify(copy)).toContain(address);
  await person.sendText('/faq');
  await person.waitForText('常见问题');
  await tapFor(person, '›', '常见问题');
  const { text } = await tapFor(person, '对方如何查验加注件？', '加注编号');
  expect(text).toContain(inAnswer);
  expect(text?.includes('查验页面')).toBe(inAnswer === '查验页面');
});
