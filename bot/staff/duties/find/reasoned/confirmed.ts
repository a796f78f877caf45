import { standingOf } from '../../../../../engine/endorsement/standing.ts';
import { revokeEndorsement } from '../../../../../engine/endorsement/revoke-endorsement.ts';
import {
  proposeChange,
  type ProposeRefusal,
  whyNotPropose,
} from '../../../../../engine/staff/certificates/propose-change.ts';
import { unlinkHolder } from '../../../../../engine/staff/holder/unlink-holder.ts';
import { never } from '../../../../../engine/result.ts';
import { formatMoment } from '../../../../telegram/text/dates.ts';
import type { Effect } from '../../../../telegram/effects.ts';
import { text } from '../../../../telegram/text/locale.ts';
import type { StaffTurn } from '../../../turn.ts';
import { showCard } from '../search.ts';
import { openCertificate } from '../certificates.ts';
import { openEndorsement } from '../endorsements.ts';
import { whoEnded, whoUnlinked } from '../faster.ts';
import type { ReadyState, ReasonedDeed } from './reasoned-state.ts';
import { memberName } from '../views.ts';

/** Says so when somebody was faster, before anybody types a reason in vain; undefined when there is something to do. */
export async function whenNeedless(turn: StaffTurn, deed: ReasonedDeed, id: string): Promise<Effect[] | undefined> {
  const { tx, deps, now } = turn;
  switch (deed) {
    case 'reveal':
      return undefined;
    case 'unlink':
      return (await tx.links.activeOfHolder(id)) ? undefined : sayLinkGone(turn, id);
    case 'revoke': {
      const endorsement = await tx.endorsements.get(id);
      const standing = endorsement && standingOf(endorsement, deps.zone.dateOf(now));
      return standing === 'valid' || standing === 'generating' ? undefined : sayOver(turn, id);
    }
    case 'withdraw-certificate':
    case 'restore-certificate': {
      const refusal = await whyNotPropose(tx, { now, change: deed, certificateId: id });
      return refusal && sayNotProposed(turn, id, refusal);
    }
    default:
      return never(deed);
  }
}

/** Unlinks the holder from the account that the member saw. */
export async function unlink(turn: StaffTurn, { id: holderId, linkId }: ReadyState): Promise<Effect[]> {
  const { tx, now, member } = turn;
  const unlinked = await unlinkHolder(tx, { now, holderId, linkId: linkId ?? '' });
  return unlinked.ok
    ? showCard(turn, holderId, text(member.language, 'staff-find-unlinked-now'))
    : sayLinkGone(turn, holderId);
}

export async function revoke(turn: StaffTurn, { id: endorsementId }: ReadyState): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  const ask = { now, accountId: null, holderId: null, endorsementId, cause: 'staff' } as const;
  const revoked = await revokeEndorsement(tx, deps, ask);
  if (!revoked.ok) return sayOver(turn, endorsementId);
  return openEndorsement(
    turn,
    endorsementId,
    text(member.language, 'staff-find-revoked', { number: revoked.value.number }),
  );
}

/** Asks another member to withdraw or restore the certificate. */
export async function askForChange(
  turn: StaffTurn,
  { deed, id: certificateId, reason }: ReadyState,
): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  if (deed !== 'withdraw-certificate' && deed !== 'restore-certificate') throw new TypeError(`no change: ${deed}`);
  const asked = await proposeChange(tx, deps, { now, by: member, change: deed, certificateId, reason });
  if (!asked.ok) return sayNotProposed(turn, certificateId, asked.refusal);
  turn.note({ facts: { proposal: asked.value.id } });
  return openCertificate(turn, certificateId, text(member.language, 'staff-find-proposed'));
}

async function sayLinkGone(turn: StaffTurn, holderId: string): Promise<Effect[]> {
  turn.note({ refusal: 'link-gone' });
  return showCard(
    turn,
    holderId,
    text(turn.member.language, 'staff-find-link-gone', await whoUnlinked(turn, holderId)),
  );
}

async function sayOver(turn: StaffTurn, endorsementId: string): Promise<Effect[]> {
  turn.note({ refusal: 'already-over' });
  const note = text(turn.member.language, 'staff-find-over', await whoEnded(turn, endorsementId));
  return openEndorsement(turn, endorsementId, note);
}

async function sayNotProposed(turn: StaffTurn, certificateId: string, refusal: ProposeRefusal): Promise<Effect[]> {
  turn.note({ refusal: refusal.kind });
  return openCertificate(turn, certificateId, await refusalWords(turn, refusal));
}

async function refusalWords({ tx, deps, member }: StaffTurn, refusal: ProposeRefusal): Promise<string> {
  const { language } = member;
  switch (refusal.kind) {
    case 'already-asked': {
      const { askedBy, askedAt } = refusal.proposal;
      const at = formatMoment(language, askedAt, deps.zone);
      return text(language, 'staff-find-already-asked', { by: await memberName(tx, askedBy), at });
    }
    case 'nothing-to-change':
      return text(language, 'staff-find-nothing-to-change', { status: refusal.certificate.status });
    case 'no-such-certificate':
      return text(language, 'staff-find-gone');
    default:
      return never(refusal);
  }
}
