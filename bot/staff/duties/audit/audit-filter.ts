import type { AuditSearch } from '../../../../engine/staff/audit.ts';
import { CAPABILITIES, type Capability } from '../../../../engine/staff/permissions.ts';
import { type CivilDate, parseCivilDate } from '../../../../engine/time/civil-date.ts';
import type { Zone } from '../../../../engine/time/instant.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { packCallback } from '../../../telegram/buttons/callback-data.ts';
import type { InlineButton } from '../../../telegram/effects.ts';

/** What the audit is looked through by. All of it fits behind a button. */
export interface AuditFilter {
  /** Null for the command line. */
  memberId?: string | null;
  holderId?: string;
  capability?: Capability;
  refused?: true;
  day?: CivilDate;
}

const NOTHING = '-';
const COMMAND_LINE = 'cli';

/** A filter and a page, from 1, as arguments of callback data. */
export function filterArgs({ memberId, holderId, capability, refused, day }: AuditFilter, page = 1): string[] {
  return [
    memberId === null ? COMMAND_LINE : (memberId ?? NOTHING),
    holderId ?? NOTHING,
    // Names are too long to stand beside two ids. Should the table change, an old button shows another capability.
    capability === undefined ? NOTHING : CAPABILITIES.indexOf(capability).toString(36),
    day?.replaceAll('-', '') ?? NOTHING,
    refused ? 'r' : NOTHING,
    String(page),
  ];
}

/** Reads what `filterArgs` wrote; what can't be read is left out. */
export function readFilter([memberId, holderId, capability, day, refused]: readonly string[]): AuditFilter {
  const known = CAPABILITIES[Number.parseInt(capability ?? '', 36)];
  const date = parseCivilDate(day?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') ?? '');
  return {
    ...(memberId === COMMAND_LINE ? { memberId: null } : isId(memberId) && { memberId }),
    ...(isId(holderId) && { holderId }),
    ...(known && { capability: known }),
    ...(date && { day: date }),
    ...(refused === 'r' && { refused: true as const }),
  };
}

function isId(text: string | undefined): text is string {
  return text !== undefined && text !== NOTHING && text !== '';
}

/** The same for the store; a day begins and ends at the zone's midnights. */
export function searchOf({ day, ...filter }: AuditFilter, zone: Zone): AuditSearch {
  return day === undefined ? filter : { ...filter, since: zone.at(day), until: zone.endOf(day) };
}

/** Opens the audit looked through by `filter`. */
export function auditButton(label: string, filter: AuditFilter): InlineButton {
  return button(label, 'audit:list', { args: filterArgs(filter) });
}

export function auditPage(filter: AuditFilter, page: number): string {
  return packCallback({ feature: 'audit', action: 'list', args: filterArgs(filter, page) });
}
