import type { Language } from '../../../../engine/ports/language.ts';
import type { Transaction } from '../../../../engine/ports/storage.ts';
import { findRule } from '../../../../engine/policy/rules.ts';
import { maskName } from '../../../../engine/registry/mask.ts';
import type { AuditRow } from '../../../../engine/staff/audit.ts';
import { readAlertKind } from '../../../../engine/staff/alerts/alert-kinds.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import type { StaffTurn } from '../../turn.ts';
import { alertName } from '../alerts/alert-views.ts';
import { readRole } from '../members/member-change.ts';
import { wholeRuleName } from '../policy/rule-words.ts';
import { deedName } from './deed-name.ts';

/** A row in words, as HTML: when, who, what, about whom, why, and what kept it from being done. */
export async function rowWords(turn: StaffTurn, row: AuditRow): Promise<string> {
  const { tx, deps, member } = turn;
  const { language } = member;
  const { hour, minute } = deps.zone.wallClock(row.at);
  const by = row.memberId === null ? undefined : await tx.staff.members.get(row.memberId);
  const line = text(language, 'staff-audit-row', {
    time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
    by: row.memberId === null ? plain(language, 'staff-audit-command-line') : (by?.name ?? '—'),
    deed: deedWords(turn, row),
    holder: await holderWords(turn, row),
    about: await aboutWords(turn, row),
  });
  const refusal = row.refusal === null ? [] : [refusalWords(turn, row.refusal)];
  const reason = row.reason === null ? [] : [text(language, 'staff-audit-reason', { reason: row.reason })];
  return [line, ...refusal, ...reason].join('\n');
}

/** What exactly was done where that has words of its own, otherwise what it is an instance of. */
function deedWords({ member: { language } }: StaffTurn, row: AuditRow): string {
  const what = plain(language, 'staff-capability', { capability: row.capability });
  return plain(language, 'staff-audit-deed', { action: deedName(row), what });
}

async function holderWords({ tx }: StaffTurn, { holderId }: AuditRow): Promise<string> {
  const holder = holderId === null ? undefined : await tx.holders.get(holderId);
  return holder ? maskName(holder.name) : 'none';
}

async function aboutWords(
  { tx, member: { language } }: StaffTurn,
  { about, capability, facts }: AuditRow,
): Promise<string> {
  if (about === null) return 'none';
  if (capability === 'members') return memberWords(tx, language, about, facts);
  const rule = capability === 'change-policy' ? findRule(about) : undefined;
  if (rule) return wholeRuleName(language, rule);
  const kind = capability === 'alerts' || capability === 'mute-alerts' ? readAlertKind(about) : undefined;
  return kind ? alertName(language, kind) : about;
}

/** Whom a deed of the members' duty was about, and what they became. */
async function memberWords(tx: Transaction, language: Language, id: string, facts: AuditRow['facts']): Promise<string> {
  const name = (await tx.staff.members.get(id))?.name ?? id;
  const to = readRole(String(facts['to']));
  return to ? `${name} → ${plain(language, 'staff-role', { role: to })}` : name;
}

function refusalWords({ member: { language } }: StaffTurn, refusal: string): string {
  return text(language, 'staff-audit-refusal', { refusal, code: refusal });
}
