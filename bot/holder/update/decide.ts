import { newId } from '../../../engine/ids.ts';
import type { Account } from '../../../engine/ports/account.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import type { Instant } from '../../../engine/time/instant.ts';
import type { Effect } from '../../telegram/effects.ts';
import { languageOf } from '../../telegram/text/locale.ts';
import { answerTurn } from '../router.ts';
import type { HolderDeps, HolderEvent, Turn } from '../turn.ts';
import type { Sender } from './read-update.ts';

export interface PrivateUpdate {
  updateId: number;
  user: Sender;
  event: HolderEvent;
}

/** Decides what to say to one update of a private chat, and makes every change that goes with it. */
export async function decide(
  tx: Transaction,
  deps: HolderDeps,
  now: Instant,
  { updateId, user, event }: PrivateUpdate,
): Promise<Effect[]> {
  const known = await tx.accounts.findByUser(user.id);
  // Somebody who never wrote, or who had their account erased, may block the bot; that is not kept.
  if (!known && event.kind === 'blocking') return [];
  const account = await followLanguage(tx, known ?? (await welcome(tx, deps, now, user)), user);
  const link = await tx.links.activeOfAccount(account.id);
  const found = await tx.dialogs.get(account.id);
  const expired = found !== undefined && found.expiresAt <= now ? found : undefined;
  if (expired) await tx.dialogs.clear(account.id, expired.version);
  const dialog = expired ? undefined : found;
  const turn: Turn = { tx, deps, now, updateId, account, link, dialog, expired, event };
  return answerTurn(turn);
}

async function welcome(tx: Transaction, { random }: HolderDeps, now: Instant, user: Sender): Promise<Account> {
  const account: Account = {
    id: newId(random),
    userId: user.id,
    language: languageOf(user.language),
    languageChosen: false,
    remindersMuted: false,
    verificationsMuted: false,
    blockedAt: null,
    createdAt: now,
  };
  await tx.accounts.insert(account);
  return account;
}

/** Until a language is chosen it is the messenger's; and whoever acts doesn't block the bot. */
async function followLanguage(tx: Transaction, account: Account, user: Sender): Promise<Account> {
  if (account.blockedAt !== null) await tx.accounts.setBlocked(account.id, null);
  const language = languageOf(user.language);
  if (account.languageChosen || user.language === undefined || language === account.language) {
    return { ...account, blockedAt: null };
  }
  await tx.accounts.setLanguage(account.id, language, false);
  return { ...account, blockedAt: null, language };
}
