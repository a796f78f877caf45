import type { Bilingual } from '../ports/language.ts';
import type { Issuer } from '../registry/catalogue.ts';
import type { Person } from '../registry/holder.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Instant } from '../time/instant.ts';

/** What a page shows of a certificate. Holds personal data. */
export interface CertificateFace {
  holder: Omit<Person, 'phone'>;
  qualification: Bilingual;
  level: string | null;
  speciality: string | null;
  managementNumber: string;
  approvedOn: CivilDate;
  issuedOn: CivilDate;
  /** 发证机关, as the registry gives it. */
  issuer: string;
  /** Whose seal and signature the copy bears. */
  sealedBy: Issuer;
}

/** When and by which clock a copy was made. */
interface Making {
  madeAt: Instant;
  /** The authority's IANA zone, in which the page shows `madeAt`. */
  zone: string;
}

/** What an endorsed copy shows of its endorsement. */
export interface EndorsementFace extends Making {
  number: string;
  scenario: Bilingual;
  firstDay: CivilDate;
  lastDay: CivilDate;
  days: number;
  /** Where a third party checks this copy; the QR code's text. ASCII, no personal data. */
  verifyUrl: string;
  /** What is typed there by those who can't scan. */
  verificationCode: string;
}

/** What a copy shows of a certificate that needs no endorsement. */
export type PlainFace = Making;

/** What a copy shows beneath the certificate. */
export type BandFace = ({ kind: 'endorsed' } & EndorsementFace) | ({ kind: 'plain' } & PlainFace);
