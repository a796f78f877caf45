import {
  type EndorsementView,
  listEndorsements,
  viewEndorsement,
} from '../../../../engine/endorsement/list-endorsements.ts';
import { type Capability, may } from '../../../../engine/staff/permissions.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { type CallbackData, packCallback } from '../../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect, InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { pageButtons, pageNumber, pageOf } from '../../../telegram/buttons/paging.ts';
import { certificateLabel, certificateTitle, scenarioName, validityWords } from '../../../telegram/text/words.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { leaveFind } from './leave-find.ts';
import { cardButton, goneView, withNote } from './views.ts';
import { stateWords } from './words.ts';

const PAGE_SIZE = 6;

/** A page of a holder's endorsements, newest first. */
export async function openEndorsements(
  turn: StaffTurn,
  { args: [holderId = '', wanted] }: CallbackData,
): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  const { language } = member;
  if (!(await tx.holders.get(holderId))) return show(await leaveFind(turn), goneView(language));
  turn.note({ holderId });
  const total = await tx.endorsements.countOfHolder(holderId);
  const page = pageOf(total, PAGE_SIZE, pageNumber(wanted));
  const { items } = await listEndorsements(tx, deps, { now, holderId, page });
  const turning = pageButtons(page, (to) =>
    packCallback({ feature: 'find', action: 'endorsements', args: [holderId, String(to)] }),
  );
  const html = text(language, 'staff-find-endorsement-list', { total: String(total) });
  const rows = items.map((item) => [itemButton(turn, item)]);
  return show(await leaveFind(turn), { html, inline: [...rows, turning, [cardButton(language, holderId)]] });
}

/** One endorsement and what can be done about it; `note` is HTML that comes first. */
export async function openEndorsement(turn: StaffTurn, endorsementId: string, note?: string): Promise<Effect[]> {
  const view = await endorsementView(turn, endorsementId);
  const shown = view ?? goneView(turn.member.language);
  return show(await leaveFind(turn), note === undefined ? shown : withNote(shown, note));
}

/** Notes in the audit what it is about. Undefined when there is no such endorsement. */
async function endorsementView(turn: StaffTurn, endorsementId: string): Promise<View | undefined> {
  const { tx, deps, now, member } = turn;
  const { language } = member;
  const holderId = (await tx.endorsements.get(endorsementId))?.holderId;
  if (holderId === undefined) {
    turn.note({ refusal: 'no-such-endorsement' });
    return undefined;
  }
  const found = await viewEndorsement(tx, deps, { now, holderId, endorsementId });
  if (!found.ok) return undefined;
  const { endorsement, certificate, qualification } = found.value;
  turn.note({ holderId, about: endorsement.number });
  const html = text(language, 'staff-find-endorsement', {
    number: endorsement.number,
    certificate: certificateTitle(language, qualification, certificate),
    scenario: scenarioName(language, deps.policy, endorsement.scenario),
    ...validityWords(language, endorsement),
    requestedAt: formatMoment(language, endorsement.requestedAt, deps.zone),
    state: stateWords(turn, found.value),
  });
  return { html, inline: [...deeds(turn, found.value), [cardButton(language, holderId)]] };
}

function itemButton(
  turn: StaffTurn,
  { endorsement, certificate, qualification, standing }: EndorsementView,
): InlineButton {
  const { language } = turn.member;
  const label = plain(language, 'staff-find-endorsement-button', {
    ending: endorsement.number.slice(-6),
    standing: plain(language, `standing-${standing}`),
    certificate: certificateLabel(language, qualification, certificate),
  });
  return button(label, 'find:endorsement', { args: [endorsement.id] });
}

function deeds({ member }: StaffTurn, { endorsement, standing }: EndorsementView): InlineButton[][] {
  const { language, role } = member;
  const args = [endorsement.id];
  const underway = standing === 'generating';
  const offered: [boolean, Capability, () => InlineButton][] = [
    [
      standing === 'valid',
      'resend',
      () => button(plain(language, 'staff-find-button-resend'), 'find:resend', { args }),
    ],
    [
      underway || standing === 'failed',
      'retry',
      () => button(plain(language, 'staff-find-button-retry'), 'find:retry', { args }),
    ],
    [
      underway || standing === 'valid',
      'revoke',
      () => button(plain(language, 'staff-find-button-revoke'), 'find:revoke', { args, style: 'danger' }),
    ],
  ];
  return offered.flatMap(([possible, needs, made]) => (possible && may(role, needs) ? [[made()]] : []));
}
