import { sql } from 'kysely';
import type { TimedEvent } from '../../engine/ports/stores/statistics-store.ts';
import { never } from '../../engine/result.ts';
import { DAY_MS, type Instant } from '../../engine/time/instant.ts';
import type { Db } from '../tables.ts';

/** How long after a reminder a request is taken for its success. */
const RENEWED_WITHIN_MS = 30 * DAY_MS;

/** When each event of a kind happened, from `from` until before `to`. */
export function eventsOf(db: Db, event: TimedEvent, from: Instant, to: Instant) {
  switch (event) {
    case 'requested':
      return requested(db, from, to);
    case 'renewed':
      return renewed(db, from, to);
    case 'reminded':
      return db
        .selectFrom('outbox')
        .select(sql<Instant>`settled_at`.as('at'))
        .where(sql<boolean>`kind = 'reminder' and status = 'sent'`)
        .where('settled_at', '>=', from)
        .where('settled_at', '<', to);
    case 'linked':
      return db
        .selectFrom('link')
        .select(sql<Instant>`linked_at`.as('at'))
        .where('linked_at', '>=', from)
        .where('linked_at', '<', to);
    case 'unlinked':
      return db
        .selectFrom('link')
        .select(sql<Instant>`ended_at`.as('at'))
        .where('ended_at', '>=', from)
        .where('ended_at', '<', to);
    default:
      return never(event);
  }
}

function requested(db: Db, from: Instant, to: Instant) {
  return db
    .selectFrom('endorsement as asked')
    .select(sql<Instant>`asked.requested_at`.as('at'))
    .where('asked.requested_at', '>=', from)
    .where('asked.requested_at', '<', to);
}

// The key of a reminder is `reminder:<endorsement>:<days>`; a semicolon comes right after a colon.
function renewed(db: Db, from: Instant, to: Instant) {
  return requested(db, from, to).where(({ exists, selectFrom }) =>
    exists(
      selectFrom('endorsement as old')
        .innerJoin('outbox', (join) =>
          join
            .on('outbox.key', '>=', sql<string>`'reminder:' || old.id || ':'`)
            .on('outbox.key', '<', sql<string>`'reminder:' || old.id || ';'`),
        )
        .select('old.id')
        .whereRef('old.certificate_id', '=', 'asked.certificate_id')
        .where('outbox.status', '=', 'sent')
        .whereRef('outbox.settled_at', '<=', 'asked.requested_at')
        .where(sql<boolean>`outbox.settled_at > asked.requested_at - ${sql.lit(RENEWED_WITHIN_MS)}`),
    ),
  );
}
