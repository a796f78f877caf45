import { generationKey } from '../../generation/fail-generation.ts';
import { outboxKey, unsentKey } from '../../outbox/enqueue.ts';
import type { OutboxItem } from '../../outbox/outbox-item.ts';
import type { OpenAlert } from '../../ports/stores/service-stores.ts';
import type { Underway } from '../../ports/stores/queue-store.ts';
import type { Transaction } from '../../ports/storage.ts';
import { never } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';

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

export async function countQueue(tx: Transaction, now: Instant): Promise<Record<QueueList, number>> {
  const { inTime, overdue } = await tx.queue.countUnderway(now);
  const [failed, uncertain] = [await allFailed(tx), await allUncertain(tx)];
  return { overdue, failed: failed.length, uncertain: uncertain.length, generating: inTime };
}

/** What was promised soonest first where it is still to be made, and what has been so the longest where it is not. */
export async function listQueue(
  tx: Transaction,
  now: Instant,
  list: QueueList,
  { offset, limit }: { offset: number; limit: number } = { offset: 0, limit: MOST },
): Promise<QueueRow[]> {
  switch (list) {
    case 'generating':
      return (await tx.queue.underway('in-time', now, { offset, limit })).map(underwayRow);
    case 'overdue':
      return (await tx.queue.underway('overdue', now, { offset, limit })).map(underwayRow);
    case 'failed':
      return (await allFailed(tx)).slice(offset, offset + limit);
    case 'uncertain':
      return (await allUncertain(tx)).slice(offset, offset + limit);
    default:
      return never(list);
  }
}

/** The list that an endorsement is in now, and its line there; undefined when it is in none. */
export async function findInQueue(
  tx: Transaction,
  now: Instant,
  endorsementId: string,
): Promise<{ list: QueueList; row: QueueRow } | undefined> {
  const underway = await tx.queue.underwayOf(endorsementId);
  if (underway) {
    const isOverdue = underway.endorsement.promisedBy < now;
    return { list: isOverdue ? 'overdue' : 'generating', row: underwayRow(underway) };
  }
  const [failed] = failedRows(await tx.alerts.openUnder(generationKey(endorsementId)));
  if (failed) return { list: 'failed', row: failed };
  const unsent = await tx.alerts.openUnder(unsentKey(outboxKey.copies(endorsementId)));
  const [uncertain] = uncertainRows(unsent, await tx.queue.uncertainCopiesOf(endorsementId));
  return uncertain && { list: 'uncertain', row: uncertain };
}

/** Of the outbox's key of a copy, `copy:<endorsement>:…`. */
export function endorsementOfKey(key: string): string | undefined {
  const [kind, id] = key.split(':');
  return kind === 'copy' ? id : undefined;
}

function underwayRow({ endorsement, attempts, nextAttemptAt, because }: Underway): QueueRow {
  return { endorsementId: endorsement.id, since: endorsement.requestedAt, attempts, nextAttemptAt, because };
}

async function allFailed(tx: Transaction): Promise<QueueRow[]> {
  return failedRows([
    ...(await tx.alerts.openOfKind('generation-failed')),
    ...(await tx.alerts.openOfKind('missing-glyph')),
  ]);
}

function failedRows(alerts: readonly OpenAlert[]): QueueRow[] {
  return alerts
    .flatMap(({ at, facts }) => {
      const { endorsementId, because } = facts;
      if (typeof endorsementId !== 'string') return [];
      const code = typeof because === 'string' ? because : null;
      return [{ endorsementId, since: at, attempts: null, nextAttemptAt: null, because: code }];
    })
    .sort((one, other) => one.since - other.since);
}

async function allUncertain(tx: Transaction): Promise<QueueRow[]> {
  return uncertainRows(await tx.alerts.openOfKind('outbox-dead'), await tx.queue.uncertainCopies(MOST));
}

/** Of copies that were given up after too many attempts to send them, and of those that are still tried. */
function uncertainRows(unsent: readonly OpenAlert[], tried: readonly OutboxItem[]): QueueRow[] {
  const rows = new Map<string, QueueRow>();
  for (const { at: since, facts } of unsent) {
    const endorsementId = endorsementOfKey(String(facts['key'] ?? ''));
    if (endorsementId === undefined) continue;
    const attempts = typeof facts['attempts'] === 'number' ? facts['attempts'] : null;
    rows.set(endorsementId, { endorsementId, since, attempts, nextAttemptAt: null, because: 'not-sent' });
  }
  for (const { message, createdAt: since, attempts, notBefore: nextAttemptAt } of tried) {
    if (message.kind !== 'copy') continue;
    const { endorsementId } = message;
    rows.set(endorsementId, { endorsementId, since, attempts, nextAttemptAt, because: 'no-answer' });
  }
  return [...rows.values()].sort((one, other) => one.since - other.since);
}
