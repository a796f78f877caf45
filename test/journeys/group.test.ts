import { afterEach, expect, test } from 'vitest';
import { type Journey, startJourney } from './journey.ts';

const GROUP = { id: -1_000_000_000_001, title: '同事群', bots: ['jiazhu_bot'], members: [1001], admins: [] };

let journey: Journey;
afterEach(() => journey.close());

test('in a group the bot points to the private chat, once for each time it is addressed, and keeps nothing', async () => {
  journey = await startJourney({ groups: [GROUP] });
  const person = journey.sandbox.person(1001, 'jiazhu_bot', GROUP.id);
  await person.sendText('just talk');
  await person.sendText('/start');
  const answer = await person.waitForText('只能在私聊中办理');
  expect(answer.inline_keyboard).toEqual([[expect.objectContaining({ url: 'https://t.me/jiazhu_bot' })]]);
  expect(person.chat().messages.filter(({ from }) => from === 'bot')).toHaveLength(1);
  expect(await journey.storage.transact((tx) => tx.accounts.findByUser(1001))).toBeUndefined();
});
