import type { CertificateFace } from '../faces.ts';
import type { Bilingual } from '../../ports/language.ts';
import { chineseDate, chineseMonth } from './dates.ts';
import { DOCUMENT_TYPES, GENDERS, WORDING } from './wording.ts';

/** A field of the certificate as the page shows it. */
export interface Field {
  label: Bilingual;
  /** Null when the certificate doesn't have it. */
  value: string | null;
  /** English under the value, where there is any. */
  gloss?: string;
  strong?: boolean;
}

/** The fields in rows of one or two, in the order in which certificates print them. */
export function fieldRows(face: CertificateFace): readonly (readonly Field[])[] {
  const { holder } = face;
  return [
    [{ label: WORDING.name, value: holder.name, strong: true }],
    [
      { label: WORDING.gender, ...translated(holder.gender && GENDERS[holder.gender]) },
      {
        label: WORDING.birthMonth,
        value: holder.birthMonth && chineseMonth(holder.birthMonth),
        ...gloss(holder.birthMonth),
      },
    ],
    [
      { label: WORDING.documentType, ...translated(DOCUMENT_TYPES[holder.documentType]) },
      { label: WORDING.documentNumber, value: holder.documentNumber },
    ],
    [{ label: WORDING.qualification, ...translated(face.qualification), strong: true }],
    [
      { label: WORDING.level, value: face.level },
      { label: WORDING.managementNumber, value: face.managementNumber },
    ],
    [{ label: WORDING.speciality, value: face.speciality }],
    [
      { label: WORDING.approvedOn, value: chineseDate(face.approvedOn), ...gloss(face.approvedOn) },
      { label: WORDING.issuedOn, value: chineseDate(face.issuedOn), ...gloss(face.issuedOn) },
    ],
    [{ label: WORDING.issuer, value: face.issuer }],
  ];
}

function translated(text: Bilingual | null): Pick<Field, 'value' | 'gloss'> {
  return text ? { value: text['zh-CN'], gloss: text.en } : { value: null };
}

function gloss(text: string | null): Pick<Field, 'gloss'> {
  return text === null ? {} : { gloss: text };
}
