import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { offerEndorsement } from '../../../engine/endorsement/offer-endorsement.ts';
import { deliverDue } from '../../../engine/outbox/deliver.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import { remindHolders } from '../../../engine/reminder/remind-holders.ts';
import { percentile } from '../../../engine/statistics/percentile.ts';
import { type Period, serviceFigures } from '../../../engine/statistics/service-figures.ts';
import { DAY_MS, HOUR_MS } from '../../../engine/time/instant.ts';
import { day } from '../arbitraries.ts';
import { World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

const inTx = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => world.storage.transact(work);
const figures = (period: Period) => inTx((tx) => serviceFigures(tx.statistics, world.zone, world.clock.now(), period));

/** Has everything sent that is due, `seconds` from now. */
async function send(seconds = 0): Promise<void> {
  world.clock.advance({ ms: seconds * 1000 });
  const courier = { deliver: async () => ({ kind: 'sent', messageId: 1 }) as const };
  const deps = { ...world, bot: 'holder', courier, owner: 'test', onFault: () => undefined } as const;
  for (;;) {
    const round = await deliverDue(deps);
    if (!round.leased || round.handled === 0) return;
  }
}

describe('the figures of the service', () => {
  it('count requests and deliveries by the hour of today', async () => {
    await world.valid();
    await send(3);
    world.clock.advance({ ms: HOUR_MS });
    await world.valid();
    await send(40);
    const { points, totals, from, to } = await figures(1);
    expect([from, to]).toEqual([day('2026-11-20'), day('2026-11-20')]);
    expect(points).toHaveLength(24);
    expect(points[9]).toMatchObject({ hour: 9, requested: 1, p50: 3, p95: 3, linked: 1 });
    expect(points[10]).toMatchObject({ hour: 10, requested: 1, p50: 40 });
    expect(points[11]).toMatchObject({ requested: 0, linked: null, p50: null, p95: null });
    expect(totals).toMatchObject({ requested: 2, p50: 3, p95: 40, linked: 1 });
  });

  it('are counted by the quarter in the database, however much happened', async () => {
    const from = world.clock.now();
    for (let n = 0; n < 3; n += 1) {
      await world.requested();
      world.clock.advance({ ms: 1000 });
    }
    const counts = await inTx((tx) => tx.statistics.perQuarter('requested', from, world.clock.now()));
    expect(counts).toEqual([{ at: from, count: 3 }]);
  });

  it('count by the civil days of the zone', async () => {
    // 23:30 and 00:30 in Shanghai, on the same day of UTC.
    world.clock.advance({ ms: 14.5 * HOUR_MS });
    await world.valid();
    world.clock.advance({ ms: HOUR_MS });
    await world.valid();
    const { points } = await figures(7);
    expect(points).toHaveLength(7);
    expect(points.map(({ requested }) => requested)).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(points.at(-1)).toMatchObject({ day: '2026-11-21', hour: null });
  });

  it('follow how many holders are linked', async () => {
    world.clock.advance({ ms: 2 * DAY_MS });
    await inTx(async (tx) => {
      const link = await tx.links.activeOfHolder('h1');
      await tx.links.end(link?.id ?? '', 'by-holder', world.clock.now());
    });
    const { points, totals } = await figures(7);
    expect(points.map(({ linked }) => linked)).toEqual([0, 0, 0, 0, 1, 1, 0]);
    expect(totals.linked).toBe(0);
  });

  it('count a request after a reminder of the same certificate as renewed, and no other', async () => {
    await world.valid({ validity: { days: 30 } });
    await send();
    expect((await figures(30)).totals).toMatchObject({ requested: 1, renewed: 0, reminded: 0 });
    world.clock.advance({ ms: 24 * DAY_MS });
    await remindHolders(world.storage, world.policy, world.zone, world.clock.now());
    await send();
    await world.valid();
    const { totals } = await figures(30);
    expect(totals).toMatchObject({ requested: 2, reminded: 1, renewed: 1 });
  });

  it('name refusals by their reasons, the most frequent first', async () => {
    for (let n = 0; n < world.policy.quota.limit; n += 1) await world.requested();
    for (let n = 0; n < 2; n += 1) expect(await world.request()).toMatchObject({ ok: false });
    const ask = { now: world.clock.now(), holderId: 'h1', certificateId: 'c1' };
    expect(await inTx((tx) => offerEndorsement(tx, world, ask))).toMatchObject({ ok: false });
    await world.request({ scenario: 'none' });
    expect((await figures(1)).refusals).toEqual([
      { of: 'request', reason: 'quota-used-up', count: 3 },
      { of: 'request', reason: 'unknown-scenario', count: 1 },
    ]);
  });

  it('count verifications by day and result, and how often one endorsement was verified', async () => {
    const today = world.zone.dateOf(world.clock.now());
    await inTx(async (tx) => {
      const verified = { door: 'page', result: 'valid', endorsementId: 'e1' } as const;
      await tx.statistics.addVerification(today, verified);
      await tx.statistics.addVerification(today, verified);
      await tx.statistics.addVerification(today, { ...verified, door: 'chat' });
      await tx.statistics.addVerification(today, { door: 'chat', result: 'unknown', endorsementId: null });
    });
    const { verifications, totals } = await figures(7);
    expect(verifications).toEqual([
      { result: 'valid', count: 3 },
      { result: 'unknown', count: 1 },
    ]);
    expect(totals.verified).toBe(4);
    expect(await inTx((tx) => tx.statistics.verificationsOf('e1'))).toBe(3);
    expect(await inTx((tx) => tx.statistics.verificationsOf('e2'))).toBe(0);
  });
});

describe('a percentile', () => {
  it('is the step within which that part of all came', () => {
    const counts = [
      { seconds: 60, count: 1 },
      { seconds: 1, count: 15 },
      { seconds: 2, count: 4 },
    ];
    expect([0.5, 0.75, 0.95, 0.99, 1].map((part) => percentile(counts, part))).toEqual([1, 1, 2, 60, 60]);
    expect(percentile([], 0.5)).toBeNull();
  });
});
