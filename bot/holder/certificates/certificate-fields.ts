import type { Language } from '../../../engine/ports/language.ts';
import type { CertificateView } from '../../../engine/registry/list-certificates.ts';
import type { Holder } from '../../../engine/registry/holder.ts';
import { maskDocumentNumber } from '../../../engine/registry/mask.ts';
import { formatDate, formatMonth } from '../../telegram/text/dates.ts';
import { plain } from '../../telegram/text/locale.ts';

type Field =
  | 'name'
  | 'gender'
  | 'birth-month'
  | 'document-type'
  | 'document-number'
  | 'qualification'
  | 'level'
  | 'speciality'
  | 'management-number'
  | 'approved-on'
  | 'issued-on'
  | 'issuer'
  | 'status';

/** The fields of a certificate, one a line, not escaped. The document number is masked; what is not known is left out. */
export function certificateFields(
  language: Language,
  holder: Holder,
  { certificate, qualification }: Pick<CertificateView, 'certificate' | 'qualification'>,
): string {
  const fields: [Field, string | null][] = [
    ['name', holder.name],
    ['gender', holder.gender && plain(language, `gender-${holder.gender}`)],
    ['birth-month', holder.birthMonth && formatMonth(language, holder.birthMonth)],
    ['document-type', plain(language, `document-type-${holder.documentType}`)],
    ['document-number', maskDocumentNumber(holder.documentNumber)],
    ['qualification', qualification.name[language]],
    ['level', certificate.level],
    ['speciality', certificate.speciality],
    ['management-number', certificate.managementNumber],
    ['approved-on', formatDate(language, certificate.approvedOn)],
    ['issued-on', formatDate(language, certificate.issuedOn)],
    ['issuer', certificate.issuer],
    ['status', plain(language, `certificate-status-${certificate.status}`)],
  ];
  return fields.flatMap(([field, value]) => (value ? [plain(language, `field-${field}`, { value })] : [])).join('\n');
}
