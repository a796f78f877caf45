import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { type Journey, startJourney } from '../journey.ts';
import { askFor, goToProof, holder, labels, tapFor } from '../ways.ts';

let journey: Journey;
beforeEach(async () => {
  journey = await startJourney();
});
afterEach(() => journey.close());

/** Takes person 1001 through everything there is, opening every kind of page. */
async function wander(): Promise<PersonClient> {
  const person = await holder(journey, 1001);
  await askFor(person, /建造师/);
  await journey.work();
  await person.waitForDocument();
  await person.sendText('/endorsements');
  await person.waitForText('我的加注');
  await tapFor(person, /余 90 天/, '✅ 有效');
  await tapFor(person, '作废此加注', '不能恢复');
  await tapFor(person, '不作废，返回', '✅ 有效');
  for (const command of ['/faq', '/language', '/help', '/privacy', '/start']) {
    await person.sendText(command);
    await person.waitForText(/./);
  }
  await journey.advance({ days: 83 });
  await askFor(person, /建造师/);
  await journey.work();
  await tapFor(person, '申请加注', '核对信息').catch(() => undefined);
  return person;
}

function buttonsSeenBy(id: number): Set<string> {
  const seen = new Set<string>();
  for (const { person, message } of journey.sandbox.transcript()) {
    if (person !== id) continue;
    for (const button of message?.inline_keyboard?.flat() ?? [])
      if (button.callback_data) seen.add(button.callback_data);
  }
  return seen;
}

/** Everything that is kept of a person and could be changed by somebody else's tap. */
async function stateOf(id: number): Promise<string> {
  return journey.storage.transact(async (tx) => {
    const account = await tx.accounts.findByUser(id);
    if (!account) return 'nobody';
    const active = await tx.links.activeOfAccount(account.id);
    const page = { offset: 0, limit: 100 };
    const endorsements = active ? await tx.endorsements.ofHolder(active.holderId, page) : [];
    const dialog = await tx.dialogs.get(account.id);
    const agreements = active ? await tx.agreements.ofHolder(active.holderId) : [];
    return JSON.stringify({ account, active, endorsements, dialog, agreements });
  });
}

// These name nobody: tapped by somebody else, they are that person's own.
const OWN = /^(privacy:(unlink|erase)-yes|language:set|linking:begin|(reminders|notices):(mute|unmute))/;

test('every button of one holder, tapped by another, does nothing and says nothing about the first', async () => {
  await wander();
  const thief = await holder(journey, 1003);
  const seen = [...buttonsSeenBy(1001)].filter((data) => !OWN.test(data));
  expect(seen.length).toBeGreaterThan(40);
  const before = await stateOf(1001);
  const thiefBefore = JSON.parse(await stateOf(1003)) as { endorsements: unknown[] };
  for (const data of seen) {
    const tap = await thief.tap({ messageId: thief.lastMessage().message_id, data });
    await thief.callbackAnswer(tap);
  }
  await journey.work();
  expect(await stateOf(1001)).toBe(before);
  expect((JSON.parse(await stateOf(1003)) as { endorsements: unknown[] }).endorsements).toEqual(
    thiefBefore.endorsements,
  );
  const told = journey.sandbox.transcript().filter(({ person }) => person === 1003);
  expect(JSON.stringify(told)).not.toMatch(/林晓雨|林\*|DEMO2023000001|JZ20(?!261122-7K3M9Q)\d{6}-|建筑工程/);
  expect(journey.logged).toEqual([]);
});

test('every button of a holder, tapped by somebody who is not linked, leads to linking or to what is public', async () => {
  await wander();
  const stranger = journey.person(1011);
  await stranger.sendText('/start');
  await stranger.waitForText('您好');
  const before = await stateOf(1001);
  for (const data of buttonsSeenBy(1001)) {
    const tap = await stranger.tap({ messageId: stranger.lastMessage().message_id, data });
    await stranger.callbackAnswer(tap);
  }
  expect(await stateOf(1001)).toBe(before);
  const told = journey.sandbox.transcript().filter(({ person, what }) => person === 1011 && what !== 'tap');
  expect(JSON.stringify(told)).not.toMatch(/林|DEMO|JZ20(?!261122-7K3M9Q)|建筑工程|确认提交|加注信息/);
});

test('somebody in the middle of linking cannot be linked by a tap', async () => {
  await wander();
  const stranger = await goToProof(journey, 1003);
  for (const data of buttonsSeenBy(1001)) {
    if (data.startsWith('home:cancel') || data.startsWith('linking:')) continue;
    const tap = await stranger.tap({ messageId: stranger.lastMessage().message_id, data });
    await stranger.callbackAnswer(tap);
  }
  expect(JSON.parse(await stateOf(1003))).not.toHaveProperty('active');
});

test('garbage and mutilated buttons are answered, change nothing and break nothing', async () => {
  const person = await holder(journey, 1001);
  await tapFor(person, /建造师/, '证书信息');
  const real = [...buttonsSeenBy(1001)].filter((data) => !OWN.test(data));
  const mutated = fc
    .tuple(fc.constantFrom(...real), fc.nat({ max: 63 }), fc.string({ minLength: 0, maxLength: 3 }))
    .map(([data, at, piece]) => (data.slice(0, at) + piece + data.slice(at + 1)).slice(0, 40));
  const garbage = fc.oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    mutated,
    fc.constantFrom('toString:call', '__proto__:x', 'constructor:name', 'notice:agree', 'notice:page:1:notice:page'),
  );
  const samples = fc
    .sample(garbage, { numRuns: 120, seed: 20_261_122 })
    .filter((data) => data !== '' && !OWN.test(data));
  for (const data of samples) {
    const tap = await person.tap({ messageId: person.lastMessage().message_id, data });
    await person.callbackAnswer(tap);
  }
  expect(journey.logged).toEqual([]);
  expect(JSON.parse(await stateOf(1001))).toMatchObject({ endorsements: [] });
  await person.sendText('/start');
  expect(labels(await person.waitForText(/请选择要办理的事项|还没有完成/))).toContain('我的证书');
});
