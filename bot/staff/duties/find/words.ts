import type { EndorsementView } from '../../../../engine/endorsement/list-endorsements.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import type { JournalEntry } from '../../../../engine/ports/stores/service-stores.ts';
import { formatDate, formatMoment } from '../../../telegram/text/dates.ts';
import { plain } from '../../../telegram/text/locale.ts';
import type { StaffTurn } from '../../turn.ts';

/** How an endorsement stands, in a few words. */
export function stateWords(
  { member: { language }, deps: { zone } }: Pick<StaffTurn, 'member' | 'deps'>,
  { endorsement, standing }: Pick<EndorsementView, 'endorsement' | 'standing'>,
): string {
  const { endedAt, requestedAt, lastDay } = endorsement;
  return plain(language, 'staff-find-state', {
    standing,
    lastDay: formatDate(language, lastDay),
    requested: formatMoment(language, requestedAt, zone),
    ended: formatMoment(language, endedAt ?? requestedAt, zone),
  });
}

/** What happened, in a few words. Facts that make a difference are part of what it is called. */
export function entryWords(language: Language, { kind, facts }: JournalEntry): string {
  const detail = DETAIL[kind];
  const value = detail === undefined ? undefined : facts[detail];
  return plain(language, 'staff-find-event', { event: value === undefined ? kind : `${kind}-${value}`, kind });
}

const DETAIL: Readonly<Record<string, string>> = {
  linked: 'proof',
  unlinked: 'because',
  'endorsement-revoked': 'cause',
};
