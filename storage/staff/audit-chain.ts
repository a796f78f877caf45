import type { Selectable } from 'kysely';
import type { AuditHead } from '../../engine/staff/audit.ts';
import type { PersonalData } from '../personal-data.ts';
import type { StaffAuditRow } from './staff-tables.ts';

/** A row before its hash is known, as it is stored. */
export type UnhashedRow = Omit<Selectable<StaffAuditRow>, 'hash'>;

/**
 * The hash of a row: keyed, over everything that is stored of it (the encrypted reason as ciphertext) and the hash of
 * the row before, null for the first. An array of JSON is canonical: its order is written here, its values are strings,
 * whole numbers and nulls.
 */
export function rowHash(personal: PersonalData, row: UnhashedRow, previous: string | null): string {
  const reason = row.reason && Buffer.from(row.reason).toString('base64');
  return personal.chain(
    JSON.stringify([
      'row',
      previous,
      row.sequence,
      row.at,
      row.member_id,
      row.role,
      row.capability,
      row.action,
      row.holder_id,
      row.about,
      reason,
      row.refusal,
      row.facts,
    ]),
  );
}

/** What stands beside the head, so that only who has the key can write another. */
export function headSeal(personal: PersonalData, { rows, hash }: AuditHead): string {
  return personal.chain(JSON.stringify(['head', rows, hash]));
}
