import { type EndorsementView, viewEndorsement } from '../../../engine/endorsement/list-endorsements.ts';
import { never } from '../../../engine/result.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../telegram/text/dates.ts';
import type { Effect, InlineButton, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { show } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { homeButton } from '../views/buttons.ts';
import { notFoundView } from '../views/not-found.ts';
import { certificateTitle, scenarioName, validityWords } from '../../telegram/text/words.ts';

export async function endorsementDetails(turn: LinkedTurn, { args }: CallbackData): Promise<Effect[]> {
  return show(turn, await cardView(turn, args[0] ?? ''));
}

/** One endorsement, how it stands today, and what can be done with it. */
export async function cardView(turn: LinkedTurn, endorsementId: string): Promise<View> {
  const { tx, deps, now, link, account } = turn;
  const { language } = account;
  const view = await viewEndorsement(tx, deps, { now, holderId: link.holderId, endorsementId });
  if (!view.ok) return notFoundView(language);
  const { endorsement, certificate, qualification } = view.value;
  const html = text(language, 'endorsement-card', {
    certificate: certificateTitle(language, qualification, certificate),
    number: endorsement.number,
    scenario: scenarioName(language, deps.policy, endorsement.scenario),
    ...validityWords(language, endorsement),
    state: stateWords(turn, view.value),
  });
  const issued = endorsement.sha256 !== null;
  const verified = issued ? `\n${await verifiedWords(turn, endorsement.id)}` : '';
  const back = button(plain(language, 'button-back'), 'endorsements:list');
  return { html: `${html}${verified}`, inline: [...actions(turn, view.value), [back, homeButton(language)]] };
}

async function verifiedWords({ tx, account }: LinkedTurn, endorsementId: string): Promise<string> {
  return text(account.language, 'endorsement-verified', { count: await tx.statistics.verificationsOf(endorsementId) });
}

function stateWords({ account: { language }, deps }: LinkedTurn, view: EndorsementView): string {
  const { standing, daysLeft, endorsement } = view;
  switch (standing) {
    case 'valid':
      return plain(language, 'endorsement-state-valid', { daysLeft });
    case 'generating': {
      return plain(language, 'endorsement-state-generating', {
        promisedBy: formatMoment(language, endorsement.promisedBy, deps.zone),
      });
    }
    case 'expired':
    case 'failed':
    case 'revoked':
      return plain(language, `endorsement-state-${standing}`);
    default:
      return never(standing);
  }
}

function actions({ account: { language } }: LinkedTurn, { standing, endorsement }: EndorsementView): InlineButton[][] {
  const args = [endorsement.id];
  const revoke = button(plain(language, 'button-revoke'), 'endorsements:revoke', { args, style: 'danger' });
  switch (standing) {
    case 'valid':
      return [[button(plain(language, 'button-fetch'), 'endorsements:fetch', { args, style: 'primary' })], [revoke]];
    case 'generating':
      return [[button(plain(language, 'button-refresh'), 'endorsements:view', { args })], [revoke]];
    case 'expired':
    case 'failed':
    case 'revoked':
      return [[button(plain(language, 'button-ask-again'), 'endorsements:again', { args, style: 'primary' })]];
    default:
      return never(standing);
  }
}
