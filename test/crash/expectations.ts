import { expect } from 'vitest';
import type { Endorsement } from '../../engine/endorsement/endorsement.ts';
import type { Transaction } from '../../engine/ports/storage.ts';
import { outboxKey } from '../../engine/outbox/enqueue.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import { dumpDatabase, type Row } from '../fakes/dump-database.ts';
import { labels, numberIn } from '../journeys/ways.ts';
import type { CrashJourney } from './crash-journey.ts';
import type { CrashTestPerson } from './crash-test-person.ts';

/** The endorsements that the database has of each person. */
export function recorded({ people, withStorage }: CrashJourney): Promise<Endorsement[][]> {
  return withStorage((storage) =>
    storage.transact((tx) => Promise.all(people.map((person) => endorsementsOf(tx, person)))),
  );
}

async function endorsementsOf(tx: Transaction, { client }: CrashTestPerson): Promise<Endorsement[]> {
  const account = await tx.accounts.findByUser(client.person.id);
  const link = account && (await tx.links.activeOfAccount(account.id));
  if (!link) throw new Error(`${client.person.id} is not linked`);
  return tx.endorsements.ofHolder(link.holderId, { offset: 0, limit: 100 });
}

/** For each confirmation one endorsement, no more than the quota of them active, and a copy of each in the chat. */
export async function expectOneEndorsementEach(journey: CrashJourney): Promise<void> {
  const { people } = journey;
  const endorsements = await recorded(journey);
  expect(endorsements.map(({ length }) => length)).toEqual(people.map(({ confirmed }) => confirmed));
  for (const [index, person] of people.entries()) {
    const own = endorsements[index] ?? [];
    expect(new Set(person.numbersReceived())).toEqual(new Set(own.map(({ number }) => number)));
    const active = own.filter(({ status }) => status !== 'expired' && status !== 'revoked');
    expect(active.length).toBeLessThanOrEqual(DEFAULT_POLICY.quota.limit);
    expect(own.map(({ status }) => status)).not.toContain('failed');
  }
}

/** What the outbox holds of a kind, as status and key. */
export async function outbox({ databaseFile }: CrashJourney, kind: string): Promise<Row[]> {
  const { outbox: rows = [] } = await dumpDatabase(databaseFile);
  return rows.filter((row) => row['kind'] === kind);
}

/** Waits until nothing is left to make, to send or to answer. Looks again and again: no chat tells of an end. */
export async function waitForRest({ databaseFile }: CrashJourney): Promise<void> {
  const busy = async (): Promise<unknown[]> => {
    const { outbox: rows = [], job = [], bot_update: updates = [] } = await dumpDatabase(databaseFile);
    return [
      ...rows.filter(({ settled }) => settled === 0),
      ...job.filter(({ finished }) => finished === 0),
      ...updates.filter(({ reply }) => reply !== null),
    ];
  };
  await expect.poll(busy, { timeout: 60_000, interval: 250 }).toEqual([]);
}

/** Each reminder was said, or may have been: none twice, and none lost but those under way when their process died. */
export async function expectEachReminderOnce(journey: CrashJourney): Promise<void> {
  const rows = await outbox(journey, 'reminder');
  const said = journey.people.flatMap((person) => person.remindersSeen().map(reminded));
  expect(new Set(said).size).toBe(said.length);
  const certainlySaid = rows.filter(({ status }) => status === 'sent').length;
  const perhapsSaid = rows.filter(({ status }) => status === 'uncertain').length;
  expect(certainlySaid + perhapsSaid).toBe(rows.length);
  expect(said.length).toBeGreaterThanOrEqual(certainlySaid);
  expect(said.length).toBeLessThanOrEqual(certainlySaid + perhapsSaid);
}

function reminded(message: Parameters<typeof numberIn>[0]): string {
  return `${numberIn(message)}: ${/还有 (\d+) 天|到明天/.exec(message.text ?? '')?.[0] ?? ''}`;
}

/** Everything is over, known to be over, and nobody is left waiting. */
export async function expectAllOver(journey: CrashJourney, revoked: readonly string[]): Promise<void> {
  const endorsements = (await recorded(journey)).flat();
  expect(endorsements.map(({ number, status }) => ({ number, status }))).toEqual(
    endorsements.map(({ number }) => ({ number, status: revoked.includes(number) ? 'revoked' : 'expired' })),
  );
  const { endorsed_copy: copies, alert, outbox: sent = [] } = await dumpDatabase(journey.databaseFile);
  // A copy that may have arrived is sent again, unless it was revoked meanwhile.
  const isRevoked = ({ number }: Endorsement): boolean => revoked.includes(number);
  const needless = new Set<Row[string]>(endorsements.filter(isRevoked).map(({ id }) => outboxKey.firstCopy(id)));
  const dead = sent.filter(({ key, status }) => status === 'dead' && !needless.has(key ?? null));
  expect({ copies, alert, dead }).toEqual({ copies: [], alert: [], dead: [] });
  for (const { client } of journey.people) {
    const { messages } = client.chat();
    expect(messages.filter(({ text }) => text?.includes('证书生成中'))).toEqual([]);
    expect(messages.flatMap(labels)).not.toContain('提交加注申请');
  }
}

/** What the processes wrote names nobody, and none of them saw a fault of its own. */
export function expectCleanLog({ service: { output }, secrets }: CrashJourney): void {
  expect(secrets.filter((secret) => output.includes(secret))).toEqual([]);
  expect(output.split('\n').filter((line) => line !== '' && !/"level":(20|30),/.test(line))).toEqual([]);
}
