import type { Person } from '../holder.ts';
import { documentKey } from '../normalize.ts';
import type { Column } from './columns.ts';
import type { RowFault } from './import-fault.ts';
import type { RegistryRow } from './read-row.ts';

/** Judges a row against the rows before it in the same file. */
export type CheckAgainstEarlier = (row: RegistryRow) => RowFault[];

const TOLD: readonly (readonly [keyof Person, Column])[] = [
  ['name', 'name'],
  ['gender', 'gender'],
  ['birthMonth', 'birth_month'],
  ['phone', 'phone'],
];

/**
 * A management number may come once, and all rows of one identity document must tell the same of
 * the person. Remembers the keys of every row, so one check serves one file.
 */
export function earlierRowsCheck(): CheckAgainstEarlier {
  const numbers = new Map<string, number>();
  const people = new Map<string, { line: number; person: Person }>();
  return ({ line, person, certificate }) => {
    const faults: RowFault[] = [];
    const firstLine = numbers.get(certificate.managementNumber);
    if (firstLine === undefined) numbers.set(certificate.managementNumber, line);
    else faults.push({ line, column: 'management_number', kind: 'duplicate-management-number', firstLine });

    const key = documentKey(person.documentType, person.documentNumber);
    const first = people.get(key);
    if (!first) people.set(key, { line, person });
    else faults.push(...differences(first, { line, person }));
    return faults;
  };
}

function differences(first: { line: number; person: Person }, other: { line: number; person: Person }): RowFault[] {
  return TOLD.filter(([field]) => first.person[field] !== other.person[field]).map(([, column]) => ({
    line: other.line,
    column,
    kind: 'differs-from-row',
    firstLine: first.line,
  }));
}
