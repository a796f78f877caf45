import { readEndorsementNumber } from '../../../../engine/ids.ts';
import type { Transaction } from '../../../../engine/ports/storage.ts';
import { normalizeText } from '../../../../engine/registry/normalize.ts';
import { button } from '../../../telegram/buttons/button.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { parseDay } from '../../../telegram/text/parse-day.ts';
import { askReason, leaveDialog } from '../../dialog.ts';
import type { Said } from '../../duty.ts';
import { show, stripStep } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { auditButton, type AuditFilter, filterArgs, readFilter } from './audit-filter.ts';
import { auditView } from './audit-view.ts';

/** `/audit`, or `/audit` with a number or a day behind it. */
export async function openAudit(turn: StaffTurn, typed: string): Promise<Effect[]> {
  if (typed === '') return show(turn, await auditView(turn, {}, 1));
  const filter = await readTyped(turn, typed);
  return filter ? show(turn, await auditView(turn, filter, 1)) : show(turn, notFound(turn, {}));
}

/** Asks for a number or a day to narrow the list by. */
export function askTyped(turn: StaffTurn, { args }: CallbackData): Promise<Effect[]> {
  const { language } = turn.member;
  const filter = readFilter(args);
  const back = auditButton(plain(language, 'staff-button-audit-back'), filter);
  const view = { html: text(language, 'staff-audit-ask'), inline: [[back]] };
  return askReason(turn, { flow: 'audit', state: { step: 'typed', filter: filterArgs(filter) }, view: () => view });
}

export async function answerTyped(turn: StaffTurn, said: Said): Promise<Effect[]> {
  const filter = filterOf(turn);
  const found = said.kind === 'text' ? await readTyped(turn, said.text) : undefined;
  if (!found) return show(turn, notFound(turn, filter));
  const strip = stripStep(turn);
  const left = await leaveDialog(turn);
  return [...strip, ...show(left, await auditView(left, { ...filter, ...found }, 1))];
}

function filterOf({ dialog }: StaffTurn): AuditFilter {
  const args = dialog?.data['filter'];
  return readFilter(Array.isArray(args) ? args.map(String) : []);
}

function notFound({ member: { language } }: StaffTurn, filter: AuditFilter) {
  const again = button(plain(language, 'staff-button-audit-type'), 'audit:type', { args: filterArgs(filter) });
  const all = auditButton(plain(language, 'staff-button-audit-back'), filter);
  return { html: text(language, 'staff-audit-not-understood'), inline: [[again], [all]] };
}

/** A day, or the holder that a management or endorsement number belongs to. */
async function readTyped({ tx, deps, now }: StaffTurn, typed: string): Promise<AuditFilter | undefined> {
  const day = parseDay(typed, deps.zone.dateOf(now));
  const holderId = await holderOf(tx, typed);
  if (holderId !== undefined) return { holderId };
  return day && { day };
}

async function holderOf(tx: Transaction, typed: string): Promise<string | undefined> {
  const number = readEndorsementNumber(typed);
  if (number !== undefined) return (await tx.endorsements.findByNumber(number))?.holderId;
  const [certificate] = await tx.certificates.findByManagementNumbers([normalizeText(typed)]);
  return certificate?.holderId;
}
