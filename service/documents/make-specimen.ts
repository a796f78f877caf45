import { compose } from '../../engine/document/compose.ts';
import type { BandFace, CertificateFace } from '../../engine/document/faces.ts';
import type { FontFaces } from '../../engine/document/font/font-faces.ts';
import { prepare } from '../../engine/document/prepare.ts';
import type { Bilingual } from '../../engine/ports/language.ts';
import type { YearMonth } from '../../engine/registry/holder.ts';
import { instant, Zone } from '../../engine/time/instant.ts';

const SPECIMEN: Bilingual = { 'zh-CN': '样张', en: 'Specimen' };
const ZONE = 'Asia/Shanghai';
const MADE_AT = instant(0);
const DAY = new Zone(ZONE).dateOf(MADE_AT);
const SIGNATURE_BYTES = 4096;

const CERTIFICATE: CertificateFace = {
  holder: {
    name: SPECIMEN['zh-CN'],
    gender: 'female',
    birthMonth: DAY.slice(0, 7) as YearMonth,
    documentType: 'resident-identity-card',
    documentNumber: '000000000000000000',
  },
  qualification: SPECIMEN,
  level: null,
  speciality: null,
  managementNumber: '0000000000000000',
  approvedOn: DAY,
  issuedOn: DAY,
  issuer: SPECIMEN['zh-CN'],
  sealedBy: { id: 'specimen', name: SPECIMEN, contact: SPECIMEN, specimen: true },
};

const BAND: BandFace = {
  kind: 'endorsed',
  number: 'JZ19700101-000000',
  scenario: SPECIMEN,
  firstDay: DAY,
  lastDay: DAY,
  days: 1,
  verifyUrl: 'https://certificates.example.org/v/000000000000',
  verificationCode: '000000000000',
  madeAt: MADE_AT,
  zone: ZONE,
};

/**
 * Makes a page about nobody, unsigned, and throws it away: the first copy that somebody waits for then finds fonts read,
 * code compiled and ornaments drawn.
 */
export async function makeSpecimen(fonts: FontFaces): Promise<void> {
  const base = await compose({ certificate: CERTIFICATE, kind: BAND.kind, bandTexts: Object.values(SPECIMEN) }, fonts);
  prepare(base, BAND, SIGNATURE_BYTES);
}
