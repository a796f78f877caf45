import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../fakes/seeded-random.ts';
import { type CrashJourney, startCrashJourney } from './crash-journey.ts';
import type { CrashTestPerson } from './crash-test-person.ts';
import {
  expectAllOver,
  expectCleanLog,
  expectEachReminderOnce,
  expectOneEndorsementEach,
  outbox,
  recorded,
  waitForRest,
} from './expectations.ts';
import type { Aim, CallAim, Kill } from './reaper.ts';

let journey: CrashJourney;
beforeAll(async () => {
  journey = await startCrashJourney();
});
afterAll(() => journey.close());

const random = seededRandom('crash');
const upTo = (most: number): number => 1 + ((random.bytes(1)[0] ?? 0) % most);
const commit = (most: number): Aim => ({ kind: 'commit', nth: upTo(most) });
const moment = (): Aim => ({ kind: 'moment', afterMs: upTo(250) * 10 });
const at = (stage: CallAim['stage'], method: string, most: number): Aim => {
  return { kind: 'call', method, stage, nth: upTo(most) };
};
/** Updates were fetched, and none of them is answered yet. */
const fetched = (most: number): Aim => at('answered', 'getUpdates', most);

/** All do the same, side by side, while the service is killed. */
async function all(phase: string, aims: Aim[], work: (person: CrashTestPerson) => Promise<void>, who = journey.people) {
  const everybody = (): Promise<unknown> => Promise.race([Promise.all(who.map(work)), journey.service.ended]);
  await journey.reaper.during(phase, aims, everybody).catch((cause: unknown) => {
    throw new Error(`in the phase ${phase}; the service wrote:\n${journey.service.output}`, { cause });
  });
}

test(
  'a service that is killed again and again loses no request, grants none twice and goes on where it was',
  { timeout: 600_000 },
  async () => {
    await link();
    await request();
    await renew();
    await end();
    const { kills } = journey.reaper;
    report(kills);
    expect(kills.length).toBeGreaterThanOrEqual(25);
    expect(new Set(kills.map(({ phase }) => phase)).size).toBe(10);
    expect(kills.some(({ jobsLeft }) => jobsLeft > 0)).toBe(true);
  },
);

async function link(): Promise<void> {
  await all(
    'linking',
    [fetched(2), at('received', 'sendMessage', 3), commit(6), at('carried-out', 'deleteMessage', 2), moment()],
    (person) => person.link(journey.linkCode(person)),
  );
  await all('notice', [commit(4), at('carried-out', 'editMessageText', 2), fetched(2)], (person) => person.agree());
}

async function request(): Promise<void> {
  await all('request', [commit(6), at('late', 'editMessageText', 3), fetched(2), moment()], prepare);
  // Copies are made once whoever asked was answered: here their jobs are still waiting.
  const asked = at('received', 'editMessageText', 1);
  const job: Aim = { kind: 'job' };
  // A commit each: the request is recorded, its job is taken, its copy is stored, its message is taken.
  await all('generation', [job, asked, commit(1), commit(2), commit(3), commit(4), moment()], confirm);
  await expectOneEndorsementEach(journey);

  await all('request', [at('received', 'answerCallbackQuery', 3), commit(6)], prepare);
  const sending = [
    at('carried-out', 'sendDocument', 1),
    at('received', 'sendDocument', 2),
    at('late', 'sendDocument', 2),
    at('answered', 'sendDocument', 2),
    at('carried-out', 'editMessageText', 2),
  ];
  await all('sending', sending, confirm);
  await expectOneEndorsementEach(journey);
}

/** Some use their quota up; all are reminded; the others renew by their reminder. */
async function renew(): Promise<void> {
  const { people } = journey;
  await all('quota', [fetched(2), commit(6)], askUntilRefused, people.slice(0, 2));
  await expectOneEndorsementEach(journey);
  await waitForRest(journey);

  await journey.advance('reminders', 82);
  const count = (await recorded(journey)).flat().length;
  const reminding = [
    at('late', 'sendMessage', 2),
    at('carried-out', 'sendMessage', 2),
    at('received', 'sendMessage', 2),
  ];
  await journey.reaper.during('reminders', [...reminding, commit(8), moment()], async () => {
    await expect.poll(async () => (await outbox(journey, 'reminder')).length, { timeout: 60_000 }).toBe(count);
    await waitForRest(journey);
  });
  await expectEachReminderOnce(journey);

  const renewing = people.slice(2).filter((person) => person.reminders().length > 0);
  expect(renewing).not.toEqual([]);
  await all('renewal', [fetched(1), commit(4), at('carried-out', 'sendDocument', 1)], byReminder, renewing);
  await expectOneEndorsementEach(journey);
}

async function end(): Promise<void> {
  const revoked: string[] = [];
  const revoking = [commit(4), at('received', 'editMessageText', 3), at('answered', 'editMessageText', 3), moment()];
  await all('revoke', revoking, async (person) => void revoked.push(await person.revoke()));
  await expectOneEndorsementEach(journey);
  await waitForRest(journey);

  await journey.advance('expiry', 91);
  await all('expiry', [commit(3), moment()], (person) => person.findExpired());
  await waitForRest(journey);
  await expectAllOver(journey, revoked);
  await expectEachReminderOnce(journey);
  expectCleanLog(journey);
}

const prepare = (person: CrashTestPerson) => person.prepareRequest();
const confirm = (person: CrashTestPerson) => person.confirm();
const byReminder = (person: CrashTestPerson) => person.renew();

async function askUntilRefused(person: CrashTestPerson): Promise<void> {
  await person.prepareRequest();
  await person.confirm();
  await person.meetQuota();
}

function report(kills: readonly Kill[]): void {
  const lines = [...Map.groupBy(kills, ({ phase }) => phase)].map(([phase, own]) => {
    const windows = own.map(({ aim }) => (aim.kind === 'call' ? `${aim.method} ${aim.stage}` : aim.kind));
    return `  ${phase.padEnd(11)}${String(own.length).padStart(2)}  ${windows.join(', ')}`;
  });
  const making = kills.filter(({ jobsLeft }) => jobsLeft > 0);
  process.stdout.write(`\nKilled ${kills.length} times, ${making.length} of them while copies were made:\n`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
