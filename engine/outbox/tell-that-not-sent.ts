import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import { enqueue, outboxKey } from './enqueue.ts';
import type { OutboxItem } from './outbox-item.ts';

/** A plain copy will not be sent: whoever asked for it was told that it comes by itself. Nothing for other items. */
export async function tellThatNotSent(tx: Transaction, item: OutboxItem, now: Instant): Promise<void> {
  if (item.bot !== 'holder' || item.message.kind !== 'plain-copy') return;
  const { accountId, key } = item;
  await tx.outbox.cancel(outboxKey.plainCopyWaits(key));
  const message = { kind: 'plain-copy-failed', certificateId: item.message.certificateId, item: key } as const;
  await enqueue(tx, now, { key: outboxKey.plainCopyFailed(key), accountId, message });
}
