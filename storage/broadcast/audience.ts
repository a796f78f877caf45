import type { Audience } from '../../engine/broadcast/broadcast.ts';
import { never } from '../../engine/result.ts';
import type { CivilDate } from '../../engine/time/civil-date.ts';
import type { Db } from '../tables.ts';

/** The active links of those whom an audience means; an account has one at the most. */
export function audienceOf(db: Db, audience: Audience, today: CivilDate) {
  const linked = db
    .selectFrom('link')
    .innerJoin('account', 'account.id', 'link.account_id')
    .where('link.ended_at', 'is', null)
    .where('account.blocked_at', 'is', null);
  switch (audience.kind) {
    case 'linked':
      return linked;
    case 'expiring':
      return linked.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('endorsement')
            .select('endorsement.id')
            .whereRef('endorsement.holder_id', '=', 'link.holder_id')
            .where('endorsement.status', '=', 'valid')
            .where('endorsement.last_day', '>=', today)
            .where('endorsement.last_day', '<', audience.before),
        ),
      );
    case 'qualification':
      return linked.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('certificate')
            .select('certificate.id')
            .whereRef('certificate.holder_id', '=', 'link.holder_id')
            .where('certificate.qualification', '=', audience.code)
            .where('certificate.status', '=', 'valid'),
        ),
      );
    default:
      return never(audience);
  }
}
