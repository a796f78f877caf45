import type { Bilingual } from '../../ports/language.ts';
import type { DocumentType, Gender } from '../../registry/holder.ts';

const both = (chinese: string, english: string): Bilingual => ({ 'zh-CN': chinese, en: english });

/** Every fixed text of the page, both languages side by side. */
export const WORDING = {
  endorsedCaption: both('加注件', 'ENDORSED COPY'),
  plainCaption: both('电子件', 'ELECTRONIC COPY'),
  subtitle: both('职业资格证书', 'Certificate of Professional Qualification'),
  name: both('姓名', 'Name'),
  gender: both('性别', 'Sex'),
  birthMonth: both('出生年月', 'Month of birth'),
  documentType: both('证件类型', 'ID document'),
  documentNumber: both('证件号码', 'ID number'),
  qualification: both('资格名称', 'Qualification'),
  level: both('级别', 'Level'),
  speciality: both('专业', 'Speciality'),
  managementNumber: both('管理号', 'Management No.'),
  approvedOn: both('批准日期', 'Approved on'),
  issuedOn: both('签发日期', 'Issued on'),
  issuer: both('发证机关', 'Issued by'),
  bandTitle: both('加注信息', 'ENDORSEMENT'),
  plainTitle: both('电子件说明', 'ABOUT THIS COPY'),
  scenario: both('使用场景', 'Permitted use'),
  validity: both('有效期', 'Validity'),
  number: both('加注编号', 'Endorsement No.'),
  madeAt: both('制作时间', 'Made at'),
  noEndorsement: both('本证书无需加注，可直接使用。', 'This certificate needs no endorsement.'),
  scan: both('扫码查验', 'Scan to verify'),
  verifyAt: both('查验网址', 'Verify at'),
  code: both('查验码', 'Code'),
  howToVerify: both('查验方法', 'HOW TO VERIFY'),
  verifyOnline: both(
    '扫描二维码，或打开上列网址，核对本件是否有效。',
    'Scan the code, or open the address above, to see whether this copy is valid.',
  ),
  verifySignature: both(
    '用支持电子签名的阅读器打开：签名有效且此后未经修改，即为原件。',
    'Open this file in a PDF reader: its signature must be valid and the file unchanged.',
  ),
  verifyPlain: both(
    '请以电子文件为准，打印件无从核对签名。',
    'Rely on the file: nobody can check a signature on paper.',
  ),
  verifyLimits: both(
    '仅限上列使用场景与有效期内使用，逾期请重新加注。',
    'Good only for the use and the days shown above.',
  ),
  sealedBy: both('签章机构', 'Sealed and signed by'),
  specimen: both('样张', 'SPECIMEN'),
  specimenNote: both('样张，仅供演示，不具任何效力', 'Specimen for demonstration, without any legal effect'),
  signatureField: both('电子签章', 'Electronic seal and signature'),
  signatureReason: both('证实本件由签章机构制作', 'Certifies that the issuer made this copy'),
  qrCode: both('查验二维码', 'QR code that leads to the verification page'),
} as const satisfies Record<string, Bilingual>;

export const GENDERS: Readonly<Record<Gender, Bilingual>> = {
  male: both('男', 'Male'),
  female: both('女', 'Female'),
};

export const DOCUMENT_TYPES: Readonly<Record<DocumentType, Bilingual>> = {
  'resident-identity-card': both('居民身份证', 'Resident identity card'),
  'military-officer-card': both('军官证', 'Military officer card'),
  passport: both('护照', 'Passport'),
  'hong-kong-macau-permit': both('港澳居民来往内地通行证', 'Mainland travel permit, Hong Kong and Macau'),
  'taiwan-permit': both('台湾居民来往大陆通行证', 'Mainland travel permit, Taiwan'),
  'foreign-permanent-resident-card': both('外国人永久居留身份证', 'Foreign permanent resident card'),
};

/** What stands for a field that the certificate doesn't have. */
export const NOTHING = '—';

/** The characters that the band may need whatever an endorsement says: digits, dates, addresses, codes. */
export const BAND_CHARACTERS = {
  regular: `${printableAscii()}共天，含首尾两·${WORDING.code['zh-CN']}`,
  bold: '0123456789年月日至',
} as const;

function printableAscii(): string {
  return String.fromCodePoint(...Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index));
}
