import type { EndorsementView } from '../../../engine/endorsement/list-endorsements.ts';
import { promisedHours } from '../../../engine/endorsement/promise.ts';
import type { Account } from '../../../engine/ports/account.ts';
import type { Language } from '../../../engine/ports/language.ts';
import { formatDate } from '../../telegram/text/dates.ts';
import type { InlineButton, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { button } from '../../telegram/buttons/button.ts';
import { homeButton } from '../views/buttons.ts';
import { certificateTitle } from '../../telegram/text/words.ts';

/** 证书生成中…, with the promise. */
export function progressView(language: Language, view: EndorsementView): View {
  const promiseHours = String(promisedHours(view.endorsement));
  return {
    html: text(language, 'request-progress', { ...factsOf(language, view), promiseHours }),
    inline: [[button(plain(language, 'button-endorsements'), 'endorsements:list'), homeButton(language)]],
  };
}

/** What the progress message turns into once the copy has arrived. */
export function readyView(language: Language, view: EndorsementView): View {
  return { html: text(language, 'request-ready', factsOf(language, view)), inline: waysFrom(language, view) };
}

/** What it turns into once there will be no copy, or none that holds; why is said in a message of its own. */
export function endedView(language: Language, view: EndorsementView, standing: 'failed' | 'revoked'): View {
  const html = text(language, 'request-ended', { ...factsOf(language, view), standing });
  return { html, inline: waysFrom(language, view) };
}

/** The message that says 证书生成中, if it stands in the chat of this account: it does in that which asked. */
export function progressMessageIn({ id }: Account, { endorsement }: EndorsementView): number | null {
  return endorsement.accountId === id ? endorsement.progressMessageId : null;
}

function waysFrom(language: Language, { endorsement }: EndorsementView): InlineButton[][] {
  const view = button(plain(language, 'button-view-endorsement'), 'endorsements:view', { args: [endorsement.id] });
  return [[view, homeButton(language)]];
}

function factsOf(language: Language, { endorsement, certificate, qualification }: EndorsementView) {
  return {
    certificate: certificateTitle(language, qualification, certificate),
    number: endorsement.number,
    lastDay: formatDate(language, endorsement.lastDay),
  };
}
