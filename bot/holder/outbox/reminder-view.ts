import type { EndorsementView } from '../../../engine/endorsement/list-endorsements.ts';
import { quotaOf } from '../../../engine/endorsement/quota.ts';
import type { Language } from '../../../engine/ports/language.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import { daysBetween } from '../../../engine/time/civil-date.ts';
import type { Instant } from '../../../engine/time/instant.ts';
import { formatDate } from '../../telegram/text/dates.ts';
import type { View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import type { HolderDeps } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { newsFacts } from './news-views.ts';

/** An endorsed copy is about to expire: the same again by one tap, or from when that will be possible. */
export async function reminderView(
  tx: Transaction,
  { policy, zone }: Pick<HolderDeps, 'policy' | 'zone'>,
  language: Language,
  view: EndorsementView,
  now: Instant,
): Promise<View> {
  const { endorsement } = view;
  const today = zone.dateOf(now);
  const args = [endorsement.id];
  const html = text(language, 'reminder', {
    ...newsFacts(language, view),
    lastDay: formatDate(language, endorsement.lastDay),
    daysLeft: Math.max(0, daysBetween(today, endorsement.lastDay)),
  });
  const { nextFreeOn } = await quotaOf(tx.endorsements, policy.quota, endorsement.certificateId, today);
  const next = nextFreeOn
    ? text(language, 'reminder-quota', { nextFreeOn: formatDate(language, nextFreeOn) })
    : text(language, 'reminder-renew');
  const label = plain(language, 'button-renew', { days: endorsement.days });
  const renew = button(label, 'reminders:renew', { args, ...(nextFreeOn ? {} : { style: 'primary' }) });
  return {
    html: `${html}\n\n${next}`,
    inline: [
      [renew],
      [
        button(plain(language, 'button-view-endorsement'), 'endorsements:view', { args }),
        button(plain(language, 'button-mute'), 'reminders:mute'),
      ],
    ],
  };
}
