import type { Insertable, Selectable } from 'kysely';
import type { OutboxItem, OutboxMessage, OutboxStatus, StaffMessage } from '../../engine/outbox/outbox-item.ts';
import { JsonColumn } from '../rows.ts';
import type { Flag, OutboxRow } from '../tables.ts';

const TO_HOLDER = new JsonColumn<OutboxMessage>();
const TO_STAFF = new JsonColumn<StaffMessage>();

export function outboxItemToRow(item: OutboxItem): Insertable<OutboxRow> {
  return {
    id: item.id,
    key: item.key,
    bot: item.bot,
    account_id: item.accountId,
    priority: item.priority,
    kind: item.message.kind,
    message: item.bot === 'staff' ? TO_STAFF.write(item.message) : TO_HOLDER.write(item.message),
    status: item.status,
    settled: isFinal(item.status),
    attempts: item.attempts,
    not_before: item.notBefore,
    created_at: item.createdAt,
    settled_at: null,
    message_id: null,
    error: null,
  };
}

export function outboxItemFromRow(row: Selectable<OutboxRow> & Pick<OutboxItem, 'status'>): OutboxItem {
  const item = {
    id: row.id,
    key: row.key,
    accountId: row.account_id,
    priority: row.priority,
    status: row.status,
    attempts: row.attempts,
    notBefore: row.not_before,
    createdAt: row.created_at,
  };
  return row.bot === 'staff'
    ? { ...item, bot: 'staff', message: TO_STAFF.read(row.message) }
    : { ...item, bot: 'holder', message: TO_HOLDER.read(row.message) };
}

/** Whether nothing more is tried. */
export function isFinal(status: OutboxStatus): Flag {
  return status === 'sent' || status === 'dead' ? 1 : 0;
}
