import type { BaseFace } from '../compose.ts';

/** No text that can be drawn has it, so that none is mistaken for two. */
const SEPARATOR = '\u0000';
/** Null is another value than an empty text. */
const NOTHING = '\u0001';

/**
 * A text that is the same for faces that are the same, and another one for others. Put together by hand, because every copy
 * needs one and JSON.stringify takes three times as long.
 */
export function faceKey({ bandTexts, certificate, kind }: BaseFace): string {
  const { holder, qualification, sealedBy } = certificate;
  return [
    kind,
    certificate.managementNumber,
    holder.name,
    holder.gender ?? NOTHING,
    holder.birthMonth ?? NOTHING,
    holder.documentType,
    holder.documentNumber,
    qualification['zh-CN'],
    qualification.en,
    certificate.level ?? NOTHING,
    certificate.speciality ?? NOTHING,
    certificate.approvedOn,
    certificate.issuedOn,
    certificate.issuer,
    sealedBy.id,
    sealedBy.name['zh-CN'],
    sealedBy.name.en,
    sealedBy.contact['zh-CN'],
    sealedBy.contact.en,
    sealedBy.specimen ? 'specimen' : 'genuine',
    bandTexts.join(SEPARATOR),
  ].join(SEPARATOR);
}
