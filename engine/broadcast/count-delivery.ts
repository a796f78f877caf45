import type { OutboxItem } from '../outbox/outbox-item.ts';
import type { Transaction } from '../ports/storage.ts';

/** Counts, in a broadcast, an item of it that nothing more is tried with. What else an item may say is none of its. */
export async function countDelivery(
  tx: Transaction,
  { message }: Pick<OutboxItem, 'message'>,
  end: 'sent' | 'failed',
): Promise<void> {
  if (message.kind === 'broadcast') await tx.broadcasts.countDelivery(message.broadcastId, end);
}
