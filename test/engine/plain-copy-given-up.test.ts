import { afterEach, beforeEach, expect, it } from 'vitest';
import { fetchPlainCopy } from '../../engine/endorsement/fetch-copy.ts';
import { deliverDue } from '../../engine/outbox/deliver.ts';
import type { Delivery } from '../../engine/ports/courier.ts';
import { withdrawCertificate } from '../../engine/registry/withdraw-certificate.ts';
import { HOUR_MS } from '../../engine/time/instant.ts';
import { day } from './arbitraries.ts';
import { AUCTIONEER, certificateOf, World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
  const plain = certificateOf('h1', 'c9', { qualification: AUCTIONEER.code, issuedOn: day('2021-12-16') });
  await world.storage.transact((tx) => tx.certificates.insertMany([plain]));
});
afterEach(() => world.storage.close());

let updateId = 0;
async function ask(): Promise<void> {
  updateId += 1;
  const asked = { now: world.clock.now(), accountId: 'a1', holderId: 'h1', certificateId: 'c9', updateId };
  expect(await world.storage.transact((tx) => fetchPlainCopy(tx, world, asked))).toMatchObject({ ok: true });
}

/** Sends for so many hours what is due, plain copies with this outcome; answers the kinds of what was sent. */
async function sendFor(hours: number, outcome: Delivery): Promise<string[]> {
  const tried: string[] = [];
  const { clock, faults, policy, storage, zone } = world;
  const deps = { storage, clock, policy, zone, bot: 'holder', owner: 'sender' } as const;
  const courier = {
    async deliver({ message: { kind } }: { message: { kind: string } }, claim: () => Promise<boolean>) {
      expect(await claim()).toBe(true);
      tried.push(kind);
      return kind === 'plain-copy' ? outcome : ({ kind: 'sent', messageId: tried.length } as const);
    },
  };
  for (let hour = 0; hour < hours; hour += 1) {
    let round = await deliverDue({ ...deps, courier, onFault: (fault) => faults.push(fault) });
    while (round.leased && round.handled > 0) {
      round = await deliverDue({ ...deps, courier, onFault: (fault) => faults.push(fault) });
    }
    clock.advance({ ms: HOUR_MS });
  }
  return tried;
}

const SENT: Delivery = { kind: 'sent', messageId: 1 };

it.each<[string, Delivery]>([
  ['could not be sent for long', { kind: 'again', detail: 'no network' }],
  ['is refused', { kind: 'refused', reason: 'bad-request', detail: 'wrong file' }],
])('whoever asked for a plain copy that %s is told so, once', async (_, outcome) => {
  await ask();
  const tried = await sendFor(60, outcome);
  expect(tried.filter((kind) => kind !== 'plain-copy')).toEqual(['plain-copy-failed']);
  expect((await world.alerts()).map(({ kind }) => kind)).toEqual(['outbox-dead']);
});

it('nobody is told that a plain copy didn’t come which may have come', async () => {
  await ask();
  expect(await sendFor(60, { kind: 'unknown', detail: 'no answer' })).toEqual(
    Array.from({ length: 6 }, () => 'plain-copy'),
  );
});

it('whoever waits for the plain copy of a certificate that is withdrawn is told that it won’t come', async () => {
  await ask();
  await sendFor(1, { kind: 'again', detail: 'no network' });
  const withdrawal = { now: world.clock.now(), certificateId: 'c9' };
  await world.storage.transact((tx) => withdrawCertificate(tx, world, withdrawal));
  expect(await sendFor(3, SENT)).toEqual(['plain-copy-failed']);
});

it('asking again hurries the plain copy that is on its way, and makes no second one', async () => {
  await ask();
  expect(await sendFor(6, { kind: 'again', afterMs: 9 * HOUR_MS, detail: 'busy' })).toEqual(['plain-copy']);
  await ask();
  await ask();
  expect(await sendFor(1, SENT)).toEqual(['plain-copy']);
  expect(await sendFor(24, SENT)).toEqual([]);
  await ask();
  expect(await sendFor(1, SENT)).toEqual(['plain-copy']);
});
