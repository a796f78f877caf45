import type { FailureCount } from '../../linking/link.ts';
import type { SearchTerms } from '../../registry/holder-search.ts';
import type { Certificate, CertificateStatus, DocumentType, Holder } from '../../registry/holder.ts';
import type { Instant } from '../../time/instant.ts';

export interface HolderStore {
  get(id: string): Promise<Holder | undefined>;
  findByDocument(type: DocumentType, number: string): Promise<Holder | undefined>;
  /** Keyed as `documentKey` of engine/registry gives it; holders that do not exist are left out. */
  findByDocuments(documents: readonly { type: DocumentType; number: string }[]): Promise<Holder[]>;
  /** Those of `ids` that exist, in any order. */
  getMany(ids: readonly string[]): Promise<Holder[]>;
  /** Those who go by these terms (`searchTerms` of engine/registry), by id, at most `limit`. */
  search(terms: SearchTerms, limit: number): Promise<Holder[]>;
  insertMany(holders: readonly Holder[]): Promise<void>;
  updateMany(holders: readonly Holder[]): Promise<void>;
  failures(id: string): Promise<FailureCount>;
  setFailures(id: string, count: FailureCount): Promise<void>;
}

export interface CertificateStore {
  get(id: string): Promise<Certificate | undefined>;
  /** Newest first by day of issue, then by management number. */
  ofHolder(holderId: string): Promise<Certificate[]>;
  findByManagementNumbers(numbers: readonly string[]): Promise<Certificate[]>;
  insertMany(certificates: readonly Certificate[]): Promise<void>;
  /** All but the status, which only `changeStatus` changes, for a member may change it at the same time. */
  updateMany(certificates: readonly Certificate[]): Promise<void>;
  /** Whether the status was `from` and now is `to`. */
  changeStatus(id: string, from: CertificateStatus, to: CertificateStatus): Promise<boolean>;
}

export interface ImportRecord {
  id: string;
  at: Instant;
  /** SHA-256 of the file, hex. */
  fileHash: string;
  added: number;
  /** Certificates moved to another holder among them. */
  changed: number;
  withdrawn: number;
}

export interface ImportStore {
  add(record: ImportRecord): Promise<void>;
  latest(): Promise<ImportRecord | undefined>;
  /** How many imports have changed the registry so far. */
  count(): Promise<number>;
}
