import type { Update } from 'grammy/types';
import type { Clock } from '../../../engine/ports/clock.ts';
import type { FileJudge } from '../../../engine/ports/file-judge.ts';
import type { Storage, Transaction } from '../../../engine/ports/storage.ts';
import type { TelegramApi } from '../../telegram/api/telegram-api.ts';
import type { Effect } from '../../telegram/effects.ts';
import { languageOf, plain, text } from '../../telegram/locale.ts';
import type { Pacing } from '../../telegram/pacing.ts';
import { sendEffects, type SendReport } from '../../telegram/send-effects.ts';
import type { HolderDeps } from '../turn.ts';
import { fetchForCheck } from './check-file.ts';
import { decide, type PrivateUpdate } from './decide.ts';
import { type Incoming, readUpdate } from './read-update.ts';
import { endorsementAskedFor } from './wish.ts';

export interface UpdateDeps extends HolderDeps {
  storage: Storage;
  clock: Clock;
  api: TelegramApi;
  pacing: Pacing;
  /** Of the files that people send. */
  judge: FileJudge;
}

/** An answer that certainly did not go out, and is worth another try. */
export interface Unsent {
  update: PrivateUpdate;
  effects: Effect[];
}

const BOT = 'holder';

/**
 * Handles one update: decides and notes in one transaction, then sends. An update that comes again, because a
 * process was killed in between, changes nothing; if its answer had not gone out, it goes out now.
 */
export async function handleUpdate(deps: UpdateDeps, update: Update): Promise<Unsent | undefined> {
  const incoming = readUpdate(update, deps.username);
  if (!incoming) return undefined;
  if (incoming.kind === 'group') return invite(deps, incoming);
  const { updateId, user } = incoming;
  const event =
    incoming.event.kind === 'sent-document'
      ? { ...incoming.event, kind: 'document' as const, check: await fetchForCheck(deps, incoming.event) }
      : incoming.event;
  const personal = { updateId, user, event };
  const effects = await deps.storage.transact((tx) => answerOnce(tx, deps, personal));
  if (effects === 'answered') return undefined;
  return sendAnswer(deps, { update: personal, effects });
}

/** Sends an answer and notes what came of it, as often as it takes; what is still unsent after that. */
export async function sendAnswer(deps: UpdateDeps, { update, effects }: Unsent): Promise<Unsent | undefined> {
  const report = await sendEffects(deps, update.user.id, effects);
  await deps.storage.transact((tx) => settle(tx, deps, update, report));
  return report.unsent.length > 0 ? { update, effects: report.unsent } : undefined;
}

async function answerOnce(tx: Transaction, deps: UpdateDeps, update: PrivateUpdate): Promise<Effect[] | 'answered'> {
  const noted = await tx.updates.find(BOT, update.updateId);
  if (noted) return noted.answered ? 'answered' : stillTrue(tx, update, noted.reply);
  const now = deps.clock.now();
  const effects = await decide(tx, deps, now, update);
  await tx.updates.note(BOT, update.updateId, effects, now);
  return effects;
}

/** A kept answer, without what time has overtaken: a copy that was made meanwhile is no longer being made. */
async function stillTrue(tx: Transaction, update: PrivateUpdate, reply: unknown): Promise<Effect[]> {
  const kept: Effect[] = Array.isArray(reply) ? reply : [];
  const asked = await endorsementAskedFor(tx, update);
  const made = asked !== undefined && asked.status !== 'requested' && asked.status !== 'generating';
  return made ? kept.filter(({ kind }) => kind === 'answer') : kept;
}

async function settle(tx: Transaction, { clock }: UpdateDeps, update: PrivateUpdate, report: SendReport) {
  if (report.unsent.length === 0) await tx.updates.markAnswered(BOT, update.updateId);
  if (report.blocked) {
    const account = await tx.accounts.findByUser(update.user.id);
    if (account) await tx.accounts.setBlocked(account.id, clock.now());
  }
  // The message that says 证书生成中 may have become another than the one that was tapped.
  const { lastMessageId } = report;
  const asked = lastMessageId === null ? undefined : await endorsementAskedFor(tx, update);
  if (asked && lastMessageId !== null && asked.progressMessageId !== lastMessageId) {
    await tx.endorsements.setProgressMessage(asked.id, lastMessageId);
  }
}

/** In a group there is one thing to say, and nothing to keep but that it was said. */
async function invite(deps: UpdateDeps, { updateId, chatId, language }: Extract<Incoming, { kind: 'group' }>) {
  const noted = await deps.storage.transact(async (tx) => {
    if (await tx.updates.find(BOT, updateId)) return true;
    await tx.updates.note(BOT, updateId, [], deps.clock.now());
    await tx.updates.markAnswered(BOT, updateId);
    return false;
  });
  if (noted) return undefined;
  const words = languageOf(language);
  const open = { text: plain(words, 'button-open-chat'), url: `https://t.me/${deps.username}` };
  await sendEffects(deps, chatId, [{ kind: 'send', view: { html: text(words, 'group'), inline: [[open]] } }]);
  return undefined;
}
