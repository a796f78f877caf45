import { type EndorsementView, viewEndorsement } from '../../../engine/endorsement/list-endorsements.ts';
import { revokeEndorsement } from '../../../engine/endorsement/revoke-endorsement.ts';
import { outboxKey } from '../../../engine/outbox/enqueue.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import { formatDate } from '../../telegram/text/dates.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { endedView, progressMessageIn } from '../request/progress-view.ts';
import { show } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { homeButton } from '../views/buttons.ts';
import { certificateTitle } from '../../telegram/text/words.ts';
import { cardView } from './endorsement-card.ts';

/** Asks before revoking, for that can't be undone. */
export async function askToRevoke(turn: LinkedTurn, { args }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, link, account } = turn;
  const { language } = account;
  const endorsementId = args[0] ?? '';
  const view = await viewEndorsement(tx, deps, { now, holderId: link.holderId, endorsementId });
  const revocable = view.ok && (view.value.standing === 'valid' || view.value.standing === 'generating');
  if (!revocable) return show(turn, await cardView(turn, endorsementId));
  const { endorsement, certificate, qualification } = view.value;
  const html = text(language, 'revoke-ask', {
    certificate: certificateTitle(language, qualification, certificate),
    number: endorsement.number,
    lastDay: formatDate(language, endorsement.lastDay),
  });
  const keep = button(plain(language, 'button-keep'), 'endorsements:view', { args, style: 'primary' });
  const yes = button(plain(language, 'button-revoke-yes'), 'endorsements:revoke-yes', { args, style: 'danger' });
  return show(turn, { html, inline: [[keep], [yes]] });
}

export async function revoke(turn: LinkedTurn, { args }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, link, account } = turn;
  const { language } = account;
  const ask = { now, accountId: account.id, holderId: link.holderId, endorsementId: args[0] ?? '' };
  const revoked = await revokeEndorsement(tx, deps, { ...ask, cause: 'holder' });
  if (!revoked.ok) {
    const words = revoked.refusal.kind === 'already-over' ? plain(language, 'revoke-over') : undefined;
    return show(turn, await cardView(turn, ask.endorsementId), words);
  }
  const view = await viewEndorsement(tx, deps, ask);
  const certificate = view.ok ? certificateTitle(language, view.value.qualification, view.value.certificate) : '';
  const again = button(plain(language, 'button-ask-again'), 'endorsements:again', { args });
  const list = button(plain(language, 'button-endorsements'), 'endorsements:list');
  const html = text(language, 'revoke-done', { certificate, number: revoked.value.number });
  const shown = show(turn, { html, inline: [[again], [list, homeButton(language)]] });
  return view.ok ? [...shown, ...(await endOfProgress(turn, view.value))] : shown;
}

/** A message elsewhere in the chat that says 证书生成中 would go on saying it: no copy comes now. */
async function endOfProgress({ tx, account, event }: LinkedTurn, view: EndorsementView): Promise<Effect[]> {
  const messageId = progressMessageIn(account, view);
  const isShownHere = event.kind === 'tap' && event.messageId === messageId;
  if (messageId === null || isShownHere) return [];
  if ((await tx.outbox.messageOf(outboxKey.firstCopy(view.endorsement.id))) !== undefined) return [];
  return [{ kind: 'edit', messageId, view: endedView(account.language, view, 'revoked'), inPlaceOnly: true }];
}
