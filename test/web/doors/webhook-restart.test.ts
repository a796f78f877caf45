import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import type { BotName } from '../../../service/web/webhook-addresses.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fail, joinStaff, LI, type OpenDoors, startDoors } from './start-doors.ts';

const path = temporaryFolder();
const BOTH: BotName[] = ['holder', 'staff'];
/** What Telegram said of the webhooks while the doors were open and no bot was at work. */
const refusals: (string | undefined)[] = [];
let doors: OpenDoors;
let li: PersonClient;
let member: PersonClient;
let joining: Promise<PersonClient>;

beforeAll(async () => {
  doors = await startDoors({ path, beforeStart: bringTooEarly });
  li = doors.sandbox.person(LI.id);
});
afterAll(() => doors.close());

/** A process was killed and its webhooks are still set; the next one listens already. */
async function bringTooEarly(opened: OpenDoors): Promise<void> {
  doors = opened;
  await leaveWebhooks();
  await opened.sandbox.person(LI.id).sendText('/start');
  joining = joinStaff(opened);
  for (const bot of BOTH) {
    await vi.waitUntil(async () => (await opened.info(bot)).last_error_message !== undefined);
    refusals.push((await opened.info(bot)).last_error_message);
  }
}
async function leaveWebhooks(): Promise<void> {
  for (const bot of BOTH) {
    const { secret, url } = doors.webhooks[bot] ?? {};
    await doors.ask(bot, 'setWebhook', { url, secret_token: secret });
  }
}

const answers = (person: PersonClient, words: string): number =>
  person.chat().messages.filter(({ from, text = '' }) => from === 'bot' && text.includes(words)).length;

test('what is brought before the bots are at work is brought again, and answered then', async () => {
  expect(refusals).toEqual(Array(2).fill('Wrong response from the webhook: 503 Service Unavailable'));
  await li.waitForText('您好', { before: true });
  member = await joining;
  expect(answers(member, '欢迎加入')).toBe(1);
});

test('what is said after the service has stopped waits at Telegram, and is answered by one that asks for it', async () => {
  await doors.service.stop();
  for (const bot of BOTH) expect((await doors.info(bot)).url).toBe('');
  await li.sendText('/cancel');
  await member.sendText('/cancel');
  for (const bot of BOTH) expect((await doors.info(bot)).pending_update_count).toBe(1);
  const polling = doors.nextService({ webhooks: {} });
  await polling.start(fail);
  await li.waitForText('没有正在进行', { before: true });
  await member.waitForText('没有正在进行', { before: true });
  await polling.stop();
  for (const bot of BOTH) expect((await doors.info(bot)).pending_update_count).toBe(0);
});

test('webhooks that a killed process left are taken away by one that asks, and what waited is kept', async () => {
  await leaveWebhooks();
  await li.sendText('/help');
  await member.sendText('/help');
  const polling = doors.nextService({ webhooks: {} });
  await polling.start(fail);
  await li.waitForText('您可以', { before: true });
  await member.waitForText('您可以使用', { before: true });
  for (const bot of BOTH) expect((await doors.info(bot)).url).toBe('');
  await polling.stop();
});

test('a service with webhooks takes the place of one that asked', async () => {
  const next = doors.nextService({ webhooks: doors.webhooks });
  await next.start(fail);
  for (const bot of BOTH) expect((await doors.info(bot)).url).toBe(doors.webhooks[bot]?.url);
  await next.stop();
});
