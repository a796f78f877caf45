import type { Policy } from '../../policy/policy.ts';
import type { OpenAlert } from '../../ports/stores/service-stores.ts';
import type { Underway } from '../../ports/stores/queue-store.ts';
import type { Transaction } from '../../ports/storage.ts';
import { never } from '../../result.ts';
import { HOUR_MS, type Instant, later } from '../../time/instant.ts';

/**
 * What staff look after: copies being made within the promised time and past it, those given up by the service, and
 * those that may or may not have reached their holder.
 */
export const QUEUE_LISTS = ['overdue', 'failed', 'uncertain', 'generating'] as const;
export type QueueList = (typeof QUEUE_LISTS)[number];

/** One line of a list. An endorsement is in one list at most once. */
export interface QueueRow {
  endorsementId: string;
  /** Since when it is in this state; for what is still to be made, since it was asked for. */
  since: Instant;
  attempts: number | null;
  nextAttemptAt: Instant | null;
  /** A code for what the last attempt failed of. */
  because: string | null;
}

/** More than staff can look through; of such a list the oldest are shown. */
const MOST = 10_000;

export async function countQueue(tx: Transaction, policy: Policy, now: Instant): Promise<Record<QueueList, number>> {
  const { since, before } = await tx.queue.countUnderway(promisedSince(policy, now));
  const [failed, uncertain] = [await failedRows(tx), await uncertainRows(tx)];
  return { overdue: before, failed: failed.length, uncertain: uncertain.length, generating: since };
}

/** The oldest first. */
export async function listQueue(
  tx: Transaction,
  policy: Policy,
  now: Instant,
  list: QueueList,
  { offset, limit }: { offset: number; limit: number } = { offset: 0, limit: MOST },
): Promise<QueueRow[]> {
  const instant = promisedSince(policy, now);
  switch (list) {
    case 'generating':
      return (await tx.queue.underway({ since: instant }, { offset, limit })).map(underwayRow);
    case 'overdue':
      return (await tx.queue.underway({ before: instant }, { offset, limit })).map(underwayRow);
    case 'failed':
      return (await failedRows(tx)).slice(offset, offset + limit);
    case 'uncertain':
      return (await uncertainRows(tx)).slice(offset, offset + limit);
    default:
      return never(list);
  }
}

/** The list that an endorsement is in now, and its line there; undefined when it is in none. */
export async function findInQueue(
  tx: Transaction,
  policy: Policy,
  now: Instant,
  endorsementId: string,
): Promise<{ list: QueueList; row: QueueRow } | undefined> {
  const underway = await tx.queue.underwayOf(endorsementId);
  if (underway) {
    const isOverdue = underway.endorsement.requestedAt < promisedSince(policy, now);
    return { list: isOverdue ? 'overdue' : 'generating', row: underwayRow(underway) };
  }
  const failed = (await failedRows(tx)).find((row) => row.endorsementId === endorsementId);
  if (failed) return { list: 'failed', row: failed };
  const uncertain = (await uncertainRows(tx)).find((row) => row.endorsementId === endorsementId);
  return uncertain && { list: 'uncertain', row: uncertain };
}

/** Of the outbox's key of a copy, `copy:<endorsement>:…`. */
export function endorsementOfKey(key: string): string | undefined {
  const [kind, id] = key.split(':');
  return kind === 'copy' ? id : undefined;
}

/** Open alerts about copies of endorsements that were given up after too many attempts to send them. */
export async function unsentCopies(tx: Transaction): Promise<{ endorsementId: string; alert: OpenAlert }[]> {
  const alerts = await tx.alerts.openOfKind('outbox-dead');
  return alerts.flatMap((alert) => {
    const endorsementId = endorsementOfKey(String(alert.facts['key'] ?? ''));
    return endorsementId === undefined ? [] : [{ endorsementId, alert }];
  });
}

function promisedSince({ generation }: Policy, now: Instant): Instant {
  return later(now, -generation.promiseHours * HOUR_MS);
}

function underwayRow({ endorsement, attempts, nextAttemptAt, because }: Underway): QueueRow {
  return { endorsementId: endorsement.id, since: endorsement.requestedAt, attempts, nextAttemptAt, because };
}

async function failedRows(tx: Transaction): Promise<QueueRow[]> {
  const alerts = [
    ...(await tx.alerts.openOfKind('generation-failed')),
    ...(await tx.alerts.openOfKind('missing-glyph')),
  ];
  return alerts
    .flatMap(({ at, facts }) => {
      const { endorsementId, because } = facts;
      if (typeof endorsementId !== 'string') return [];
      const code = typeof because === 'string' ? because : null;
      return [{ endorsementId, since: at, attempts: null, nextAttemptAt: null, because: code }];
    })
    .sort((one, other) => one.since - other.since);
}

async function uncertainRows(tx: Transaction): Promise<QueueRow[]> {
  const rows = new Map<string, QueueRow>();
  for (const { endorsementId, alert } of await unsentCopies(tx)) {
    const attempts = typeof alert.facts['attempts'] === 'number' ? alert.facts['attempts'] : null;
    rows.set(endorsementId, { endorsementId, since: alert.at, attempts, nextAttemptAt: null, because: 'not-sent' });
  }
  for (const { message, createdAt, attempts, notBefore } of await tx.queue.uncertainCopies(MOST)) {
    if (message.kind !== 'copy') continue;
    const { endorsementId } = message;
    rows.set(endorsementId, {
      endorsementId,
      since: createdAt,
      attempts,
      nextAttemptAt: notBefore,
      because: 'no-answer',
    });
  }
  return [...rows.values()].sort((one, other) => one.since - other.since);
}
