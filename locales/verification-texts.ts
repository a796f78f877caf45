import type { FailedReason, IndeterminateReason } from '../engine/document/verify/verdict.ts';
import type { Language } from '../engine/ports/language.ts';
import type { SoundVerdict } from '../engine/verification/file-soundness.ts';
import type { IssuedVerdict, StandingReason } from '../engine/verification/issued-verdict.ts';
import type { ReferenceVerdict } from '../engine/verification/verify-reference.ts';

/** What a reason means, for whoever has to decide on a document: one sentence. */
type Sentences<Reason extends string> = Readonly<Record<Reason, string>>;

interface VerificationTexts {
  /** Whether something holds: a few words for the top of an answer, and the sentence. */
  title: Sentences<StandingReason | IssuedVerdict['reason'] | ReferenceVerdict['reason'] | 'doubted'>;
  /** Of a file that was compared with what was issued. */
  issued: Sentences<IssuedVerdict['reason']>;
  /** Of a code or number. */
  reference: Sentences<ReferenceVerdict['reason']>;
  /** Of a file by itself. */
  sound: Sentences<SoundVerdict['reason']>;
}

const FAILED_EN: Sentences<FailedReason> = {
  'not-a-pdf': 'This is not a PDF file.',
  'too-large': 'The file is far larger than any copy made here, so its signature was not looked at.',
  encrypted: 'The file is encrypted; copies made here never are.',
  'no-signature': 'The file carries no electronic signature.',
  'several-signatures': 'The file carries more than one signature; copies made here have exactly one.',
  'appended-to': 'Something was added to the file after it was signed.',
  'byte-range': 'The signature does not cover the whole file.',
  contents: 'The place of the signature in the file has been tampered with.',
  structure: 'The file is not built the way copies made here are; it may have been saved or changed by other software.',
  'not-certified': 'The signature does not forbid changes, as that of every copy made here does.',
  'cms-malformed': 'The signature is damaged or was not made here.',
  changed: 'The file was changed after it was signed.',
  'signature-wrong': 'The signature was not made with the key of the seal that it names.',
  'signing-certificate': 'The signature does not belong to the signing certificate that came with it.',
  'key-usage': 'The key that signed the file is not one that may sign documents.',
  'timestamp-wrong': 'The time stamp in the file is damaged or belongs to another signature.',
  'certificate-revoked': 'The signing certificate was revoked before the file was signed.',
};

const INDETERMINATE_EN: Sentences<IndeterminateReason> = {
  'untrusted-issuer': 'The file is whole, but was signed by somebody whom this service does not know.',
  'certificate-not-yet-valid': 'The file is whole, but the signing certificate is not valid yet.',
  'certificate-expired':
    'The file is whole, but the signing certificate, or one that vouches for it, has expired since.',
  'signed-outside-validity': 'The file is whole, but says it was signed when the signing certificate was not valid.',
  'signed-in-the-future': 'The file is whole, but says it was signed at a time that is yet to come.',
  'timestamp-untrusted': 'The file is whole, but its time stamp is by somebody whom this service does not know.',
  'revoked-without-proof':
    'The file is whole, but the signing certificate has been revoked since and nothing proves that it was signed before.',
};

const STANDING_EN: Sentences<Exclude<StandingReason, 'valid'>> = {
  expired: 'It was issued by this service, but its validity is over.',
  'revoked-by-holder': 'It was issued by this service, but its holder has revoked it. It is no longer valid.',
  'revoked-by-staff': 'It was issued by this service, but our staff have revoked it. It is no longer valid.',
  'certificate-withdrawn':
    'It was issued by this service, but the certificate that it shows has been withdrawn. It is no longer valid.',
  'certificate-corrected':
    'It was issued by this service, but a detail of the certificate was corrected since. It is no longer valid; ask the holder for a new one.',
};

const EN: VerificationTexts = {
  title: {
    valid: 'Genuine and valid',
    doubted: 'Issued here, but its signature is not confirmed',
    expired: 'Expired',
    'revoked-by-holder': 'Revoked by the holder',
    'revoked-by-staff': 'Revoked',
    'certificate-withdrawn': 'Certificate withdrawn',
    'certificate-corrected': 'No longer valid: certificate corrected',
    altered: 'Not the original file',
    'not-issued': 'Not issued here',
    unknown: 'Nothing found',
    mistyped: 'Mistyped, it seems',
    'too-many-lookups': 'Too many in a short time',
  },
  issued: {
    valid: 'This file was issued by this service, is unchanged and holds today.',
    ...STANDING_EN,
    altered:
      'This file claims to be a copy issued here, but is not the file that was issued; it may have been changed. Ask the holder for the original PDF.',
    'not-issued':
      'This service did not issue this file. If it should be a copy from here, ask the holder for the original PDF.',
  },
  reference: {
    valid: 'The endorsement holds today.',
    ...STANDING_EN,
    unknown: 'This service has issued nothing by that code or number. Compare it with the document, or send the PDF.',
    mistyped: 'A character seems to be missing or wrong. Compare it with the document, or send the PDF.',
    'too-many-lookups': 'You have asked for many that do not exist. Try again in an hour, or send the PDF.',
  },
  sound: {
    sound: 'The file is whole and unchanged since the seal was put on it.',
    ...FAILED_EN,
    ...INDETERMINATE_EN,
    'out-of-time': 'The file could not be looked through in reasonable time; no copy made here is like that.',
  },
};

const FAILED_ZH: Sentences<FailedReason> = {
  'not-a-pdf': '这不是 PDF 文件。',
  'too-large': '文件远大于本服务出具的任何文件，未查验其签名。',
  encrypted: '文件已加密；本服务出具的文件从不加密。',
  'no-signature': '文件没有电子签名。',
  'several-signatures': '文件有多个签名；本服务出具的文件只有一个签名。',
  'appended-to': '文件在签名之后被添加了内容。',
  'byte-range': '签名没有覆盖整个文件。',
  contents: '文件中存放签名的位置被篡改过。',
  structure: '文件的结构与本服务出具的文件不同，可能被其他软件另存或修改过。',
  'not-certified': '签名没有禁止修改；本服务出具的文件一律禁止修改。',
  'cms-malformed': '签名已损坏，或者不是本服务所签。',
  changed: '文件在签名之后被修改过。',
  'signature-wrong': '签名不是用所示印章的密钥签署的。',
  'signing-certificate': '签名与随附的签名证书不符。',
  'key-usage': '签署文件的密钥不能用于签署文件。',
  'timestamp-wrong': '文件中的时间戳已损坏，或者不属于这个签名。',
  'certificate-revoked': '签名证书在文件签署之前已被吊销。',
};

const INDETERMINATE_ZH: Sentences<IndeterminateReason> = {
  'untrusted-issuer': '文件完整，但签署者不是本服务认可的机构。',
  'certificate-not-yet-valid': '文件完整，但签名证书尚未生效。',
  'certificate-expired': '文件完整，但签名证书或其上级证书现已过期。',
  'signed-outside-validity': '文件完整，但所记签名时间不在签名证书的有效期内。',
  'signed-in-the-future': '文件完整，但所记签名时间尚未到来。',
  'timestamp-untrusted': '文件完整，但时间戳不是本服务认可的机构签发的。',
  'revoked-without-proof': '文件完整，但签名证书此后已被吊销，无法证明文件是在吊销之前签署的。',
};

const STANDING_ZH: Sentences<Exclude<StandingReason, 'valid'>> = {
  expired: '由本服务出具，但有效期已过。',
  'revoked-by-holder': '由本服务出具，但持证人员已将其作废，不再有效。',
  'revoked-by-staff': '由本服务出具，但已被工作人员作废，不再有效。',
  'certificate-withdrawn': '由本服务出具，但所载证书已被撤销，不再有效。',
  'certificate-corrected': '由本服务出具，但证书信息此后有更正，不再有效。请向持证人员索取新的文件。',
};

const ZH: VerificationTexts = {
  title: {
    valid: '查验通过，目前有效',
    doubted: '由本服务出具，但签名未获确认',
    expired: '已过期',
    'revoked-by-holder': '已由持证人员作废',
    'revoked-by-staff': '已作废',
    'certificate-withdrawn': '证书已撤销',
    'certificate-corrected': '证书已更正，此件失效',
    altered: '不是原始文件',
    'not-issued': '不是本服务出具的文件',
    unknown: '查无此件',
    mistyped: '可能输错了',
    'too-many-lookups': '查询过于频繁',
  },
  issued: {
    valid: '这份文件由本服务出具，未被改动，目前有效。',
    ...STANDING_ZH,
    altered: '这份文件自称由本服务出具，但与出具的原件不一致，可能被改动过。请向持证人员索取 PDF 原件。',
    'not-issued': '本服务没有出具过这份文件。如果它应当出自本服务，请向持证人员索取 PDF 原件。',
  },
  reference: {
    valid: '这次加注目前有效。',
    ...STANDING_ZH,
    unknown: '本服务没有出具过带有这个查验码或编号的文件。请与文件核对，或把 PDF 文件发到这里。',
    mistyped: '可能少了或错了一个字符。请与文件核对，或把 PDF 文件发到这里。',
    'too-many-lookups': '您查询了多个不存在的查验码或编号。请一小时后再试，或把 PDF 文件发到这里。',
  },
  sound: {
    sound: '文件完整，加盖电子签章后未被改动。',
    ...FAILED_ZH,
    ...INDETERMINATE_ZH,
    'out-of-time': '未能在合理时间内查验完这个文件；本服务出具的文件不会这样。',
  },
};

/** A text for every verdict, in each language; the chat and the command line both take it from here. */
export const VERIFICATION_TEXTS: Readonly<Record<Language, VerificationTexts>> = { 'zh-CN': ZH, en: EN };
