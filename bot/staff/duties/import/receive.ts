import type { Proposal } from '../../../../engine/ports/stores/staff-stores.ts';
import { receiveImport } from '../../../../engine/staff/import/check-import.ts';
import { importOfProposal } from '../../../../engine/staff/import/confirm-import.ts';
import { heldImport } from '../../../../engine/staff/import/held-import.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import type { Effect, InlineButton } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { leaveDialog } from '../../dialog.ts';
import type { Entry, Said } from '../../duty.ts';
import { inPrivate } from '../../in-private.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { templateFile } from './import-views.ts';

/** Tables, and what people take for tables, so that they are told what to do instead. */
const TABLE = /\.(?:csv|xlsx|xls|xlsm|xlsb|xltx|ods|et|numbers)$/i;

/** Says how it is done, and which imports wait for a second person. */
export async function explainImport(turn: StaffTurn): Promise<Effect[]> {
  await leaveDialog(turn);
  const { policy } = turn.deps;
  const { language } = turn.member;
  const { confirmAbove: most, keepHours: hours } = policy.import;
  const html = text(language, 'staff-import-how', { most: String(most), hours: String(hours) });
  const waiting = await waitingImports(turn);
  return [...show(turn, { html, inline: waiting }), templateFile(language)];
}

/** A table that comes outside any dialog is there to be imported. */
export async function hearsTable({ place }: StaffTurn, said: Said): Promise<Entry<Said> | undefined> {
  if (place.kind !== 'private' || said.kind !== 'document' || !TABLE.test(said.name)) return undefined;
  return inPrivate('import', receiveTable);
}

async function receiveTable(turn: StaffTurn, said: Said): Promise<Effect[]> {
  const { tx, deps, now, member, place, note } = turn;
  const { language } = member;
  if (said.kind !== 'document') return [];
  const { name, bytes } = said;
  if (!bytes) {
    note({ refusal: 'too-large' });
    return show(turn, { html: text(language, 'staff-import-too-large') });
  }
  const id = await receiveImport(tx, deps, { now, memberId: member.id, chatId: place.chatId, name, bytes });
  note({ about: id, facts: { bytes: bytes.length } });
  return show(turn, { html: text(language, 'staff-import-received', { name }) });
}

async function waitingImports(turn: StaffTurn): Promise<InlineButton[][]> {
  const { tx, now, deps, member } = turn;
  const rows: InlineButton[][] = [];
  for (const proposal of await tx.staff.proposals.open(now)) {
    if (!(await isHeld(turn, proposal))) continue;
    const at = formatMoment(member.language, proposal.askedAt, deps.zone);
    const label = plain(member.language, 'staff-import-button-waiting', { at });
    rows.push([button(label, 'import:open', { args: [proposal.id] })]);
  }
  return rows;
}

async function isHeld({ tx, now }: StaffTurn, proposal: Proposal): Promise<boolean> {
  const id = importOfProposal(proposal);
  return id !== undefined && (await heldImport(tx, id, now)) !== undefined;
}
