import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Generated } from '../engine/generation/generate-copy.ts';
import type { Round } from '../engine/outbox/deliver.ts';
import type { Verification } from '../web/web-deps.ts';

/** What the service counts, for Prometheus. No label ever says who. */
export interface Metrics {
  readonly registry: Registry;
  /** An update of a bot was handled. */
  handled(bot: string): void;
  /** Somebody was refused something, by a rule of this kind. */
  refused(kind: string): void;
  /** A round of a sender is over. */
  delivered(bot: string, round: Round): void;
  /** Telegram said that it is too much. */
  tooMany(bot: string): void;
  /** A job was taken up, and how long it took. */
  generated(outcome: Generated, seconds: number): void;
  verified(verification: Pick<Verification, 'by' | 'door' | 'reason'>): void;
}

/** Copies take milliseconds with a key at hand, and seconds with a signing service or a time-stamping authority. */
const ISSUE_SECONDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `jiazhu_${name}`, help, labelNames, registers });
  const updates = counter('updates_total', 'Updates handled.', ['bot']);
  const refusals = counter('refusals_total', 'Requests refused by a rule.', ['kind']);
  const sends = counter('sends_total', 'Messages of the outbox, by what came of them.', ['bot', 'outcome']);
  const tooMany = counter('telegram_429_total', 'Calls that Telegram answered with 429.', ['bot']);
  const verifications = counter('verifications_total', 'Verifications.', ['door', 'by', 'reason']);
  const issue = new Histogram({
    name: 'jiazhu_issue_seconds',
    help: 'Time that a job for a copy took, by its outcome.',
    labelNames: ['outcome'],
    buckets: ISSUE_SECONDS,
    registers,
  });
  return {
    registry,
    handled: (bot) => updates.inc({ bot }),
    refused: (kind) => refusals.inc({ kind }),
    delivered(bot, round) {
      if (!round.leased) return;
      for (const [outcome, count] of Object.entries(round.outcomes)) sends.inc({ bot, outcome }, count);
    },
    tooMany: (bot) => tooMany.inc({ bot }),
    generated(outcome, seconds) {
      if (outcome !== 'idle') issue.observe({ outcome }, seconds);
    },
    verified: ({ by, door, reason }) => verifications.inc({ door, by, reason }),
  };
}

/** How long the queues are, found out when somebody asks. */
export interface QueueLengths {
  jobs: number;
  oldestJobSeconds: number;
  outbox: readonly { bot: string; status: string; count: number }[];
}

export function watchQueues({ registry }: Metrics, lengths: () => Promise<QueueLengths>): void {
  const registers = [registry];
  const outbox = new Gauge({
    name: 'jiazhu_outbox_items',
    help: 'Messages that wait, are being sent, or were given up.',
    labelNames: ['bot', 'status'],
    registers,
  });
  const oldest = new Gauge({ name: 'jiazhu_jobs_oldest_seconds', help: 'How long the oldest job waits.', registers });
  // One of the three asks for all: a scrape collects them together.
  const jobs = new Gauge({
    name: 'jiazhu_jobs',
    help: 'Copies that are still to be made.',
    registers: [],
    async collect() {
      const now = await lengths();
      this.set(now.jobs);
      oldest.set(now.oldestJobSeconds);
      for (const { bot, count, status } of now.outbox) outbox.set({ bot, status }, count);
    },
  });
  registry.registerMetric(jobs);
}
