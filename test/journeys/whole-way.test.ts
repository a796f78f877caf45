import { afterEach, expect, test } from 'vitest';
import { type Journey, startJourney } from './journey.ts';
import { askFor, holder, labels, numberIn, tapFor } from './ways.ts';

let journey: Journey;
afterEach(() => journey.close());

test('a holder goes from /start to the endorsed copy, its reminder, its renewal and its expiry', async () => {
  journey = await startJourney();
  const person = await holder(journey, 1001);

  const progress = await askFor(person, /建造师/);
  await journey.work();
  const copy = await person.waitForDocument();
  expect(copy.document?.file_name).toBe(`${numberIn(progress)}.pdf`);
  expect(copy.caption).toContain('2027年2月19日');
  expect(copy.caption).toContain('查验码');
  const ready = person.chat().messages.find(({ message_id }) => message_id === progress.message_id);
  expect(ready?.text).toContain('加注件已生成');

  await person.sendText('/endorsements');
  await person.waitForText('我的加注');
  await tapFor(person, /余 90 天/, '加注信息');
  await person.tap(/再次获取/);
  expect((await person.callbackAnswer()).text).toContain('正在发送');
  await journey.work();
  const again = await person.waitForDocument();
  expect(again.document?.file_id).toBe(copy.document?.file_id);

  await journey.advance({ days: 82 });
  expect(person.lastMessage().text).toContain('即将到期');
  expect(person.lastMessage().text).toContain('还有 7 天');
  const renewed = await tapFor(person, '按原样再申请 90 天', '证书生成中');
  await journey.work();
  await person.waitForDocument();
  expect(numberIn(renewed)).not.toBe(numberIn(progress));

  await journey.advance({ days: 8 });
  await person.sendText('/endorsements');
  await person.waitForText('我的加注');
  const expired = await tapFor(person, /已过期/, '加注件已过期');
  expect(labels(expired)).toEqual(['再次申请', '‹ 返回', '🏠 首页']);
  expect(journey.logged).toEqual([]);
});
