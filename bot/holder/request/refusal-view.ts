import type { RequestRefusal } from '../../../engine/endorsement/request-endorsement.ts';
import type { Language } from '../../../engine/ports/language.ts';
import { viewCertificate } from '../../../engine/registry/list-certificates.ts';
import { never } from '../../../engine/result.ts';
import type { View } from '../../telegram/effects.ts';
import { formatDate } from '../../telegram/text/dates.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import type { LinkedTurn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { homeButton } from '../views/buttons.ts';
import { notFoundView } from '../views/not-found.ts';
import { certificateTitle } from '../../telegram/text/words.ts';

/** Why an endorsement was not granted, and what can be done instead. */
export async function requestRefusalView(
  turn: LinkedTurn,
  certificateId: string,
  refusal: RequestRefusal,
): Promise<View> {
  const { language } = turn.account;
  switch (refusal.kind) {
    case 'quota-used-up':
      return quotaView(turn, certificateId, refusal);
    case 'certificate-withdrawn':
      return withWays(language, text(language, 'refusal-withdrawn'));
    case 'no-endorsement-needed': {
      const args = [certificateId];
      const plainCopy = button(plain(language, 'button-plain-copy'), 'certificates:plain', { args, style: 'primary' });
      return { html: text(language, 'refusal-plain'), inline: [[plainCopy], [homeButton(language)]] };
    }
    case 'not-yours':
      return notFoundView(language);
    case 'unknown-scenario':
      return withWays(language, text(language, 'refusal-scenario'));
    case 'too-long':
    case 'too-short':
      return withWays(language, text(language, 'refusal-changed'));
    default:
      return never(refusal);
  }
}

async function quotaView(
  { tx, deps, link, account: { language } }: LinkedTurn,
  certificateId: string,
  { limit, nextFreeOn }: Extract<RequestRefusal, { kind: 'quota-used-up' }>,
): Promise<View> {
  const { counts, windowDays } = deps.policy.quota;
  const view = await viewCertificate(tx, deps.catalogue, { holderId: link.holderId, certificateId });
  if (!view.ok) return notFoundView(language);
  const words = text(language, 'refusal-quota', {
    certificate: certificateTitle(language, view.value.qualification, view.value.certificate),
    counts,
    windowDays: String(windowDays),
    limit: String(limit),
    nextFreeOn: formatDate(language, nextFreeOn),
  });
  const hint = counts === 'active' ? `\n\n${text(language, 'refusal-quota-active-hint')}` : '';
  return {
    html: words + hint,
    inline: [
      [button(plain(language, 'button-endorsements'), 'endorsements:list', { style: 'primary' })],
      [homeButton(language)],
    ],
  };
}

function withWays(language: Language, html: string): View {
  return {
    html,
    inline: [[button(plain(language, 'button-certificates'), 'certificates:list'), homeButton(language)]],
  };
}
