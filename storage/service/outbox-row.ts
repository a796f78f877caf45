import type { Insertable, Selectable } from 'kysely';
import type { OutboxItem, OutboxMessage, OutboxStatus } from '../../engine/outbox/outbox-item.ts';
import { JsonColumn } from '../rows.ts';
import type { Flag, OutboxRow } from '../tables.ts';

const MESSAGE = new JsonColumn<OutboxMessage>();

export function outboxItemToRow(item: OutboxItem): Insertable<OutboxRow> {
  return {
    id: item.id,
    key: item.key,
    bot: item.bot,
    account_id: item.accountId,
    priority: item.priority,
    kind: item.message.kind,
    message: MESSAGE.write(item.message),
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
  return {
    id: row.id,
    key: row.key,
    bot: row.bot === 'staff' ? 'staff' : 'holder',
    accountId: row.account_id,
    priority: row.priority,
    message: MESSAGE.read(row.message),
    status: row.status,
    attempts: row.attempts,
    notBefore: row.not_before,
    createdAt: row.created_at,
  };
}

/** Whether nothing more is tried. */
export function isFinal(status: OutboxStatus): Flag {
  return status === 'sent' || status === 'dead' ? 1 : 0;
}
