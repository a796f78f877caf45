import { retryGeneration } from '../../../../engine/endorsement/retry-generation.ts';
import { normalizeLinkCode } from '../../../../engine/ids.ts';
import { makeLinkCodeFor } from '../../../../engine/linking/make-link-code.ts';
import { resendCopy } from '../../../../engine/staff/holder/resend-copy.ts';
import { unlockHolder, type Unlocked } from '../../../../engine/staff/holder/unlock-holder.ts';
import { HOUR_MS, later } from '../../../../engine/time/instant.ts';
import { lastDeed } from '../../../../engine/staff/last-deed.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { leaveFind } from './leave-find.ts';
import { showCard } from './search.ts';
import { openEndorsement } from './endorsements.ts';
import { whoUnlocked } from './faster.ts';
import { cardButton, goneView } from './views.ts';

/** A one-time code for the holder, to be read out or passed on as a link into the holder's bot. */
export async function makeCode(turn: StaffTurn, { args: [holderId = ''] }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  const { language } = member;
  const holder = await tx.holders.get(holderId);
  turn.note(holder ? { holderId } : { refusal: 'no-such-holder' });
  const left = await leaveFind(turn);
  if (!holder) return show(left, goneView(language));
  const replaced = await madeBefore(turn, holderId);
  const { code, expiresAt } = await makeLinkCodeFor(tx, deps, { now, holder });
  const link = `https://t.me/${deps.holderBotUsername}?start=${normalizeLinkCode(code) ?? code}`;
  const html = text(language, 'staff-find-code', {
    code,
    link,
    expiresAt: formatMoment(language, expiresAt, deps.zone),
    replaced: replaced ? 'yes' : 'no',
  });
  const copy = { text: plain(language, 'staff-find-button-copy-link'), copy: link };
  return show(left, { html, inline: [[copy], [cardButton(language, holderId)]] });
}

/** Whether a code that this one replaces may still be on somebody's note. */
async function madeBefore({ tx, deps, now }: StaffTurn, holderId: string): Promise<boolean> {
  const last = await lastDeed(tx, { capability: 'make-link-code', action: 'find:code', holderId });
  return last !== undefined && last.at > later(now, -deps.policy.linking.codeHours * HOUR_MS);
}

export async function unlock(turn: StaffTurn, { args: [holderId = ''] }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  const { language } = member;
  const unlocked = await unlockHolder(tx, deps, { now, holderId });
  if (!unlocked.ok) turn.note({ refusal: unlocked.refusal.kind });
  const note = unlocked.ok
    ? text(language, 'staff-find-unlocked', { what: unlockedWhat(unlocked.value) })
    : text(language, 'staff-find-not-locked', await whoUnlocked(turn, holderId));
  return showCard(turn, holderId, note);
}

function unlockedWhat({ holder, accounts }: Unlocked): string {
  if (holder && accounts > 0) return 'both';
  return holder ? 'holder' : 'accounts';
}

/** Sends the copy once more to whoever is linked with the holder now. */
export async function resend(turn: StaffTurn, { args: [endorsementId = ''] }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, member, updateId } = turn;
  const resent = await resendCopy(tx, deps, { now, endorsementId, updateId });
  if (!resent.ok) turn.note({ refusal: resent.refusal.kind });
  const note = resent.ok
    ? text(member.language, 'staff-find-resent')
    : text(member.language, 'staff-find-resend-refused', { reason: resent.refusal.kind });
  return openEndorsement(turn, endorsementId, note);
}

/** Has a copy made again that failed, or that waits for its next attempt. */
export async function retry(turn: StaffTurn, { args: [endorsementId = ''] }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  const retried = await retryGeneration(tx, deps, { now, endorsementId });
  if (!retried.ok) turn.note({ refusal: retried.refusal.kind });
  const note = retried.ok
    ? text(member.language, 'staff-find-retried')
    : text(member.language, 'staff-find-retry-refused', { reason: retried.refusal.kind });
  return openEndorsement(turn, endorsementId, note);
}
