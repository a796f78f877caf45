import { type Result, done, refused } from '../../result.ts';
import { factsOfDocument } from '../document-number.ts';
import type { Certificate, Person } from '../holder.ts';
import { normalizePrinted, normalizeText } from '../normalize.ts';
import type { Column, Header } from './columns.ts';
import type { FileRow } from './file/file-row.ts';
import type { FindQualification, FoundQualification, QualificationRefusal } from '../catalogue/find-qualification.ts';
import type { RowFault, RowReason } from './import-fault.ts';
import {
  type Read,
  readDate,
  readDocumentNumber,
  readDocumentType,
  readGender,
  readManagementNumber,
  readMonth,
  readName,
  readPhone,
  readStatus,
  readText,
} from './read-cell.ts';

/** A row of a registry file in the engine's terms, the certificate still without its holder. */
export interface RegistryRow {
  line: number;
  person: Person;
  certificate: Omit<Certificate, 'id' | 'holderId'>;
}

const AS_PRINTED: ReadonlySet<Column> = new Set(['speciality', 'issuer']);
const DATES: ReadonlySet<Column> = new Set(['birth_month', 'approved_on', 'issued_on']);

/** Reads one row; a refusal names every mistake of it. */
export function readRow(header: Header, row: FileRow, find: FindQualification): Result<RegistryRow, RowFault[]> {
  if (row.cells.length !== header.width) {
    const reason: RowReason = { kind: 'cell-count', expected: header.width, found: row.cells.length };
    return refused([{ line: row.line, column: null, ...reason }]);
  }
  if (row.hidden) return refused([{ line: row.line, column: null, kind: 'hidden-row' }]);
  const cells = new Cells(header, row);
  const person = readPerson(cells);
  const certificate = readCertificate(cells, find);
  if (!person || !certificate || cells.faults.length > 0) return refused(cells.faults);
  return done({ line: row.line, person, certificate });
}

/** The cells of one row, and the mistakes met so far. */
class Cells {
  readonly faults: RowFault[] = [];
  readonly #header: Header;
  readonly #row: FileRow;

  constructor(header: Header, row: FileRow) {
    this.#header = header;
    this.#row = row;
  }

  text(column: Column): string {
    const text = this.#row.cells[this.#header.positions[column]] ?? '';
    return AS_PRINTED.has(column) ? normalizePrinted(text) : normalizeText(text);
  }

  /** Undefined, with a fault noted, when the cell is empty or can't be read. */
  required<T>(column: Column, read: (text: string) => Read<T>): T | undefined {
    const result = this.#read(column, read);
    if (result.ok) return result.value;
    this.fault(column, result.refusal);
    return undefined;
  }

  /** Null for an empty cell; undefined, with a fault noted, when it can't be read. */
  optional<T>(column: Column, read: (text: string) => Read<T>): T | null | undefined {
    return this.text(column) === '' && !this.#spoilt(column) ? null : this.required(column, read);
  }

  fault(column: Column, reason: RowReason): void {
    this.faults.push({ line: this.#row.line, column, ...reason });
  }

  #read<T>(column: Column, read: (text: string) => Read<T>): Read<T> {
    const spoilt = this.#spoilt(column);
    if (spoilt) return refused(spoilt);
    const text = this.text(column);
    return text === '' ? refused({ kind: 'empty-cell' }) : read(text);
  }

  /** Why the text of a worksheet's cell isn't what somebody wrote there. */
  #spoilt(column: Column): RowReason | undefined {
    const mark = this.#row.marks?.get(this.#header.positions[column]);
    if (mark?.kind === 'inexact') return { kind: 'spreadsheet-number' };
    if (mark?.kind !== 'date') return mark;
    // 2021-1 typed as a management number has become a day.
    return DATES.has(column) ? undefined : { kind: 'spreadsheet-number' };
  }
}

function readPerson(cells: Cells): Person | undefined {
  const name = cells.required('name', readName);
  const gender = cells.optional('gender', readGender);
  const birthMonth = cells.optional('birth_month', readMonth);
  const documentType = cells.required('document_type', readDocumentType);
  const documentNumber =
    documentType && cells.required('document_number', (text) => readDocumentNumber(documentType, text));
  const phone = cells.optional('phone', readPhone);
  if (name === undefined || documentType === undefined || documentNumber === undefined) return undefined;
  if (gender === undefined || birthMonth === undefined || phone === undefined) return undefined;
  return agreeing(cells, { name, gender, birthMonth, documentType, documentNumber, phone });
}

/** An identity number tells gender and birth month: they must agree, and may be left to it. */
function agreeing(cells: Cells, person: Person): Person {
  const facts = factsOfDocument(person.documentType, person.documentNumber);
  if (!facts) return person;
  const { gender, birthMonth } = person;
  if (gender !== null && gender !== facts.gender) cells.fault('gender', { kind: 'differs-from-document' });
  if (birthMonth !== null && birthMonth !== facts.birthMonth) {
    cells.fault('birth_month', { kind: 'differs-from-document' });
  }
  return { ...person, gender: facts.gender, birthMonth: facts.birthMonth };
}

function readCertificate(cells: Cells, find: FindQualification): RegistryRow['certificate'] | undefined {
  const found = readQualification(cells, find);
  const speciality = cells.optional('speciality', readText);
  const managementNumber = cells.required('management_number', readManagementNumber);
  const approvedOn = cells.required('approved_on', readDate);
  const issuedOn = cells.required('issued_on', readDate);
  const issuer = cells.required('issuer', readText);
  const status = cells.required('status', readStatus);
  if (!found || managementNumber === undefined || speciality === undefined) return undefined;
  if (!approvedOn || !issuedOn || issuer === undefined || !status) return undefined;
  const { qualification, level } = found;
  return {
    qualification: qualification.code,
    level,
    speciality,
    managementNumber,
    approvedOn,
    issuedOn,
    issuer,
    status,
  };
}

function readQualification(cells: Cells, find: FindQualification): FoundQualification | undefined {
  const name = cells.required('qualification', readText);
  if (name === undefined) return undefined;
  const level = cells.optional('level', readText);
  if (level === undefined) return undefined;
  const found = find(name, level ?? '');
  if (found.ok) return found.value;
  cells.fault(found.refusal.kind === 'unknown-level' ? 'level' : 'qualification', reasonOf(found.refusal, name));
  return undefined;
}

function reasonOf(refusal: QualificationRefusal, name: string): RowReason {
  return refusal.kind === 'unknown-level' ? refusal : { kind: 'unknown-qualification', value: name };
}
