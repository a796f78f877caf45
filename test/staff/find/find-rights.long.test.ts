import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findDuty } from '../../../bot/staff/duties/find/find-duty.ts';
import { may } from '../../../engine/staff/permissions.ts';
import { askFor, holder, numberIn, tapFor } from '../../journeys/ways.ts';
import { audit, dataOf, holderId, MASKED, openCard, PERSON, tapWithReason } from './find-ways.ts';
import { type PlayedMember, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
let agent: PlayedMember;
let supervisor: PlayedMember;
let id: string;
beforeEach(async () => {
  journey = await startStaffJourney();
  agent = await journey.member('agent');
  supervisor = await journey.member('supervisor');
  id = await holderId(journey, 1001);
});
afterEach(() => journey.close());

/** Everything that a tap could have changed of 林晓雨. */
function stateOf(): Promise<string> {
  return journey.storage.transact(async (tx) => {
    const certificates = await tx.certificates.ofHolder(id);
    const endorsements = await tx.endorsements.ofHolder(id, { offset: 0, limit: 50 });
    const link = await tx.links.activeOfHolder(id);
    const proposals = await tx.staff.proposals.open(journey.clock.now());
    return JSON.stringify({ certificates, endorsements, link, proposals });
  });
}

const taps = Object.entries(findDuty.taps ?? {});

test('an agent who taps what only supervisors may is refused each time, and it is in the audit', async () => {
  const { message_id: messageId } = await openCard(agent);
  const forbidden = taps.filter(([, { needs }]) => !may('agent', needs)).map(([action]) => action);
  expect(forbidden.length).toBeGreaterThan(4);
  for (const action of forbidden) {
    const tap = await agent.client.tap({ messageId, data: `${action}:${id}` });
    expect((await agent.client.callbackAnswer(tap)).text).toContain('没有这项权限');
  }
  const rows = (await audit(journey, agent)).slice(0, forbidden.length);
  expect(rows.map(({ action }) => action).toReversed()).toEqual(forbidden);
  expect(new Set(rows.map(({ refusal }) => refusal))).toEqual(new Set(['not-allowed']));
});

test('the old buttons of a suspended member do nothing, at whatever step they are', async () => {
  await holder(journey, 1001);
  await openCard(supervisor);
  await tapWithReason(supervisor, '解除绑定', '确认解除绑定？');
  const before = await stateOf();
  await journey.storage.transact((tx) => tx.staff.members.changeStatus(supervisor.member.id, 'active', 'suspended'));
  const yes = dataOf(supervisor, '确认解除绑定');
  for (const data of [yes.data, `find:card:${id}`, `find:reveal:${id}`, `find:code:${id}`]) {
    const tap = await supervisor.client.tap({ messageId: yes.messageId, data });
    expect((await supervisor.client.callbackAnswer(tap)).text).toContain('已暂停');
  }
  await supervisor.client.sendText('/find 林晓雨 0025');
  await supervisor.client.waitForText('已暂停');
  expect(await stateOf()).toBe(before);
  expect(supervisor.client.screen()).not.toContain('🔑');
  expect((await audit(journey, supervisor)).slice(0, 5).map(({ refusal }) => refusal)).toEqual(
    Array.from({ length: 5 }, () => 'suspended'),
  );
});

describe('a button that confirms', () => {
  test('is not to be had before the reason was given', async () => {
    await holder(journey, 1001);
    const { message_id: messageId } = await openCard(supervisor);
    await tapFor(supervisor.client, '解除绑定', '请输入理由');
    const before = await stateOf();
    for (const version of ['', '~1', '~2', '~3']) {
      await supervisor.client.callbackAnswer(
        await supervisor.client.tap({ messageId, data: `find:unlink-yes${version}` }),
      );
    }
    expect(await stateOf()).toBe(before);
  });

  test('does not do what another one asked for', async () => {
    const person = await holder(journey, 1001);
    await askFor(person, /建造师/);
    await openCard(supervisor);
    await tapWithReason(supervisor, '解除绑定', '确认解除绑定？');
    const { messageId, data } = dataOf(supervisor, '确认解除绑定');
    const before = await stateOf();
    for (const forged of ['revoke-yes', 'ask-yes']) {
      const tap = await supervisor.client.tap({ messageId, data: data.replace('unlink-yes', forged) });
      expect((await supervisor.client.callbackAnswer(tap)).text).toContain('已失效');
    }
    await supervisor.client.callbackAnswer(await supervisor.client.tap({ messageId, data: data.replace(/~.*/, '') }));
    expect(await stateOf()).toBe(before);
  });

  test('is nobody else’s', async () => {
    await holder(journey, 1001);
    const other = await journey.member('supervisor');
    await openCard(supervisor);
    await tapWithReason(supervisor, '解除绑定', '确认解除绑定？');
    const { data } = dataOf(supervisor, '确认解除绑定');
    const { message_id: messageId } = await openCard(other);
    const before = await stateOf();
    await other.client.callbackAnswer(await other.client.tap({ messageId, data }));
    expect(await stateOf()).toBe(before);
  });
});

test('whatever data is forged, nothing breaks, nothing is confirmed and nobody is shown in the clear', async () => {
  const person = await holder(journey, 1001);
  const number = numberIn(await askFor(person, /建造师/));
  await journey.work();
  const found = await journey.storage.transact(async (tx) => ({
    endorsement: await tx.endorsements.findByNumber(number),
    certificate: (await tx.certificates.ofHolder(id))[0],
  }));
  const { message_id: messageId } = await openCard(supervisor);
  const before = await stateOf();
  const args = [id, found.endorsement?.id ?? '', found.certificate?.id ?? '', 'nobody', '', '0', '9'.repeat(16)];
  const forged = fc.record({
    action: fc.constantFrom(...taps.map(([action]) => action), 'find:yes', 'find:toString', 'find:__proto__'),
    args: fc.array(fc.constantFrom(...args), { maxLength: 3 }),
    version: fc.constantFrom('', '', '~0', '~1', '~5'),
  });
  for (const { action, args: given, version } of fc.sample(forged, { numRuns: 120, seed: 4 })) {
    const data = [action, ...given].join(':') + version;
    const tap = await supervisor.client.tap({ messageId, data: data.slice(0, 64) });
    await supervisor.client.callbackAnswer(tap);
  }
  await journey.work();
  expect(await stateOf()).toBe(before);
  expect(journey.logged).toEqual([]);
  for (const secret of Object.values(PERSON)) expect(supervisor.client.screen()).not.toContain(secret);
  await supervisor.client.sendText('/cancel');
  await supervisor.client.waitForText(/取消|没有正在进行/);
  expect((await openCard(supervisor)).text).toContain(MASKED);
});
