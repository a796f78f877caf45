import type { CivilDate } from '../time/civil-date.ts';

export const DOCUMENT_TYPES = [
  'resident-identity-card',
  'military-officer-card',
  'passport',
  'hong-kong-macau-permit',
  'taiwan-permit',
  'foreign-permanent-resident-card',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export type Gender = 'male' | 'female';

/** A year and month, `YYYY-MM`. */
export type YearMonth = string & { readonly __yearMonth: true };

/** What the registry knows of a person. Personal data: never in a log, callback, file name or URL. */
export interface Person {
  name: string;
  gender: Gender | null;
  birthMonth: YearMonth | null;
  documentType: DocumentType;
  documentNumber: string;
  /** E.164 digits without '+', as `normalizePhone` gives them; null when the registry has none. */
  phone: string | null;
}

export interface Holder extends Person {
  id: string;
}

export type CertificateStatus = 'valid' | 'withdrawn';

/** One qualification awarded to one holder. */
export interface Certificate {
  id: string;
  holderId: string;
  /** Code of the catalogue entry. */
  qualification: string;
  /** As printed; null when the certificate has none. */
  level: string | null;
  speciality: string | null;
  managementNumber: string;
  approvedOn: CivilDate;
  issuedOn: CivilDate;
  /** 发证机关 as the registry gives it. */
  issuer: string;
  status: CertificateStatus;
}
