import { afterEach, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import { type Journey, startJourney } from './journey.ts';
import { holder, labels } from './ways.ts';

let journey: Journey;
afterEach(() => journey.close());

const { reminder, verification } = DEFAULT_POLICY;

test.each([
  ['both', { reminder: { ...reminder, daysBefore: [] }, verification: { ...verification, noticesPerDay: 0 } }, []],
  ['reminders', { reminder: { ...reminder, daysBefore: [] } }, ['🔔 查验通知：已开启']],
  ['notices', { verification: { ...verification, noticesPerDay: 0 } }, ['🔔 到期提醒：已开启']],
  ['neither', {}, ['🔔 到期提醒：已开启', '🔔 查验通知：已开启']],
])('what the service does not send is not said to be on: %s', async (_, policy, shown) => {
  journey = await startJourney({ policy });
  const person = await holder(journey, 1001);
  await person.sendText('/endorsements');
  await person.waitForText('我的加注');
  expect(labels(person.lastMessage()).filter((label) => label.includes('：已'))).toEqual(shown);
});

test('nor is it promised to who turns it on again from an old message', async () => {
  const off = { reminder: { ...reminder, daysBefore: [] }, verification: { ...verification, noticesPerDay: 0 } };
  journey = await startJourney({ policy: off });
  const person = await holder(journey, 1001);
  const { message_id: messageId } = person.lastMessage();
  await person.tap({ messageId, data: 'reminders:unmute' });
  await person.waitForText('本服务目前不发送到期提醒');
  await person.tap({ messageId, data: 'notices:unmute' });
  await person.waitForText('本服务目前不发送查验通知');
  expect(person.screen()).not.toContain('我们会');
});
