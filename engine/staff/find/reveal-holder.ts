import type { Transaction } from '../../ports/storage.ts';
import type { Holder } from '../../registry/holder.ts';
import { type Instant, later } from '../../time/instant.ts';

/** How long personal data is shown in the clear. */
export const REVEAL_SECONDS = 60;

/** What is shown for a while, and until when. Personal data. */
export interface Revealed {
  holder: Pick<Holder, 'name' | 'documentType' | 'documentNumber' | 'phone'>;
  until: Instant;
}

/**
 * Unmasks a holder for a minute in a message that is there already, and has that message deleted then, also after a
 * restart. Undefined when there is no such holder.
 */
export async function revealHolder(
  tx: Transaction,
  { now, holderId, shownIn }: { now: Instant; holderId: string; shownIn: { chatId: number; messageId: number } },
): Promise<Revealed | undefined> {
  const holder = await tx.holders.get(holderId);
  if (!holder) return undefined;
  const { name, documentType, documentNumber, phone } = holder;
  const until = later(now, REVEAL_SECONDS * 1000);
  await tx.staff.deletions.add({ ...shownIn, at: until });
  return { holder: { name, documentType, documentNumber, phone }, until };
}
