import type { EndorsementView } from '../../../engine/endorsement/list-endorsements.ts';
import type { Policy } from '../../../engine/policy/policy.ts';
import type { Language } from '../../../engine/ports/language.ts';
import { formatDate } from '../../telegram/dates.ts';
import type { View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/locale.ts';
import { button, homeButton } from '../views/buttons.ts';
import { certificateTitle } from '../views/words.ts';

/** 证书生成中…, with the promise. */
export function progressView(language: Language, { generation }: Policy, view: EndorsementView): View {
  const promiseHours = String(generation.promiseHours);
  return {
    html: text(language, 'request-progress', { ...factsOf(language, view), promiseHours }),
    inline: [[button(plain(language, 'button-endorsements'), 'endorsements:list'), homeButton(language)]],
  };
}

/** What the progress message turns into once the copy has arrived. */
export function readyView(language: Language, view: EndorsementView): View {
  const args = [view.endorsement.id];
  return {
    html: text(language, 'request-ready', factsOf(language, view)),
    inline: [[button(plain(language, 'button-view-endorsement'), 'endorsements:view', { args }), homeButton(language)]],
  };
}

function factsOf(language: Language, { endorsement, certificate, qualification }: EndorsementView) {
  return {
    certificate: certificateTitle(language, qualification, certificate),
    number: endorsement.number,
    lastDay: formatDate(language, endorsement.lastDay),
  };
}
