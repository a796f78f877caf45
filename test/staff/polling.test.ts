import { describe, expect, onTestFinished, test } from 'vitest';
import { later } from '../../engine/time/instant.ts';
import { decideOnce } from '../../bot/telegram/update/reply.ts';
import { createStaffBot } from '../../bot/staff/create-staff-bot.ts';
import { startStaffJourney, type StaffJourney } from './staff-journey.ts';

async function started(): Promise<StaffJourney> {
  const journey = await startStaffJourney();
  onTestFinished(() => journey.close());
  return journey;
}

describe('polling', () => {
  test('ends, and says so, when another process polls the same token', async () => {
    const journey = await started();
    const other = journey.anotherStaffBot();
    onTestFinished(() => other.stop());
    const ended = Promise.withResolvers<unknown>();
    await other.start(ended.resolve);
    // The sandbox ends the poll that was open, as Telegram does: one of the two learns that it isn't alone.
    await expect.poll(() => journey.logged.join('')).toContain('409');
  });

  test('never begins with a token that Telegram doesn’t know', async () => {
    const { sandbox, storage, clock, staffDeps } = await started();
    const bot = createStaffBot({
      ...staffDeps,
      token: '3003:nobody-was-ever-given-this-one-here',
      apiRoot: sandbox.apiRoot,
      storage,
      clock,
      holderBotUsername: () => staffDeps.holderBotUsername,
      logger: { error: () => {}, warn: () => {}, info: () => {} },
    });
    onTestFinished(() => bot.stop());
    await expect(bot.start(() => {})).rejects.toMatchObject({ response: { error_code: 401 } });
  });

  test('confirms what it fetched when it stops', async () => {
    const journey = await started();
    const { client } = await journey.member('agent');
    await client.sendText('/help');
    await client.waitForText('您可以使用');
    await journey.staffBot.stop();
    const before = client.chat().messages.length;
    const next = journey.anotherStaffBot();
    onTestFinished(() => next.stop());
    await next.start(() => {});
    await client.sendText('/cancel');
    await client.waitForText('没有正在进行的操作');
    expect(client.chat().messages).toHaveLength(before + 2);
  });
});

test('an answer that was decided on before a kill is sent by the next process, without being asked again', async () => {
  const journey = await started();
  const { client, member } = await journey.member('agent');
  await journey.staffBot.stop();
  const { storage, clock } = journey;
  const effects = [{ kind: 'send', view: { html: 'kept from before' } } as const];
  const reply = { chatId: member.userId, threadId: null, effects, about: null };
  await decideOnce({ bot: 'staff', storage, clock }, 900_001, async () => reply);
  const next = journey.anotherStaffBot();
  onTestFinished(() => next.stop());
  await next.start(() => {});
  await client.waitForText('kept from before', { before: true });
});

test('what was revealed before a kill goes at its time, by the next process', async () => {
  const journey = await started();
  const { client, member } = await journey.member('agent');
  const messageId = client.lastMessage().message_id;
  const { storage, clock } = journey;
  const at = later(clock.now(), 60_000);
  await storage.transact((tx) => tx.staff.deletions.add({ chatId: member.userId, messageId, at }));
  await journey.staffBot.stop();
  const next = journey.anotherStaffBot();
  onTestFinished(() => next.stop());
  expect(await next.deleteDue()).toBe('idle');
  await journey.sandbox.advance(60_000);
  // Telegram is out of order at first: it is tried again.
  journey.sandbox.fault({ bot: 'jiazhu_staff_bot', method: 'deleteMessage', fault: { kind: 'server_error' } });
  expect(await next.deleteDue()).toBe('idle');
  expect(await next.deleteDue()).toBe('worked');
  expect(client.chat().messages.some(({ message_id }) => message_id === messageId)).toBe(false);
  expect(await next.deleteDue()).toBe('idle');
});

describe('two members at once', () => {
  test('are answered each in their own chat, whatever the other does', async () => {
    const journey = await started();
    const [one, two] = [await journey.member('agent'), await journey.member('admin', 'en')];
    await Promise.all([
      ...Array.from({ length: 10 }, () => one.client.sendText('/help')),
      ...Array.from({ length: 10 }, () => two.client.sendText('/cancel')),
    ]);
    const answers = (of: typeof one, words: string) =>
      of.client.chat().messages.filter(({ text = '' }) => text.startsWith(words)).length;
    await expect.poll(() => answers(one, '您的角色：客服专员')).toBe(10);
    await expect.poll(() => answers(two, 'There is nothing to cancel')).toBe(10);
  });

  test('both make the group theirs, and the last one said is what holds', async () => {
    const journey = await started();
    const [one, two] = [await journey.member('admin'), await journey.member('admin', 'en')];
    const group = await journey.group([one, two]);
    await Promise.all([group.of(one).sendText('/group'), group.of(two).sendText('/group')]);
    await expect
      .poll(() => journey.storage.transact((tx) => tx.staff.audit.count({ capability: 'set-group' })))
      .toBe(3);
    expect(await journey.storage.transact((tx) => tx.staff.settings.get('group'))).toBe(String(group.id));
  });
});
