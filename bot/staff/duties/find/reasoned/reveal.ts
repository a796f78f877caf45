import { REVEAL_SECONDS, type Revealed, revealHolder } from '../../../../../engine/staff/find/reveal-holder.ts';
import type { Language } from '../../../../../engine/ports/language.ts';
import type { Effect, View } from '../../../../telegram/effects.ts';
import { plain, text } from '../../../../telegram/text/locale.ts';
import { leaveDialog } from '../../../dialog.ts';
import { shownIn } from '../../../show.ts';
import type { StaffTurn } from '../../../turn.ts';
import { cardView } from '../card-view.ts';
import type { ReadyState } from './reasoned-state.ts';
import { goneView, withNote } from '../views.ts';

/**
 * Shows a holder in the clear in the message that asked for the reason, whose deletion is written down first, and nowhere
 * else: should that message be gone, nothing is shown. The card comes below, to go on from.
 */
export async function reveal(turn: StaffTurn, { id: holderId, reason }: ReadyState): Promise<Effect[]> {
  const { tx, now, member, place } = turn;
  const { language } = member;
  const messageId = shownIn(turn.dialog);
  await leaveDialog(turn);
  const card = (await cardView(turn, holderId)) ?? goneView(language);
  if (messageId === null) {
    turn.note({ refusal: 'nowhere-to-show' });
    return [{ kind: 'send', view: withNote(card, text(language, 'staff-find-reveal-again')) }];
  }
  const revealed = await revealHolder(tx, { now, holderId, shownIn: { chatId: place.chatId, messageId } });
  turn.note({ reason, facts: { shown: revealed !== undefined } });
  const shown: Effect[] = revealed
    ? [{ kind: 'edit', messageId, view: revealedView(language, revealed), inPlaceOnly: true }]
    : [];
  return [...shown, { kind: 'send', view: card }];
}

function revealedView(language: Language, { holder: { name, documentType, documentNumber, phone } }: Revealed): View {
  const html = text(language, 'staff-find-revealed', {
    seconds: String(REVEAL_SECONDS),
    name,
    documentType: plain(language, `document-type-${documentType}`),
    documentNumber,
    phone: phone === null ? 'none' : `+${phone}`,
  });
  return { html };
}
