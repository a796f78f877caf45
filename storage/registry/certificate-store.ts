import type { CertificateStore } from '../../engine/ports/stores/registry-stores.ts';
import type { Certificate, CertificateStatus } from '../../engine/registry/holder.ts';
import { batches, happened } from '../rows.ts';
import { StorageFault } from '../storage-fault.ts';
import type { CertificateRow, Db } from '../tables.ts';

const COLUMNS = 10;

export class SqlCertificateStore implements CertificateStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async get(id: string): Promise<Certificate | undefined> {
    const row = await this.#db.selectFrom('certificate').selectAll().where('id', '=', id).executeTakeFirst();
    return row && certificateFromRow(row);
  }

  async ofHolder(holderId: string): Promise<Certificate[]> {
    const rows = await this.#db
      .selectFrom('certificate')
      .selectAll()
      .where('holder_id', '=', holderId)
      .orderBy('issued_on', 'desc')
      .orderBy('management_number')
      .execute();
    return rows.map(certificateFromRow);
  }

  async findByManagementNumbers(numbers: readonly string[]): Promise<Certificate[]> {
    const found: Certificate[] = [];
    for (const batch of batches(numbers, 1)) {
      const rows = await this.#db
        .selectFrom('certificate')
        .selectAll()
        .where('management_number', 'in', batch)
        .execute();
      for (const row of rows) found.push(certificateFromRow(row));
    }
    return found;
  }

  async insertMany(certificates: readonly Certificate[]): Promise<void> {
    for (const batch of batches(certificates, COLUMNS)) {
      await this.#db.insertInto('certificate').values(batch.map(toRow)).execute();
    }
  }

  async updateMany(certificates: readonly Certificate[]): Promise<void> {
    for (const batch of batches(certificates, COLUMNS)) {
      await this.#mustExist(batch.map((certificate) => certificate.id));
      await this.#db
        .insertInto('certificate')
        .values(batch.map(toRow))
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({
            holder_id: row.ref('excluded.holder_id'),
            qualification: row.ref('excluded.qualification'),
            level: row.ref('excluded.level'),
            speciality: row.ref('excluded.speciality'),
            management_number: row.ref('excluded.management_number'),
            approved_on: row.ref('excluded.approved_on'),
            issued_on: row.ref('excluded.issued_on'),
            issuer: row.ref('excluded.issuer'),
          })),
        )
        .execute();
    }
  }

  async changeStatus(id: string, from: CertificateStatus, to: CertificateStatus): Promise<boolean> {
    const result = await this.#db
      .updateTable('certificate')
      .set({ status: to })
      .where('id', '=', id)
      .where('status', '=', from)
      .executeTakeFirst();
    return happened(result);
  }

  async #mustExist(ids: readonly string[]): Promise<void> {
    const { count } = await this.#db
      .selectFrom('certificate')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('id', 'in', ids)
      .executeTakeFirstOrThrow();
    if (count === new Set(ids).size) return;
    throw new StorageFault('missing-row', 'A certificate to be changed does not exist.');
  }
}

function toRow(certificate: Certificate): CertificateRow {
  return {
    id: certificate.id,
    holder_id: certificate.holderId,
    qualification: certificate.qualification,
    level: certificate.level,
    speciality: certificate.speciality,
    management_number: certificate.managementNumber,
    approved_on: certificate.approvedOn,
    issued_on: certificate.issuedOn,
    issuer: certificate.issuer,
    status: certificate.status,
  };
}

export function certificateFromRow(row: CertificateRow): Certificate {
  return {
    id: row.id,
    holderId: row.holder_id,
    qualification: row.qualification,
    level: row.level,
    speciality: row.speciality,
    managementNumber: row.management_number,
    approvedOn: row.approved_on,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    status: row.status,
  };
}
