import type { OutboxItem } from '../../../engine/outbox/outbox-item.ts';
import type { Clock } from '../../../engine/ports/clock.ts';
import type { Storage, Transaction } from '../../../engine/ports/storage.ts';
import type { Instant } from '../../../engine/time/instant.ts';
import type { Effect } from '../effects.ts';
import { type EffectDeps, sendEffects, type SendReport } from '../sending/send-effects.ts';

/** What one update is answered with. Kept with the update until it went out. */
export interface Reply {
  chatId: number;
  /** The forum topic that it is said in; null outside topics. */
  threadId: number | null;
  effects: Effect[];
  /** What it is about, for whoever notes what came of it. */
  about: string | null;
}

export interface KeptReply {
  updateId: number;
  reply: Reply;
}

export interface ReplyDeps extends EffectDeps {
  bot: OutboxItem['bot'];
  storage: Storage;
  clock: Clock;
  /** A reply kept from before, without what time has overtaken; as it is when left out. */
  stillTrue?: (tx: Transaction, reply: Reply) => Promise<Effect[]>;
  /** Notes what came of sending a reply, in the transaction that drops it. */
  settle?: (tx: Transaction, reply: Reply, report: SendReport, now: Instant) => Promise<void>;
}

/**
 * Decides on an update and notes it with its reply, once: when it comes again, because a process was killed in
 * between, its reply is the one kept, or nothing when that went out.
 */
export function decideOnce(
  deps: Pick<ReplyDeps, 'bot' | 'storage' | 'clock' | 'stillTrue'>,
  updateId: number,
  decide: (tx: Transaction, now: Instant) => Promise<Reply>,
): Promise<KeptReply | undefined> {
  const { bot, storage, clock } = deps;
  return storage.transact(async (tx) => {
    const noted = await tx.updates.find(bot, updateId);
    if (noted) return noted.answered ? undefined : kept(tx, deps, updateId, noted.reply);
    const now = clock.now();
    const reply = await decide(tx, now);
    await tx.updates.note(bot, updateId, reply, now);
    if (reply.effects.length === 0) await tx.updates.markAnswered(bot, updateId);
    return { updateId, reply };
  });
}

/** The replies that processes before this one decided on and didn't send, oldest first. */
export function keptReplies(deps: Pick<ReplyDeps, 'bot' | 'storage' | 'stillTrue'>): Promise<KeptReply[]> {
  return deps.storage.transact(async (tx) => {
    const replies: KeptReply[] = [];
    for (const { updateId, reply } of await tx.updates.unanswered(deps.bot)) {
      const found = await kept(tx, deps, updateId, reply);
      if (found) replies.push(found);
    }
    return replies;
  });
}

/** Sends a reply and notes what came of it, as often as it takes; what is still unsent after that. */
export async function sendReply(deps: ReplyDeps, { updateId, reply }: KeptReply): Promise<KeptReply | undefined> {
  const { bot, storage, clock } = deps;
  const report = await sendEffects(deps, reply, reply.effects);
  const rest = { ...reply, effects: report.unsent };
  await storage.transact(async (tx) => {
    await (rest.effects.length > 0 ? tx.updates.keepRest(bot, updateId, rest) : tx.updates.markAnswered(bot, updateId));
    await deps.settle?.(tx, reply, report, clock.now());
  });
  return rest.effects.length > 0 ? { updateId, reply: rest } : undefined;
}

async function kept(
  tx: Transaction,
  { stillTrue }: Pick<ReplyDeps, 'stillTrue'>,
  updateId: number,
  reply: unknown,
): Promise<KeptReply | undefined> {
  if (!isReply(reply)) return undefined;
  const effects = stillTrue ? await stillTrue(tx, reply) : reply.effects;
  return { updateId, reply: { ...reply, effects } };
}

/** Told apart from what earlier versions kept. */
function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'chatId' in value && 'effects' in value;
}
