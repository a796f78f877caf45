import type { Certificate, Holder, Person } from '../holder.ts';
import { documentKey } from '../normalize.ts';
import type { Column } from './columns.ts';
import type { RowFault } from './import-fault.ts';
import type { RegistryRow } from './read-row.ts';

/** What the registry has of the holders and certificates that some rows name. */
export interface Known {
  holders: readonly Holder[];
  certificates: readonly Certificate[];
}

/** What importing one row means. `columns` says what differs from the registry. */
export interface RowPlan {
  row: RegistryRow;
  holder: 'added' | 'changed' | 'unchanged';
  certificate: 'added' | 'changed' | 'withdrawn' | 'unchanged';
  columns: readonly Column[];
}

/** What importing some rows means, ready to be written. */
export interface ImportPlan {
  rows: RowPlan[];
  holders: { added: Holder[]; changed: Holder[] };
  /** Those `withdrawn` still have the status `valid`, and are in `changed` as well if more than that changed. */
  certificates: { added: Certificate[]; changed: Certificate[]; withdrawn: Certificate[] };
  faults: RowFault[];
}

/** Ids of the holders met earlier in the same file, by `documentKey`: they are as the file says by now. */
export type SettledHolders = Map<string, string>;

const PERSON_COLUMNS: readonly (readonly [keyof Person, Column])[] = [
  ['name', 'name'],
  ['gender', 'gender'],
  ['birthMonth', 'birth_month'],
  ['phone', 'phone'],
];

const CERTIFICATE_COLUMNS: readonly (readonly [keyof RegistryRow['certificate'], Column])[] = [
  ['qualification', 'qualification'],
  ['level', 'level'],
  ['speciality', 'speciality'],
  ['approvedOn', 'approved_on'],
  ['issuedOn', 'issued_on'],
  ['issuer', 'issuer'],
  ['status', 'status'],
];

/**
 * Compares rows with the registry. A person is known by type and number of the identity document:
 * another name is a correction of the holder, another number is another holder. What the rows
 * don't mention stays as it is. Adds to `settled`.
 */
export function planImport(
  rows: readonly RegistryRow[],
  known: Known,
  settled: SettledHolders,
  newId: () => string,
): ImportPlan {
  const plan: ImportPlan = {
    rows: [],
    holders: { added: [], changed: [] },
    certificates: { added: [], changed: [], withdrawn: [] },
    faults: [],
  };
  const holders = new Map(known.holders.map((one) => [documentKey(one.documentType, one.documentNumber), one]));
  const certificates = new Map(known.certificates.map((one) => [one.managementNumber, one]));
  for (const row of rows) {
    const holder = planHolder(row, holders, settled, newId);
    const current = certificates.get(row.certificate.managementNumber);
    if (current && current.holderId !== holder.id) {
      plan.faults.push({ line: row.line, column: 'management_number', kind: 'certificate-of-another-holder' });
      continue;
    }
    if (holder.fate !== 'unchanged') plan.holders[holder.fate].push({ ...row.person, id: holder.id });
    const certificate = planCertificate(row, holder.id, current, plan, newId);
    const columns = [...holder.columns, ...certificate.columns];
    plan.rows.push({ row, holder: holder.fate, certificate: certificate.fate, columns });
  }
  return plan;
}

interface Planned<Fate> {
  fate: Fate;
  columns: readonly Column[];
}

function planHolder(
  { person }: RegistryRow,
  holders: ReadonlyMap<string, Holder>,
  settled: SettledHolders,
  newId: () => string,
): Planned<RowPlan['holder']> & { id: string } {
  const key = documentKey(person.documentType, person.documentNumber);
  const settledId = settled.get(key);
  if (settledId !== undefined) return { id: settledId, fate: 'unchanged', columns: [] };
  const current = holders.get(key);
  const id = current?.id ?? newId();
  settled.set(key, id);
  if (!current) return { id, fate: 'added', columns: [] };
  const columns = PERSON_COLUMNS.filter(([field]) => current[field] !== person[field]).map(([, column]) => column);
  return { id, fate: columns.length > 0 ? 'changed' : 'unchanged', columns };
}

function planCertificate(
  { certificate }: RegistryRow,
  holderId: string,
  current: Certificate | undefined,
  plan: ImportPlan,
  newId: () => string,
): Planned<RowPlan['certificate']> {
  if (!current) {
    plan.certificates.added.push({ ...certificate, id: newId(), holderId });
    return { fate: 'added', columns: [] };
  }
  const differing = CERTIFICATE_COLUMNS.filter(([field]) => current[field] !== certificate[field]);
  if (differing.length === 0) return { fate: 'unchanged', columns: [] };
  const columns = differing.map(([, column]) => column);
  const withdrawn = current.status === 'valid' && certificate.status === 'withdrawn';
  // Withdrawing is more than a new status: it ends the certificate's endorsements.
  const next: Certificate = { ...current, ...certificate, status: withdrawn ? 'valid' : certificate.status };
  if (withdrawn) plan.certificates.withdrawn.push(next);
  if (!withdrawn || columns.length > 1) plan.certificates.changed.push(next);
  return { fate: withdrawn ? 'withdrawn' : 'changed', columns };
}
