import type { Language } from '../../../engine/ports/language.ts';
import { may, type StaffRole } from '../../../engine/staff/permissions.ts';
import { plain, type PlainId } from '../../telegram/text/locale.ts';
import type { Duty } from '../duty.ts';

/** What each command is for, in the order of a member's menu. One that a member never types has no line. */
const ABOUT = {
  find: 'staff-command-find',
  tickets: 'staff-command-tickets',
  queue: 'staff-command-queue',
  alerts: 'staff-command-alerts',
  import: 'staff-command-import',
  broadcast: 'staff-command-broadcast',
  canned: 'staff-command-canned',
  notice: 'staff-command-notice',
  stats: 'staff-command-stats',
  export: 'staff-command-export',
  policy: 'staff-command-policy',
  audit: 'staff-command-audit',
  members: 'staff-command-members',
  invite: 'staff-command-invite',
  status: 'staff-command-status',
  help: 'staff-command-help',
  language: 'staff-command-language',
  cancel: 'staff-command-cancel',
  group: 'staff-command-group',
} as const satisfies Record<string, PlainId>;

export interface CommandLine {
  command: string;
  description: string;
}

/** The commands that a role may use, with what each is for. */
export function commandsOf(duties: readonly Duty[], role: StaffRole, language: Language): CommandLine[] {
  const allowed = new Set(
    duties.flatMap(({ commands = {} }) =>
      Object.entries(commands).flatMap(([name, { needs }]) => (may(role, needs) ? [name] : [])),
    ),
  );
  return Object.entries(ABOUT).flatMap(([command, id]) =>
    allowed.has(command) ? [{ command, description: plain(language, id) }] : [],
  );
}
