import type { Selectable } from 'kysely';
import type { Endorsement } from '../../engine/endorsement/endorsement.ts';
import type { PlainCopy } from '../../engine/ports/stores/endorsement-stores.ts';
import type { Issued, IssuedStore } from '../../engine/ports/stores/issued-store.ts';
import type { Person } from '../../engine/registry/holder.ts';
import type { PersonalData } from '../personal-data.ts';
import { certificateFromRow } from '../registry/certificate-store.ts';
import { SealedColumn } from '../sealed-column.ts';
import type { CertificateRow, Db, EndorsementRow } from '../tables.ts';
import { endorsementFromRow } from './endorsement-row.ts';

/** What the three tables call alike, by the names that the joined row has it under. */
interface Joined extends Omit<Selectable<CertificateRow>, 'id' | 'holder_id' | 'status'> {
  certificate_holder_id: string;
  certificate_status: CertificateRow['status'];
  person: Uint8Array;
}

export class SqlIssuedStore implements IssuedStore {
  readonly #db: Db;
  readonly #person: SealedColumn<Person>;

  constructor(db: Db, personal: PersonalData) {
    this.#db = db;
    this.#person = new SealedColumn(personal, 'holder', 'person');
  }

  async byCode(code: string): Promise<Issued<Endorsement> | undefined> {
    return (await this.byCodes([code])).get(code);
  }

  /** Those that there are, by code. */
  async byCodes(codes: readonly string[]): Promise<Map<string, Issued<Endorsement>>> {
    const rows = await joinedEndorsements(this.#db).where('verification_code', 'in', codes).execute();
    return new Map(rows.map((row) => [row.verification_code, this.#endorsement(row)]));
  }

  async byNumber(number: string): Promise<Issued<Endorsement> | undefined> {
    const row = await joinedEndorsements(this.#db).where('number', '=', number).executeTakeFirst();
    return row && this.#endorsement(row);
  }

  async bySha256(sha256: string): Promise<Issued<Endorsement> | undefined> {
    return (await this.bySha256s([sha256])).get(sha256);
  }

  /** Those that there are, by hash; of several with one hash, the newest. */
  async bySha256s(hashes: readonly string[]): Promise<Map<string, Issued<Endorsement>>> {
    const rows = await joinedEndorsements(this.#db).where('sha256', 'in', hashes).execute();
    const byAge = rows.toSorted((one, other) => one.requested_at - other.requested_at);
    return new Map(byAge.map((row) => [row.sha256 ?? '', this.#endorsement(row)]));
  }

  async plainBySha256(sha256: string): Promise<Issued<PlainCopy> | undefined> {
    const row = await this.#db
      .selectFrom('plain_copy')
      .innerJoin('certificate', 'certificate.id', 'plain_copy.certificate_id')
      .innerJoin('holder', 'holder.id', 'plain_copy.holder_id')
      .selectAll('plain_copy')
      .select(JOINED)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (!row) return undefined;
    const copy = { sha256, certificateId: row.certificate_id, holderId: row.holder_id, madeAt: row.made_at };
    return this.#issued(copy, row);
  }

  #endorsement(row: EndorsementRow & Joined): Issued<Endorsement> {
    return this.#issued(endorsementFromRow(row), row);
  }

  #issued<Copy extends { certificateId: string; holderId: string }>(copy: Copy, row: Joined): Issued<Copy> {
    const { certificateId: id, holderId } = copy;
    const { certificate_holder_id: holder_id, certificate_status: status } = row;
    return {
      copy,
      certificate: certificateFromRow({ ...row, id, holder_id, status }),
      holder: { id: holderId, ...this.#person.open(holderId, row.person) },
    };
  }
}

const JOINED = [
  'certificate.holder_id as certificate_holder_id',
  'certificate.status as certificate_status',
  'certificate.qualification',
  'certificate.level',
  'certificate.speciality',
  'certificate.management_number',
  'certificate.approved_on',
  'certificate.issued_on',
  'certificate.issuer',
  'holder.person',
] as const;

function joinedEndorsements(db: Db) {
  return db
    .selectFrom('endorsement')
    .innerJoin('certificate', 'certificate.id', 'endorsement.certificate_id')
    .innerJoin('holder', 'holder.id', 'endorsement.holder_id')
    .selectAll('endorsement')
    .select(JOINED);
}
