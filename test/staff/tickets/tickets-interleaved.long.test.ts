import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { shuffled } from './shuffled.ts';
import { type PlayedMember, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

const HOLDERS = 50;
const FIRST_ID = 70_001;

let journey: StaffJourney;
beforeEach(async () => {
  journey = await startStaffJourney();
});
afterEach(() => journey.close());

/** Somebody who asks: their number is in every question and must be in every answer that they get. */
interface Asker {
  number: number;
  client: PersonClient;
}

const secret = (number: number, round: string) => `回答${round}#${number}#`;

async function askAll(): Promise<Asker[]> {
  const askers = Array.from({ length: HOLDERS }, (_, number): Asker => {
    const id = FIRST_ID + number;
    const bot = journey.deps.username;
    journey.sandbox.addPerson({
      id,
      bot,
      first_name: `问${number}`,
      language_code: 'zh-hans',
      phone_number: `86137${id}`,
    });
    return { number, client: journey.sandbox.person(id) };
  });
  await Promise.all(
    askers.map(async ({ number, client }) => {
      await client.sendText('/support');
      await client.waitForText('请直接输入您的问题', { timeoutMs: 60_000 });
      await client.sendText(`问题#${number}#`);
      await client.waitForText('已转给客服', { timeoutMs: 60_000 });
    }),
  );
  await settle();
  return askers;
}

async function settle(): Promise<void> {
  await journey.work();
  await journey.work();
}

/** The post in a chat that shows a question. */
async function postOf(seat: PersonClient, number: number) {
  return seat.waitFor(
    ({ messages }) => messages.findLast(({ from, text }) => from === 'bot' && text?.includes(`问题#${number}#`)),
    { what: `question ${number}`, timeoutMs: 30_000 },
  );
}

/** Answers every question in each round, in an order of its own each time, and waits for what comes of it. */
async function answerAll(
  askers: readonly Asker[],
  rounds: readonly string[],
  seatOf: (number: number) => PersonClient,
  answer: (seat: PersonClient, number: number, words: string) => Promise<unknown>,
): Promise<void> {
  for (const round of rounds) {
    for (const { number } of shuffled(askers, `tickets ${round}`)) {
      await answer(seatOf(number), number, secret(number, round));
    }
  }
  await expect
    .poll(
      async () => {
        await settle();
        return askers.filter(
          ({ number, client }) => !rounds.every((round) => client.screen().includes(secret(number, round))),
        ).length;
      },
      { timeout: 60_000, interval: 200 },
    )
    .toBe(0);
}

/** Each has all of their own answers once, and nothing of anybody else's. */
function expectOwnAnswers(askers: readonly Asker[], rounds: readonly string[]): void {
  for (const { number, client } of askers) {
    const told = client.chat().messages.filter(({ from }) => from === 'bot');
    const answers = told.flatMap(({ text = '' }) => text.match(/回答.#\d+#/g) ?? []);
    expect(answers.toSorted()).toEqual(rounds.map((round) => secret(number, round)).toSorted());
    const asked = told.flatMap(({ text = '' }) => text.match(/问题#\d+#/g) ?? []);
    expect(new Set(asked)).toEqual(new Set([`问题#${number}#`]));
  }
}

async function group(topics: boolean) {
  const admin = await journey.member('admin');
  const agent = await journey.member('agent');
  const made = await journey.group([admin, agent], { topics });
  return { admin, agent, seat: (member: PlayedMember) => made.of(member) };
}

test('fifty tickets answered in topics, in any order: nobody gets another’s answer', { timeout: 180_000 }, async () => {
  const { agent, seat } = await group(true);
  const askers = await askAll();
  const rounds = ['甲', '乙'];
  await answerAll(
    askers,
    rounds,
    () => seat(agent),
    async (client, number, words) => {
      const { thread_id } = await postOf(client, number);
      if (thread_id === undefined) throw new Error(`question ${number} has no topic`);
      await client.sendText(words, { thread_id });
    },
  );
  expectOwnAnswers(askers, rounds);
});

test('fifty tickets answered by replies in a group: the same', { timeout: 180_000 }, async () => {
  const { agent, seat } = await group(false);
  const askers = await askAll();
  const rounds = ['甲'];
  await answerAll(
    askers,
    rounds,
    () => seat(agent),
    async (client, number, words) => client.replyTo((await postOf(client, number)).message_id, words),
  );
  expectOwnAnswers(askers, rounds);
});

test('fifty tickets answered in private chats of two members: the same', { timeout: 180_000 }, async () => {
  const members = [await journey.member('agent'), await journey.member('agent')];
  const askers = await askAll();
  const rounds = ['甲'];
  await answerAll(
    askers,
    rounds,
    (number) => members[number % 2]!.client,
    async (client, number, words) => client.replyTo((await postOf(client, number)).message_id, words),
  );
  expectOwnAnswers(askers, rounds);
});
