import type { Capability } from '../../../../engine/staff/permissions.ts';
import { lastDeed } from '../../../../engine/staff/last-deed.ts';
import type { Instant } from '../../../../engine/time/instant.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { StaffTurn } from '../../turn.ts';

/** Who did first what a member meant to do, for the texts that say so. */
export interface Faster {
  what: 'staff' | 'holder' | 'other';
  by: string;
  at: string;
}

type Words = Pick<StaffTurn, 'tx' | 'deps' | 'member'>;

const ENTRIES = 50;

export async function whoUnlinked(turn: Words, holderId: string): Promise<Faster> {
  const entries = await turn.tx.journal.ofHolder(holderId, ENTRIES);
  const ended = entries.find(({ kind }) => kind === 'unlinked');
  const because = ended?.facts['because'];
  if (ended && because === 'by-holder') return holderDid(turn, ended.at);
  return because === 'by-staff' ? whoDid(turn, { capability: 'unlink', action: 'find:unlink-yes', holderId }) : NOBODY;
}

export async function whoEnded(turn: Words, endorsementId: string): Promise<Faster> {
  const endorsement = await turn.tx.endorsements.get(endorsementId);
  if (!endorsement) return NOBODY;
  const { number: about, endedAt, endedBecause } = endorsement;
  if (endedBecause === 'holder' && endedAt !== null) return holderDid(turn, endedAt);
  return endedBecause === 'staff' ? whoDid(turn, { capability: 'revoke', action: 'find:revoke-yes', about }) : NOBODY;
}

export function whoUnlocked(turn: Words, holderId: string): Promise<Faster> {
  return whoDid(turn, { capability: 'unlock', action: 'find:unlock', holderId });
}

async function whoDid(
  turn: Words,
  deed: { capability: Capability; action: string; holderId?: string; about?: string },
): Promise<Faster> {
  const last = await lastDeed(turn.tx, deed);
  return last ? { what: 'staff', by: last.by ?? '—', at: moment(turn, last.at) } : NOBODY;
}

const NOBODY: Faster = { what: 'other', by: '', at: '' };

function holderDid(turn: Words, at: Instant): Faster {
  return { what: 'holder', by: '', at: moment(turn, at) };
}

function moment({ member, deps }: Words, at: Instant): string {
  return formatMoment(member.language, at, deps.zone);
}
