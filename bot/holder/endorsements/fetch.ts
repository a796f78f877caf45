import { fetchCopy, type FetchRefusal } from '../../../engine/endorsement/fetch-copy.ts';
import { never } from '../../../engine/result.ts';
import type { Language } from '../../../engine/ports/language.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain } from '../../telegram/text/locale.ts';
import { show, toast } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { cardView } from './endorsement-card.ts';

/** Has the copy sent once more; when it can't be, the card shows how the endorsement stands. */
export async function fetchAgain(turn: LinkedTurn, { args }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, account, link, updateId } = turn;
  const endorsementId = args[0] ?? '';
  const ask = { now, accountId: account.id, holderId: link.holderId, endorsementId, updateId };
  const fetched = await fetchCopy(tx, deps, ask);
  if (fetched.ok) return toast(turn, plain(account.language, 'fetch-coming'));
  return show(turn, await cardView(turn, endorsementId), refusalWords(account.language, fetched.refusal));
}

function refusalWords(language: Language, refusal: FetchRefusal): string {
  switch (refusal.kind) {
    case 'not-yours':
      return plain(language, 'refusal-not-yours');
    case 'expired':
    case 'revoked':
    case 'failed':
      return plain(language, `fetch-${refusal.kind}`);
    case 'still-generating':
      return plain(language, 'fetch-generating');
    case 'copy-erased':
      return plain(language, 'fetch-erased');
    default:
      return never(refusal);
  }
}
