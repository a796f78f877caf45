import type { DeliveryCount, QuarterCount, StatisticsStore, TimedEvent } from '../ports/stores/statistics-store.ts';
import { addDays, type CivilDate, daysBetween } from '../time/civil-date.ts';
import { HOUR_MS, type Instant, instant, later, type Zone } from '../time/instant.ts';
import { percentile } from './percentile.ts';

/** Today, or so many days that end today. */
export const PERIODS = [1, 7, 30, 90] as const;
export type Period = (typeof PERIODS)[number];

/** What happened in one day, or one hour of today. */
export interface FigurePoint {
  day: CivilDate;
  /** Of a single day; null when the point is a day. */
  hour: number | null;
  requested: number;
  renewed: number;
  reminded: number;
  /** Linked holders at its end; null for what is still to come. */
  linked: number | null;
  /** Counted by the day; null for an hour. */
  verified: number | null;
  /** Seconds from request to delivery, as the step that they fall into; null when nothing was delivered. */
  p50: number | null;
  p95: number | null;
}

export interface ServiceFigures {
  from: CivilDate;
  to: CivilDate;
  points: FigurePoint[];
  totals: Omit<FigurePoint, 'day' | 'hour'> & { linked: number; verified: number };
  /** The most frequent first. */
  refusals: { of: string; reason: string; count: number }[];
  verifications: { result: string; count: number }[];
}

interface Slot {
  day: CivilDate;
  hour: number | null;
  from: Instant;
  to: Instant;
}

/** How the service did in a period that ends today. */
export async function serviceFigures(
  statistics: StatisticsStore,
  zone: Zone,
  now: Instant,
  period: Period,
): Promise<ServiceFigures> {
  const to = zone.dateOf(now);
  const from = addDays(to, 1 - period);
  const slots = period === 1 ? hoursOf(zone, to) : daysOf(zone, from, to);
  const [start, end] = [slots[0]?.from ?? now, slots.at(-1)?.to ?? now];
  const counted: Counted = {
    ...(await eventsBetween(statistics, start, end)),
    deliveries: await statistics.deliveries(start, end),
    verified: await statistics.verifications(from, to),
  };
  const points = pointsOf(slots, counted, await statistics.linkedBefore(start), now);
  return {
    from,
    to,
    points,
    totals: totalsOf(counted, points.findLast((point) => point.linked !== null)?.linked ?? 0),
    refusals: added(await statistics.refusals(from, to), ({ of, reason }) => ({ of, reason })),
    verifications: added(counted.verified, ({ result }) => ({ result })),
  };
}

interface Counted extends Events {
  deliveries: DeliveryCount[];
  verified: { day: CivilDate; result: string; count: number }[];
}

function pointsOf(slots: readonly Slot[], counted: Counted, linkedBefore: number, now: Instant): FigurePoint[] {
  let linked = linkedBefore;
  return slots.map((slot) => {
    linked += countIn(counted.linked, slot) - countIn(counted.unlinked, slot);
    const delivered = counted.deliveries.filter(({ at }) => isIn(at, slot));
    return {
      day: slot.day,
      hour: slot.hour,
      requested: countIn(counted.requested, slot),
      renewed: countIn(counted.renewed, slot),
      reminded: countIn(counted.reminded, slot),
      linked: slot.from <= now ? linked : null,
      verified: slot.hour === null ? sum(counted.verified.filter(({ day }) => day === slot.day)) : null,
      p50: percentile(delivered, 0.5),
      p95: percentile(delivered, 0.95),
    };
  });
}

function totalsOf({ requested, renewed, reminded, verified, deliveries }: Counted, linked: number) {
  return {
    requested: sum(requested),
    renewed: sum(renewed),
    reminded: sum(reminded),
    linked,
    verified: sum(verified),
    p50: percentile(deliveries, 0.5),
    p95: percentile(deliveries, 0.95),
  };
}

type Events = Record<TimedEvent, QuarterCount[]>;

async function eventsBetween(statistics: StatisticsStore, from: Instant, to: Instant): Promise<Events> {
  return {
    requested: await statistics.perQuarter('requested', from, to),
    renewed: await statistics.perQuarter('renewed', from, to),
    reminded: await statistics.perQuarter('reminded', from, to),
    linked: await statistics.perQuarter('linked', from, to),
    unlinked: await statistics.perQuarter('unlinked', from, to),
  };
}

function daysOf(zone: Zone, from: CivilDate, to: CivilDate): Slot[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => {
    const day = addDays(from, index);
    return { day, hour: null, from: zone.at(day), to: zone.endOf(day) };
  });
}

/** A day of 23 or 25 hours has as many. */
function hoursOf(zone: Zone, day: CivilDate): Slot[] {
  const [start, end] = [zone.at(day), zone.endOf(day)];
  return Array.from({ length: Math.round((end - start) / HOUR_MS) }, (_, index) => {
    const from = instant(start + index * HOUR_MS);
    return { day, hour: zone.wallClock(from).hour, from, to: later(from, HOUR_MS) };
  });
}

function isIn(at: Instant, { from, to }: Slot): boolean {
  return at >= from && at < to;
}

function countIn(counts: readonly QuarterCount[], slot: Slot): number {
  return sum(counts.filter(({ at }) => isIn(at, slot)));
}

function sum(counts: readonly { count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

/** Counts of what is the same in `of`, added up. */
function added<T extends { count: number }, K extends object>(
  rows: readonly T[],
  of: (row: T) => K,
): (K & { count: number })[] {
  const totals = new Map<string, K & { count: number }>();
  for (const row of rows) {
    const key = JSON.stringify(of(row));
    totals.set(key, { ...of(row), count: (totals.get(key)?.count ?? 0) + row.count });
  }
  return [...totals.values()].sort((one, other) => other.count - one.count);
}
