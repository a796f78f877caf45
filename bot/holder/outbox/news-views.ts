import type { EndorsementView } from '../../../engine/endorsement/list-endorsements.ts';
import { promisedHours } from '../../../engine/endorsement/promise.ts';
import type { Policy } from '../../../engine/policy/policy.ts';
import type { Language } from '../../../engine/ports/language.ts';
import type { InlineButton, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { button } from '../../telegram/buttons/button.ts';
import { homeButton } from '../views/buttons.ts';
import { certificateTitle, hotline } from '../../telegram/text/words.ts';

/** Which endorsement a message is about. */
export function newsFacts(language: Language, { endorsement, certificate, qualification }: EndorsementView) {
  return { certificate: certificateTitle(language, qualification, certificate), number: endorsement.number };
}

/** The promised time has passed. */
export function overdueView(language: Language, view: EndorsementView): View {
  const promiseHours = String(promisedHours(view.endorsement));
  return withWays(language, view, text(language, 'overdue', { ...newsFacts(language, view), promiseHours }));
}

export function failedView(language: Language, policy: Policy, view: EndorsementView): View {
  const reason = view.endorsement.endedBecause ?? 'fault';
  const facts = { ...newsFacts(language, view), reason, ...hotline(language, policy) };
  const args = [view.endorsement.id];
  const again = button(plain(language, 'button-ask-again'), 'endorsements:again', { args });
  return { html: text(language, 'failed', facts), inline: [[again], [homeButton(language)]] };
}

export function revokedView(language: Language, policy: Policy, view: EndorsementView): View {
  const cause = view.endorsement.endedBecause ?? 'staff';
  const facts = { ...newsFacts(language, view), cause, ...hotline(language, policy) };
  const html = text(language, 'revoked', facts);
  if (cause !== 'certificate-corrected') return withWays(language, view, html);
  // The certificate is with the holder of the corrected document now.
  return withWays(language, view, html, [relinkButton(language)]);
}

/** To the account that is linked with the holder of a document that was corrected. */
export function documentCorrectedView(language: Language, policy: Policy): View {
  const html = text(language, 'document-corrected', hotline(language, policy));
  return { html, inline: [[relinkButton(language)], [homeButton(language)]] };
}

/** To the account that a holder was linked with before. */
export function linkMovedView(language: Language, policy: Policy): View {
  return { html: text(language, 'link-moved', hotline(language, policy)), inline: [[homeButton(language)]] };
}

/** To the account whose link staff ended. */
export function unlinkedView(language: Language, policy: Policy): View {
  return { html: text(language, 'unlinked-by-staff', hotline(language, policy)), inline: [[homeButton(language)]] };
}

function relinkButton(language: Language): InlineButton {
  return button(plain(language, 'button-relink'), 'privacy:unlink');
}

function withWays(
  language: Language,
  { endorsement }: EndorsementView,
  html: string,
  ...first: InlineButton[][]
): View {
  const args = [endorsement.id];
  const card = button(plain(language, 'button-view-endorsement'), 'endorsements:view', { args });
  return { html, inline: [...first, [card, homeButton(language)]] };
}
