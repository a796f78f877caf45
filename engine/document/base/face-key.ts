import type { BaseFace } from '../compose.ts';

/**
 * A text that is the same for faces that are the same, and another one for others. Put together by hand: every copy needs
 * one, and to leave it to JSON.stringify how objects lie in each other takes half as long again.
 */
export function faceKey({ bandTexts, certificate, kind }: BaseFace): string {
  const { holder, qualification, sealedBy } = certificate;
  return JSON.stringify([
    kind,
    certificate.managementNumber,
    holder.name,
    holder.gender,
    holder.birthMonth,
    holder.documentType,
    holder.documentNumber,
    qualification['zh-CN'],
    qualification.en,
    certificate.level,
    certificate.speciality,
    certificate.approvedOn,
    certificate.issuedOn,
    certificate.issuer,
    sealedBy.id,
    sealedBy.name['zh-CN'],
    sealedBy.name.en,
    sealedBy.contact['zh-CN'],
    sealedBy.contact.en,
    sealedBy.specimen,
    ...bandTexts,
  ]);
}
