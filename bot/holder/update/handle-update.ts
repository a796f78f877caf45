import type { Update } from 'grammy/types';
import type { Clock } from '../../../engine/ports/clock.ts';
import type { FileJudge } from '../../../engine/ports/file-judge.ts';
import type { Storage, Transaction } from '../../../engine/ports/storage.ts';
import type { Instant } from '../../../engine/time/instant.ts';
import type { TelegramApi } from '../../telegram/api/telegram-api.ts';
import type { Effect } from '../../telegram/effects.ts';
import { languageOf, plain, text } from '../../telegram/text/locale.ts';
import type { SendReport } from '../../telegram/sending/send-effects.ts';
import { decideOnce, type KeptReply, type Reply, type ReplyDeps } from '../../telegram/update/reply.ts';
import type { HolderDeps } from '../turn.ts';
import { fetchForCheck } from './check-file.ts';
import { decide } from './decide.ts';
import { type Incoming, readUpdate } from './read-update.ts';
import { endorsementAskedFor } from './wish.ts';

export interface UpdateDeps extends HolderDeps {
  storage: Storage;
  clock: Clock;
  api: TelegramApi;
  /** Of the files that people send. */
  judge: FileJudge;
}

/** Decides on one update and notes it with its reply, in one transaction; undefined when nothing is to be sent. */
export async function decideUpdate(deps: UpdateDeps, update: Update): Promise<KeptReply | undefined> {
  const incoming = readUpdate(update, deps.username);
  if (!incoming) return undefined;
  const once = { ...REPLIES, ...deps };
  if (incoming.kind === 'group') return decideOnce(once, incoming.updateId, async () => invitation(deps, incoming));
  const { updateId, user } = incoming;
  const event =
    incoming.event.kind === 'sent-document'
      ? { ...incoming.event, kind: 'document' as const, check: await fetchForCheck(deps, incoming.event) }
      : incoming.event;
  return decideOnce(once, updateId, async (tx, now) => {
    const personal = { updateId, user, event };
    const effects = await decide(tx, deps, now, personal);
    const asked = await endorsementAskedFor(tx, personal);
    return { chatId: user.id, threadId: null, effects, about: asked?.id ?? null };
  });
}

/** What the holder bot's replies need besides being sent. They are about the endorsement that was asked for, if any. */
export const REPLIES = { bot: 'holder', stillTrue, settle } satisfies Partial<ReplyDeps>;

/** A kept reply, without what time has overtaken: a copy that was made meanwhile is no longer being made. */
async function stillTrue(tx: Transaction, { effects, about }: Reply): Promise<Effect[]> {
  const asked = about === null ? undefined : await tx.endorsements.get(about);
  const made = asked !== undefined && asked.status !== 'requested' && asked.status !== 'generating';
  return made ? effects.filter(({ kind }) => kind === 'answer') : effects;
}

async function settle(tx: Transaction, reply: Reply, report: SendReport, now: Instant): Promise<void> {
  if (report.blocked) {
    const account = await tx.accounts.findByUser(reply.chatId);
    if (account) await tx.accounts.setBlocked(account.id, now);
  }
  // The message that says 证书生成中 may have become another than the one that was tapped.
  const { lastMessageId } = report;
  const asked = reply.about === null || lastMessageId === null ? undefined : await tx.endorsements.get(reply.about);
  if (asked && lastMessageId !== null && asked.progressMessageId !== lastMessageId) {
    await tx.endorsements.setProgressMessage(asked.id, lastMessageId);
  }
}

/** In a group there is one thing to say. */
function invitation(deps: UpdateDeps, { chatId, language }: Extract<Incoming, { kind: 'group' }>): Reply {
  const words = languageOf(language);
  const open = { text: plain(words, 'button-open-chat'), url: `https://t.me/${deps.username}` };
  const view = { html: text(words, 'group'), inline: [[open]] };
  return { chatId, threadId: null, effects: [{ kind: 'send', view }], about: null };
}
