import type { Policy } from '../../policy/policy.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Storage, Transaction } from '../../ports/storage.ts';
import { done, type Result } from '../../result.ts';
import type { Instant, Zone } from '../../time/instant.ts';
import { act, type NotAllowed } from '../act.ts';
import { listQueue, type QueueList } from './queue-lists.ts';
import { type QueueDeed, settleQueued } from './settle-queued.ts';

interface Deps {
  storage: Storage;
  clock: Clock;
  policy: Policy;
  zone: Zone;
}

export interface AllOfList {
  /** Who has it done. */
  memberId: string;
  list: QueueList;
  deed: QueueDeed;
  onProgress: (settled: number, total: number) => void;
}

/** What became of a list; `stopped`: the member is no longer allowed to do that, and the rest was left alone. */
export interface SettledList {
  done: number;
  refused: number;
  stopped: NotAllowed | null;
}

/** Other people's turns come in between. */
const AT_ONCE = 50;

/**
 * Retries or gives up all that is in a list at the beginning, each line with an audit row of its own. Done again, it
 * finds those done already to have changed.
 */
export async function settleAll(deps: Deps, all: AllOfList): Promise<SettledList> {
  const { storage, clock } = deps;
  const rows = await storage.transact((tx) => listQueue(tx, clock.now(), all.list));
  const settled: SettledList = { done: 0, refused: 0, stopped: null };
  for (let start = 0; start < rows.length && settled.stopped === null; start += AT_ONCE) {
    const some = rows.slice(start, start + AT_ONCE);
    const { done: more, refused, stopped } = await storage.transact((tx) => settleSome(tx, deps, all, some));
    settled.done += more;
    settled.refused += refused;
    settled.stopped = stopped;
    all.onProgress(settled.done + settled.refused, rows.length);
  }
  return settled;
}

async function settleSome(
  tx: Transaction,
  deps: Deps,
  all: AllOfList,
  rows: readonly { endorsementId: string }[],
): Promise<SettledList> {
  const settled: SettledList = { done: 0, refused: 0, stopped: null };
  const now = deps.clock.now();
  for (const { endorsementId } of rows) {
    const result = await settleOne(tx, deps, all, { now, endorsementId });
    if (!result.ok) return { ...settled, stopped: result.refusal };
    settled[result.value] += 1;
  }
  return settled;
}

/** As the member is now: whoever was suspended meanwhile does nothing any more. */
async function settleOne(
  tx: Transaction,
  deps: Deps,
  { memberId, list, deed }: AllOfList,
  { now, endorsementId }: { now: Instant; endorsementId: string },
): Promise<Result<'done' | 'refused', NotAllowed>> {
  const member = await tx.staff.members.get(memberId);
  if (!member) throw new Error(`the member ${memberId} whose task it is is gone`);
  return act(tx, { now, member, capability: deed, action: `queue:${deed}` }, async (note) => {
    const endorsement = await tx.endorsements.get(endorsementId);
    const settled = await settleQueued(tx, deps, { now, list, deed, endorsementId });
    note({
      facts: { list },
      ...(endorsement && { about: endorsement.number, holderId: endorsement.holderId }),
      ...(!settled.ok && { refusal: settled.refusal.kind }),
    });
    return done(settled.ok ? 'done' : 'refused');
  });
}
