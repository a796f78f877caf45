import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { newVerificationCode } from '../../../engine/ids.ts';
import type { BotName } from '../../../service/web/webhook-addresses.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { joinStaff, LI, type OpenDoors, PATIENCE, startDoors } from './start-doors.ts';

const path = temporaryFolder();
let doors: OpenDoors;
let li: PersonClient;
let member: PersonClient;
beforeAll(async () => {
  doors = await startDoors({ path });
  li = doors.sandbox.person(LI.id);
  await li.sendText('/start');
  await li.waitForText('您好');
  member = await joinStaff(doors);
});
afterAll(() => doors.close());

const BOTH: BotName[] = ['holder', 'staff'];
const other = (bot: BotName): BotName => (bot === 'holder' ? 'staff' : 'holder');
const answersTo = (person: PersonClient): string[] =>
  person
    .chat()
    .messages.filter(({ from }) => from === 'bot')
    .map(({ text = '' }) => text);

/** What Telegram would bring of somebody's words, in their private chat with a bot. */
function said(update_id: number, { person }: PersonClient, text: string) {
  const { id, first_name, language_code } = person;
  const from = { id, is_bot: false, first_name, language_code };
  return { update_id, message: { message_id: update_id, date: 0, chat: { id, type: 'private' }, from, text } };
}

describe('Telegram brings', () => {
  test('what each bot reads, to an address of its own', async () => {
    expect(await doors.info('holder')).toMatchObject({
      url: `${doors.page}/telegram/holder`,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    });
    expect(await doors.info('staff')).toMatchObject({
      url: `${doors.page}/telegram/staff`,
      allowed_updates: ['message', 'callback_query'],
    });
    expect(doors.secretOf('holder')).not.toBe(doors.secretOf('staff'));
  });

  test('what holders and staff say, and both are answered', async () => {
    await li.sendText(newVerificationCode(seededRandom('made up')));
    await expect(li.waitForText('查无此件')).resolves.toBeDefined();
    await member.sendText('/help');
    await expect(member.waitForText('您可以使用')).resolves.toBeDefined();
  });

  test('many messages of one person, which are answered in the order in which they were said', async () => {
    const before = answersTo(member).length;
    const words = Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? '/help' : '/cancel'));
    for (const text of words) await member.sendText(text);
    await expect.poll(() => answersTo(member).length, PATIENCE).toBe(before + words.length);
    const inOrder = words.map((text) => expect.stringContaining(text === '/help' ? '您可以使用' : '没有正在进行'));
    expect(answersTo(member).slice(before)).toEqual(inOrder);
    await expect.poll(() => doors.info('staff'), PATIENCE).toMatchObject({ pending_update_count: 0 });
  });

  test.each(BOTH)('an update to the %s bot again and again, which is answered once', async (bot) => {
    const person = bot === 'staff' ? member : li;
    const before = answersTo(person).length;
    const update = said(900_001, person, '/cancel');
    const bring = async () => (await doors.bring(bot, update, doors.secretOf(bot))).status;
    expect(await Promise.all([bring(), bring(), bring()])).toEqual([200, 200, 200]);
    await expect.poll(() => answersTo(person).length, PATIENCE).toBe(before + 1);
    expect(await bring()).toBe(200);
    // What is said later is answered later: nothing else was on its way.
    await doors.bring(bot, said(900_002, person, '/help'), doors.secretOf(bot));
    await expect.poll(() => answersTo(person).length, PATIENCE).toBe(before + 2);
    expect(answersTo(person).at(-1)).not.toBe(answersTo(person).at(-2));
  });
});

describe.each(BOTH)('the webhook of the %s bot', (bot) => {
  const wrong: [string, (own: string) => string | undefined][] = [
    ['no secret', () => undefined],
    ['an empty one', () => ''],
    ['a wrong one', () => 'wrong'],
    ['one with more behind', (own) => `${own}x`],
    ['the beginning of it', (own) => own.slice(0, -1)],
    ['the other bot’s', () => doors.secretOf(other(bot))],
  ];
  test.each(wrong)('is not there for somebody with %s', async (_what, secret) => {
    const person = bot === 'staff' ? member : li;
    const before = answersTo(person).length;
    const answer = await doors.bring(bot, said(910_000, person, '/help'), secret(doors.secretOf(bot)));
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain(bot);
    await expect(doors.prepared.storage.transact((tx) => tx.updates.find(bot, 910_000))).resolves.toBeUndefined();
    expect(answersTo(person)).toHaveLength(before);
  });

  test('asks for the secret before it reads anything', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '100000' };
    const asked = request(doors.webhooks[bot]?.url ?? '', { method: 'POST', headers });
    asked.flushHeaders();
    const [answer] = await once(asked, 'response');
    expect(answer.statusCode).toBe(404);
    asked.destroy();
  });

  test('refuses what isn’t an update, or larger than any', async () => {
    const secret = doors.secretOf(bot);
    for (const body of [null, [], 'text', { update_id: 'one' }, { update_id: 0.5 }]) {
      expect((await doors.bring(bot, body, secret)).status).toBe(400);
    }
    expect((await doors.bring(bot, { update_id: 5, text: 'x'.repeat(300_000) }, secret)).status).toBe(413);
  });
});

test.each(['/telegram', '/telegram/', '/telegram/nobody', '/telegram/staff/x', '/telegram/Staff'])(
  'there is nothing at %s, whoever asks',
  async (where) => {
    const headers = { 'x-telegram-bot-api-secret-token': doors.secretOf('staff') };
    expect((await fetch(doors.page + where, { method: 'POST', headers })).status).toBe(404);
  },
);
