import { pageNumber } from '../../../telegram/buttons/paging.ts';
import type { Duty } from '../../duty.ts';
import { inPrivate } from '../../in-private.ts';
import { show } from '../../show.ts';
import { readFilter } from './audit-filter.ts';
import { answerTyped, askTyped, openAudit } from './audit-search.ts';
import { auditView } from './audit-view.ts';
import { pickCapabilityView, pickMemberView } from './pick-views.ts';

/** What was done, looked at and refused, newest first, looked through by who, what, about whom and when. */
export const auditDuty: Duty = {
  commands: { audit: inPrivate('audit', openAudit) },
  taps: {
    'audit:list': inPrivate('audit', async (turn, { args }) =>
      show(turn, await auditView(turn, readFilter(args), pageNumber(args[5]))),
    ),
    'audit:by-member': inPrivate('audit', async (turn, { args }) =>
      show(turn, await pickMemberView(turn, readFilter(args), pageNumber(args[5]))),
    ),
    'audit:by-deed': inPrivate('audit', async (turn, { args }) =>
      show(turn, pickCapabilityView(turn, readFilter(args))),
    ),
    'audit:type': inPrivate('audit', askTyped),
  },
  flows: { audit: inPrivate('audit', answerTyped) },
};
