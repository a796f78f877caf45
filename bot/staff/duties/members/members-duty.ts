import { pageNumber } from '../../../telegram/buttons/paging.ts';
import type { Duty } from '../../duty.ts';
import { inPrivate } from '../../in-private.ts';
import { ofStep } from '../../of-step.ts';
import { show } from '../../show.ts';
import { askChange, changeNow } from './change.ts';
import { askRole, invite } from './invite.ts';
import { memberNews } from './member-news.ts';
import { FLOW } from './member-change.ts';
import { membersView, openCard } from './member-views.ts';

/** Who is on the staff: the list, a card each, what they may do, and letting somebody in. */
export const membersDuty: Duty = {
  commands: {
    members: inPrivate('members', async (turn) => show(turn, await membersView(turn, 1))),
    invite: inPrivate('members', (turn) => askRole(turn)),
  },
  taps: {
    'members:list': inPrivate('members', async (turn, { args: [page] }) =>
      show(turn, await membersView(turn, pageNumber(page))),
    ),
    'members:card': inPrivate('members', (turn, { args: [id = ''] }) => openCard(turn, id)),
    'members:ask': inPrivate('members', askChange),
    'members:do': ofStep(FLOW, inPrivate('members', changeNow)),
    'members:invite': inPrivate('members', askRole),
    'members:role': ofStep(FLOW, inPrivate('members', invite)),
  },
  news: { 'member-changed': memberNews },
};
