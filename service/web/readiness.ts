import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Transaction } from '../../engine/ports/storage.ts';
import type { Reading } from '../../engine/ports/stores/verification-stores.ts';
import { HOUR_MS, type Instant } from '../../engine/time/instant.ts';
import { senderLease } from '../../engine/outbox/deliver.ts';
import type { OutboxItem, OutboxStatus } from '../../engine/outbox/outbox-item.ts';
import type { Readiness } from '../../web/operations/readiness.ts';
import type { QueueLengths } from '../metrics.ts';

type Bot = OutboxItem['bot'];

export interface ReadinessDeps {
  reading: Reading;
  clock: Clock;
  bots: readonly Bot[];
}

/** A database that doesn't answer a look-up within this is as good as gone. */
const PATIENCE_MS = 2000;
/** Copies take seconds, and are promised within a day: whoever watches should know well before. */
const LONGEST_WAIT_MS = HOUR_MS;
/** What was sent stays and is of no interest; counting it would take ever longer. */
const COUNTED = ['queued', 'sending', 'uncertain', 'dead'] as const satisfies readonly OutboxStatus[];

/** Asks the database, whether each bot's sender is at work, and how long the oldest job and message wait. */
export async function readiness({ bots, clock, reading }: ReadinessDeps): Promise<Readiness> {
  const answered = new AbortController();
  const late = sleep(PATIENCE_MS, { database: 'slow' }, { signal: answered.signal }).catch(() => ({
    database: 'slow',
  }));
  const looked = reading.read((tx) => look(tx, bots, clock.now())).catch(() => ({ database: 'unreachable' }));
  const checks: Record<string, string> = await Promise.race([looked, late]);
  answered.abort();
  return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
}

async function look(tx: Transaction, bots: readonly Bot[], now: Instant): Promise<Record<string, string>> {
  const { oldest } = await tx.jobs.backlog();
  const checks: Record<string, string> = { database: 'ok', generation: isLate(oldest, now) ? 'lagging' : 'ok' };
  for (const bot of bots) {
    const sending = (await tx.leases.owner(senderLease(bot), now)) !== undefined;
    checks[`${bot}-sender`] = sending ? 'ok' : 'stopped';
    checks[`${bot}-outbox`] = isLate(await tx.outbox.oldestDue(bot, now), now) ? 'lagging' : 'ok';
  }
  return checks;
}

export function queueLengths({ bots, clock, reading }: ReadinessDeps): Promise<QueueLengths> {
  return reading.read(async (tx) => {
    const { count, oldest } = await tx.jobs.backlog();
    const outbox: { bot: string; status: string; count: number }[] = [];
    for (const bot of bots) {
      for (const status of COUNTED) {
        outbox.push({ bot, status, count: await tx.outbox.count(bot, status) });
      }
    }
    const oldestJobSeconds = oldest === null ? 0 : Math.max(0, (clock.now() - oldest) / 1000);
    return { jobs: count, oldestJobSeconds, outbox };
  });
}

function isLate(since: Instant | null, now: Instant): boolean {
  return since !== null && now - since > LONGEST_WAIT_MS;
}
