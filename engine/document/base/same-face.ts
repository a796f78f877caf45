import type { BaseFace } from '../compose.ts';
import type { CertificateFace } from '../faces.ts';
import type { Bilingual } from '../../ports/language.ts';

/**
 * Whether two faces are alike in everything, so that one base serves both. Field by field, because every copy asks: to
 * put a text together of them and find that takes four times as long. That none is left out is for a test to see.
 */
export function sameFace(a: BaseFace, b: BaseFace): boolean {
  return a.kind === b.kind && sameTexts(a.bandTexts, b.bandTexts) && sameCertificate(a.certificate, b.certificate);
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function sameCertificate(a: CertificateFace, b: CertificateFace): boolean {
  return (
    a.managementNumber === b.managementNumber &&
    a.level === b.level &&
    a.speciality === b.speciality &&
    a.approvedOn === b.approvedOn &&
    a.issuedOn === b.issuedOn &&
    a.issuer === b.issuer &&
    sameBilingual(a.qualification, b.qualification) &&
    sameHolder(a.holder, b.holder) &&
    sameIssuer(a.sealedBy, b.sealedBy)
  );
}

function sameHolder(a: CertificateFace['holder'], b: CertificateFace['holder']): boolean {
  return (
    a.name === b.name &&
    a.gender === b.gender &&
    a.birthMonth === b.birthMonth &&
    a.documentType === b.documentType &&
    a.documentNumber === b.documentNumber
  );
}

function sameIssuer(a: CertificateFace['sealedBy'], b: CertificateFace['sealedBy']): boolean {
  return (
    a.id === b.id && a.specimen === b.specimen && sameBilingual(a.name, b.name) && sameBilingual(a.contact, b.contact)
  );
}

function sameBilingual(a: Bilingual, b: Bilingual): boolean {
  return a['zh-CN'] === b['zh-CN'] && a.en === b.en;
}
