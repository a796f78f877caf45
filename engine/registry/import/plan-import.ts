import type { Certificate, Holder, Person } from '../holder.ts';
import { documentKey, sameName } from '../normalize.ts';
import type { Column } from './columns.ts';
import type { RowFault } from './import-fault.ts';
import type { RegistryRow } from './read-row.ts';

/** What the registry has of the certificates and identity documents that some rows name, and whose they are. */
export interface Known {
  holders: readonly Holder[];
  certificates: readonly Certificate[];
}

/** What importing one row means. `columns` says what differs from the registry. */
export interface RowPlan {
  row: RegistryRow;
  holder: 'added' | 'changed' | 'unchanged';
  certificate: 'added' | 'changed' | 'moved' | 'withdrawn' | 'unchanged';
  columns: readonly Column[];
}

/** What importing some rows means. */
export interface ImportPlan {
  rows: RowPlan[];
  changes: RegistryChanges;
  faults: RowFault[];
}

/** What is to be written. */
export interface RegistryChanges {
  holders: { added: Holder[]; changed: Holder[] };
  /**
   * Those `moved`, and those `withdrawn` or `restored` of which more than that changed, are in `changed` as well. What is
   * only in `changed` keeps the status that it has when it is written.
   */
  certificates: {
    added: Certificate[];
    changed: Certificate[];
    withdrawn: Certificate[];
    restored: Certificate[];
    moved: Move[];
  };
}

/** A certificate that goes to the holder of the corrected identity document. */
export interface Move {
  certificateId: string;
  fromHolderId: string;
  toHolderId: string;
}

/** Ids of the holders met earlier in the same file, by `documentKey`: they are as the file says by now. */
export type SettledHolders = Map<string, string>;

const PERSON_COLUMNS: readonly (readonly [keyof Person, Column])[] = [
  ['name', 'name'],
  ['gender', 'gender'],
  ['birthMonth', 'birth_month'],
  ['phone', 'phone'],
];

const DOCUMENT_COLUMNS: readonly (readonly [keyof Person, Column])[] = [
  ['documentType', 'document_type'],
  ['documentNumber', 'document_number'],
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
 * Compares rows with the registry as it was before the file. A person is known by type and number of the
 * identity document: another name is a correction of the holder, another document is another holder. A
 * certificate that the registry has under another document but the same name moves to the holder of the new
 * one, for then its number was corrected; under another name too, it is somebody else's. What the rows don't
 * mention stays as it is. Adds to `settled`.
 */
export function planImport(
  rows: readonly RegistryRow[],
  known: Known,
  settled: SettledHolders,
  newId: () => string,
): ImportPlan {
  const plan: ImportPlan = {
    rows: [],
    changes: {
      holders: { added: [], changed: [] },
      certificates: { added: [], changed: [], withdrawn: [], restored: [], moved: [] },
    },
    faults: [],
  };
  const byDocument = new Map(known.holders.map((one) => [documentKey(one.documentType, one.documentNumber), one]));
  const owned = ownedCertificates(known);
  for (const row of rows) {
    const holder = planHolder(row, byDocument, settled, newId);
    const current = owned.get(row.certificate.managementNumber);
    if (current && current.owner.id !== holder.id && !sameName(current.owner.name, row.person.name)) {
      plan.faults.push({ line: row.line, column: 'management_number', kind: 'certificate-of-another-holder' });
      continue;
    }
    if (holder.fate !== 'unchanged') plan.changes.holders[holder.fate].push({ ...row.person, id: holder.id });
    const certificate = planCertificate(row, holder.id, current, plan.changes, newId);
    const columns = [...holder.columns, ...certificate.columns];
    plan.rows.push({ row, holder: holder.fate, certificate: certificate.fate, columns });
  }
  return plan;
}

export function hasChanges({ holders, certificates }: RegistryChanges): boolean {
  return [...Object.values(holders), ...Object.values(certificates)].some((list) => list.length > 0);
}

/** By management number. */
function ownedCertificates({ holders, certificates }: Known): Map<string, OwnedCertificate> {
  const byId = new Map(holders.map((one) => [one.id, one]));
  return new Map(
    certificates.map((certificate) => {
      const owner = byId.get(certificate.holderId);
      if (!owner) throw new Error(`the holder of certificate ${certificate.id} was not looked up`);
      return [certificate.managementNumber, { certificate, owner }];
    }),
  );
}

interface OwnedCertificate {
  certificate: Certificate;
  owner: Holder;
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
  const columns = differing(PERSON_COLUMNS, current, person);
  return { id, fate: columns.length > 0 ? 'changed' : 'unchanged', columns };
}

function planCertificate(
  { certificate, person }: RegistryRow,
  holderId: string,
  known: OwnedCertificate | undefined,
  { certificates }: RegistryChanges,
  newId: () => string,
): Planned<RowPlan['certificate']> {
  if (!known) {
    certificates.added.push({ ...certificate, id: newId(), holderId });
    return { fate: 'added', columns: [] };
  }
  const { certificate: current, owner } = known;
  const moved = owner.id !== holderId;
  const columns = [
    ...(moved ? differing(DOCUMENT_COLUMNS, owner, person) : []),
    ...differing(CERTIFICATE_COLUMNS, current, certificate),
  ];
  if (columns.length === 0) return { fate: 'unchanged', columns };
  const next: Certificate = { ...current, ...certificate, holderId };
  // Withdrawing is more than a new status: it ends the certificate's endorsements.
  const keepsStatus = current.status === next.status;
  if (!keepsStatus) certificates[next.status === 'withdrawn' ? 'withdrawn' : 'restored'].push(next);
  if (keepsStatus || columns.length > 1) certificates.changed.push(next);
  if (moved) certificates.moved.push({ certificateId: next.id, fromHolderId: owner.id, toHolderId: holderId });
  if (!keepsStatus && next.status === 'withdrawn') return { fate: 'withdrawn', columns };
  return { fate: moved ? 'moved' : 'changed', columns };
}

function differing<T>(fields: readonly (readonly [keyof T, Column])[], one: T, other: T): Column[] {
  return fields.filter(([field]) => one[field] !== other[field]).map(([, column]) => column);
}
