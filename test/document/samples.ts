import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { CertificateFace, EndorsementFace, PlainFace } from '../../engine/document/faces.ts';
import { FontFaces } from '../../engine/document/font/font-faces.ts';
import { openPkcs12 } from '../../engine/document/issuer/pkcs12.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import type { Bilingual } from '../../engine/ports/language.ts';
import type { Signer } from '../../engine/ports/signer.ts';
import type { Issuer } from '../../engine/registry/catalogue.ts';
import type { YearMonth } from '../../engine/registry/holder.ts';
import { civilDate } from '../../engine/time/civil-date.ts';
import { type Instant, instant } from '../../engine/time/instant.ts';

/** The moment at which every sample is made: 10:52:07 in Shanghai. */
export const NOW: Instant = instant(Date.UTC(2026, 11, 1, 2, 52, 7));
const ZONE = 'Asia/Shanghai';
export const PASSWORD = 'demonstration';

const ISSUERS = ['demonstration', 'impostor', 'rsa3072', 'rsa4096', 'p256', 'p384', 'encipher-only'] as const;
export type IssuerName = (typeof ISSUERS)[number];

export function issuerFile(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/issuers/${name}`, import.meta.url));
}

const signers = new Map<IssuerName, Signer>();

/** A sample issuer's signer, opened once per test file. */
export function signer(name: IssuerName): Signer {
  const opened = signers.get(name) ?? openPkcs12(issuerFile(`${name}.p12`), PASSWORD, NOW);
  signers.set(name, opened);
  return opened;
}

/** Roots of every sample issuer but the impostor. */
const TRUSTED_ROOTS = [issuerFile('demonstration-root.der'), issuerFile('test-root.der')];
export const BASIS = { trustedRoots: TRUSTED_ROOTS, at: NOW };

const { resolve } = createRequire(import.meta.url);
const noto = (file: string): Buffer => readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${file}`));
export const FONT_FILES = {
  regular: noto('400Regular/NotoSansSC_400Regular.ttf'),
  bold: noto('700Bold/NotoSansSC_700Bold.ttf'),
};

let fonts: FontFaces | undefined;

/** The faces that ship, read once per test file. */
export function shippedFonts(): FontFaces {
  fonts ??= new FontFaces(FONT_FILES);
  return fonts;
}

/** A maker whose issuers are the sample ones, by name. */
export function sampleMaker(...names: readonly IssuerName[]): CopyMaker {
  const byId = new Map(names.map((name) => [name as string, signer(name)]));
  return createDocumentMaker({ fonts: shippedFonts(), signers: byId });
}

function both(chinese: string, english: string): Bilingual {
  return { 'zh-CN': chinese, en: english };
}

function issuer(id: string, specimen = true): Issuer {
  return {
    id,
    name: both('加注示范发证机关', 'Jiazhu Demonstration Authority'),
    contact: both('示范热线', 'Demonstration hotline'),
    specimen,
  };
}

function day(year: number, month: number, date: number) {
  const found = civilDate(year, month, date);
  if (!found) throw new RangeError('no such day');
  return found;
}

export const CERTIFICATE: CertificateFace = {
  holder: {
    name: '李明轩',
    gender: 'male',
    birthMonth: '1949-12' as YearMonth,
    documentType: 'resident-identity-card',
    documentNumber: '11010519491231002X',
  },
  qualification: both('注册城乡规划师', 'Registered Urban and Rural Planner'),
  level: null,
  speciality: null,
  managementNumber: '20240511000000004321',
  approvedOn: day(2024, 5, 19),
  issuedOn: day(2024, 9, 30),
  issuer: '示范省人力资源和社会保障厅（样张）',
  sealedBy: issuer('demonstration'),
};

/** The longest real values: a name of 20 characters with middle dots, a speciality of 40. */
export const LONGEST: CertificateFace = {
  ...CERTIFICATE,
  holder: {
    ...CERTIFICATE.holder,
    name: '阿卜杜热合曼·买买提依明江·吐尔逊江艾力',
    documentType: 'hong-kong-macau-permit',
    documentNumber: 'H1234567890',
    gender: null,
    birthMonth: null,
  },
  qualification: both(
    '勘察设计注册工程师（注册土木工程师（水利水电工程））',
    'Registered Engineer in Survey and Design (Registered Civil Engineer (Water Resources and Hydropower))',
  ),
  level: '一级',
  speciality: '水利水电工程移民安置规划与水土保持及环境影响评价专业方向一二三四五六七八九十甲乙',
};

/** As long as import takes them. */
export const OVERLONG: CertificateFace = {
  ...LONGEST,
  holder: { ...LONGEST.holder, name: '阿卜杜热合曼·买买提依明江·吐尔逊江艾力'.repeat(2), gender: 'female' },
  managementNumber: '20240511000000004321'.repeat(10),
  speciality: '水利水电工程移民安置规划与水土保持及环境'.repeat(10),
  issuer: '示范省人力资源和社会保障厅示范市示范县局'.repeat(10),
};

/** An issuer of a long name whose copies don't say 样张. */
export const GENUINE: Issuer = {
  ...CERTIFICATE.sealedBy,
  specimen: false,
  name: both(
    '示范省专业技术人员职业资格考试评价中心',
    'Demonstration Provincial Centre for Professional Qualification Examinations',
  ),
};

/** Rare characters that the shipped faces have, Extension A and beyond, and no optional field at all. */
export const RARE: CertificateFace = {
  ...CERTIFICATE,
  holder: { ...CERTIFICATE.holder, name: '㐀䶮·𬺓𫘝龘', gender: null, birthMonth: null },
  level: null,
  speciality: null,
};

/** Characters that only a further face has. */
export const RAREST: CertificateFace = {
  ...RARE,
  holder: { ...RARE.holder, name: '李𠮷·𪚥轩' },
  speciality: '𠀀𡘙工程与𪚥',
};

export const ENDORSEMENT: EndorsementFace = {
  number: 'JZ20261201-7K3M9Q',
  scenario: both('本人调用', 'Own use'),
  firstDay: day(2026, 12, 1),
  lastDay: day(2027, 2, 28),
  days: 90,
  madeAt: NOW,
  zone: ZONE,
  verifyUrl: 'https://verify.example.org/v/7K3M9QX2TRB5D8WHF5',
  verificationCode: '7K3M9QX2TRB5D8WHF5',
};

export const PLAIN: PlainFace = { madeAt: NOW, zone: ZONE };

export function sealedBy(certificate: CertificateFace, name: IssuerName): CertificateFace {
  return { ...certificate, sealedBy: issuer(name) };
}
