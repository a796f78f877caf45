import { retryGeneration, type RetryRefusal } from '../../endorsement/retry-generation.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Transaction } from '../../ports/storage.ts';
import { type Result, done } from '../../result.ts';
import type { Instant, Zone } from '../../time/instant.ts';
import { giveUpGeneration, type GiveUpRefusal } from './give-up-generation.ts';
import type { QueueList } from './queue-lists.ts';

import { giveUpCopy, type NothingUncertain, retryCopy, type RetryCopyRefusal } from './retry-copy.ts';

/** What a member can do about a line of the queue. */
export type QueueDeed = 'retry' | 'give-up';

export type QueueRefusal = RetryRefusal | GiveUpRefusal | RetryCopyRefusal | NothingUncertain;

export interface QueueAsk {
  now: Instant;
  /** The list in which the member saw it. */
  list: QueueList;
  deed: QueueDeed;
  endorsementId: string;
}

/** Retries or gives up what a line of the queue is about; refused when it isn't as the member saw it. */
export async function settleQueued(
  tx: Transaction,
  deps: { policy: Policy; zone: Zone },
  { list, deed, ...ask }: QueueAsk,
): Promise<Result<'done', QueueRefusal>> {
  const settled = await settle(tx, deps, list, deed, ask);
  return settled.ok ? done('done') : settled;
}

function settle(
  tx: Transaction,
  deps: { policy: Policy; zone: Zone },
  list: QueueList,
  deed: QueueDeed,
  ask: { now: Instant; endorsementId: string },
): Promise<Result<unknown, QueueRefusal>> {
  if (list === 'uncertain') return deed === 'retry' ? retryCopy(tx, ask) : giveUpCopy(tx, ask);
  return deed === 'retry' ? retryGeneration(tx, deps, ask) : giveUpGeneration(tx, ask);
}
