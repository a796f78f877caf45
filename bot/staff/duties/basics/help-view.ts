import type { Member } from '../../../../engine/staff/member.ts';
import type { View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { commandsOf } from '../../commands/command-list.ts';
import type { StaffDeps } from '../../turn.ts';

/** What the member's role may do, by command. */
export function helpView({ duties }: Pick<StaffDeps, 'duties'>, { role, language }: Member): View {
  const head = text(language, 'staff-help', { role: plain(language, 'staff-role', { role }) });
  const lines = commandsOf(duties, role, language).map((line) => text(language, 'staff-help-line', { ...line }));
  return { html: [head, '', ...lines].join('\n') };
}
