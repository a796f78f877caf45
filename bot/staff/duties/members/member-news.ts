import { text } from '../../../telegram/text/locale.ts';
import type { NewsWriter } from '../../duty.ts';
import { roleName } from './member-views.ts';

/** Tells a member that they may do something else now. */
export const memberNews: NewsWriter = async (tx, { item, to: { language } }) => {
  const member = await tx.staff.members.get(item.accountId);
  if (member?.status !== 'active') return 'drop';
  return { view: { html: text(language, 'staff-member-news', { role: roleName(language, member.role) }) } };
};
