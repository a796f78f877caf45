import type { Language } from '../engine/ports/language.ts';

/** Every word of the verification page but the verdicts, which `verification-texts.ts` has. Plain text: no markup. */
export interface PageTexts {
  /** The language's own name, on the switch that leads to it. */
  switchTo: string;
  service: string;
  skip: string;
  home: {
    title: string;
    lead: string;
    byCode: string;
    codeLabel: string;
    codeHelp: string;
    codeExample: string;
    submit: string;
    byFile: string;
    fileStays: string;
    fileLabel: string;
    dropHere: string;
    byCamera: string;
    cameraHelp: string;
    scan: string;
    stop: string;
  };
  /** Where something happens in the browser. */
  progress: { reading: string; asking: string; tooLarge: string; failed: string; noCamera: string };
  upload: { title: string; why: string; consent: string; submit: string; fileLabel: string };
  /** Instead of what `verification-texts.ts` says of a code, where there is no chat to send a file to. */
  code: Readonly<Record<'unknown' | 'mistyped' | 'too-many-lookups' | 'number', string>>;
  /** Of a file of which the hash alone is known. */
  digest: Readonly<Record<'not-issued' | 'valid', string>>;
  titles: { digestUnknown: string; number: string };
  until: (lastDay: string) => string;
  compare: string;
  compareFile: string;
  foreign: (authority: string) => string;
  facts: Readonly<
    Record<
      'holder' | 'qualification' | 'level' | 'scenario' | 'validity' | 'issuer' | 'number' | 'madeAt' | 'plain',
      string
    >
  >;
  /** Between the first and the last day. */
  to: string;
  checkedAt: (moment: string) => string;
  soundness: string;
  another: string;
  checkFile: string;
  foot: {
    privacy: string;
    contact: (hotline: string, hours: string) => string;
    api: string;
  };
  problems: Readonly<
    Record<
      'not-found' | 'too-many-requests' | 'busy' | 'too-large' | 'no-file' | 'no-consent' | 'invalid-request' | 'fault',
      { title: string; sentence: string }
    >
  >;
}

const ZH: PageTexts = {
  switchTo: '简体中文',
  service: '加注件查验',
  skip: '跳到正文',
  home: {
    title: '查验加注件',
    lead: '收到一份证书加注件？几秒钟即可确认它是否由我们出具、目前是否有效。无需注册。',
    byCode: '输入查验码',
    codeLabel: '查验码',
    codeHelp: '18 位字母和数字，印在文件二维码旁边。空格、大小写都不影响。',
    codeExample: '例如 7K3M 9QX2 TR5V 8WYA 4C',
    submit: '查验',
    byFile: '核对 PDF 文件',
    fileStays: '您的文件不会离开本设备：浏览器只计算它的指纹（SHA-256），仅发送指纹。',
    fileLabel: '选择 PDF 文件',
    dropHere: '或把文件拖到这里',
    byCamera: '扫描二维码',
    cameraHelp: '用摄像头对准文件上的二维码。画面只在本设备上识别。',
    scan: '打开摄像头',
    stop: '关闭摄像头',
  },
  progress: {
    reading: '正在本设备上计算文件指纹…',
    asking: '正在查验…',
    tooLarge: '文件超过 10 MB。加注件通常不到 0.1 MB，请确认选对了文件。',
    failed: '没能连上查验服务，请检查网络后重试。',
    noCamera: '没能打开摄像头。请允许使用摄像头，或改为输入查验码。',
  },
  upload: {
    title: '需要进一步鉴别吗？',
    why: '如果它应当出自本服务，可以上传文件，由我们检查它的电子签名、判断是否被改动过。',
    consent: '我同意上传这个文件。文件仅用于本次查验，看完即弃，不保存。',
    submit: '上传并鉴别',
    fileLabel: 'PDF 文件（不超过 10 MB）',
  },
  code: {
    unknown: '本服务没有出具过带有这个查验码的加注件。请与文件再核对一次，或改为核对 PDF 文件。',
    mistyped: '这个查验码少了或错了一个字符，校验位对不上。请与文件再核对一次，或改为核对 PDF 文件。',
    'too-many-lookups': '从您这里查询了多个不存在的查验码。请一小时后再试，或改为核对 PDF 文件。',
    number: '这是加注编号，不能单独用来查验。请输入二维码旁边的 18 位查验码，或核对 PDF 文件。',
  },
  digest: {
    valid: '这份文件与我们出具的原件逐字节一致，目前有效。',
    'not-issued': '没有出具过与它逐字节一致的文件。它可能来自别处，也可能是被改动过、或由其他软件另存过的加注件。',
  },
  titles: { digestUnknown: '与出具的原件都不一致', number: '请改用查验码' },
  until: (lastDay) => `有效期至 ${lastDay}（含当日）`,
  compare: '请把以下内容与您手中的文件逐项核对。不一致时，以这里为准。',
  compareFile: '文件本身已核对一致。以下是我们的记录：',
  foreign: (authority) => `您扫描的网址不属于${authority}。请以本页结果为准，不要在那个网页上填写任何信息。`,
  facts: {
    holder: '持证人员',
    qualification: '资格名称',
    level: '级别',
    scenario: '使用场景',
    validity: '有效期',
    issuer: '发证机关',
    number: '加注编号',
    madeAt: '制作时间',
    plain: '无需加注的证书电子件，没有截止日期',
  },
  to: '至',
  checkedAt: (moment) => `查验时间：${moment}`,
  soundness: '文件自身的签名',
  another: '查验另一份',
  checkFile: '核对 PDF 文件是否被改动过',
  foot: {
    privacy: '本页不使用 Cookie，不记录您的地址和浏览器信息。姓名只显示首字。',
    contact: (hotline, hours) => `有疑问请致电 ${hotline}（${hours}）`,
    api: '批量查验接口',
  },
  problems: {
    'not-found': { title: '没有这个页面', sentence: '网址可能不完整。请从首页重新查验。' },
    'too-many-requests': { title: '请求过于频繁', sentence: '请稍等一分钟再试。' },
    busy: { title: '现在查验的人较多', sentence: '请稍等片刻再上传一次。' },
    'too-large': { title: '文件过大', sentence: '文件超过 10 MB。加注件通常不到 0.1 MB，请确认选对了文件。' },
    'no-file': { title: '没有收到文件', sentence: '请返回并选择一个 PDF 文件。' },
    'no-consent': { title: '文件没有被查看', sentence: '上传鉴别需要您先同意。请返回并勾选同意。' },
    'invalid-request': { title: '没能读懂这次请求', sentence: '请从首页重新查验。' },
    fault: { title: '查验暂时不可用', sentence: '这是我们的问题，与您的文件无关。请稍后再试。' },
  },
};

const EN: PageTexts = {
  switchTo: 'English',
  service: 'Verification of endorsed copies',
  skip: 'Skip to content',
  home: {
    title: 'Verify an endorsed copy',
    lead: 'Were you given an endorsed copy of a certificate? In seconds you know whether we issued it and whether it holds. No account needed.',
    byCode: 'Type the verification code',
    codeLabel: 'Verification code',
    codeHelp: '18 letters and digits, printed beside the QR code. Spaces and capitals don’t matter.',
    codeExample: 'such as 7K3M 9QX2 TR5V 8WYA 4C',
    submit: 'Verify',
    byFile: 'Compare the PDF file',
    fileStays:
      'Your file does not leave this device: the browser works out its fingerprint (SHA-256), and sends nothing else.',
    fileLabel: 'Choose a PDF file',
    dropHere: 'or drop it here',
    byCamera: 'Scan the QR code',
    cameraHelp: 'Point the camera at the QR code on the document. The picture is read on this device.',
    scan: 'Open the camera',
    stop: 'Close the camera',
  },
  progress: {
    reading: 'Working out the file’s fingerprint on this device…',
    asking: 'Verifying…',
    tooLarge: 'The file is larger than 10 MB. Endorsed copies have less than 0.1 MB: is it the right file?',
    failed: 'The verification service could not be reached. Check the network and try again.',
    noCamera: 'The camera could not be opened. Allow its use, or type the verification code instead.',
  },
  upload: {
    title: 'Should we look closer?',
    why: 'If the file should be from here, you can upload it: we examine its electronic signature and say whether it was changed.',
    consent: 'I agree to upload this file. It is looked at once for this verification, and not kept.',
    submit: 'Upload and examine',
    fileLabel: 'PDF file (at most 10 MB)',
  },
  code: {
    unknown:
      'This service has issued no copy with that verification code. Compare it with the document once more, or compare the PDF file instead.',
    mistyped:
      'A character of this code is missing or wrong: its check character doesn’t fit. Compare it with the document once more, or compare the PDF file instead.',
    'too-many-lookups':
      'Many codes that do not exist were asked for from where you are. Try again in an hour, or compare the PDF file instead.',
    number:
      'This is an endorsement number, by which alone nothing is verified. Type the 18 characters of the verification code beside the QR code, or compare the PDF file.',
  },
  digest: {
    valid: 'This file is byte for byte the one that we issued, and holds today.',
    'not-issued':
      'We never issued a file that is the same byte for byte. It may be from elsewhere, or an endorsed copy that was changed or saved anew by other software.',
  },
  titles: { digestUnknown: 'Not one of our originals', number: 'Use the verification code' },
  until: (lastDay) => `Valid until ${lastDay}, that day included`,
  compare: 'Compare each of these with the document you have. Where they differ, go by this page.',
  compareFile: 'The file itself is the original. This is our record of it:',
  foreign: (authority) =>
    `The address that you scanned does not belong to ${authority}. Go by this page, and enter nothing on that one.`,
  facts: {
    holder: 'Holder',
    qualification: 'Qualification',
    level: 'Level',
    scenario: 'To be used for',
    validity: 'Validity',
    issuer: 'Issuer',
    number: 'Endorsement number',
    madeAt: 'Time made',
    plain: 'A plain copy, which needs no endorsement and has no last day',
  },
  to: ' to ',
  checkedAt: (moment) => `Verified at ${moment}`,
  soundness: 'The file’s own signature',
  another: 'Verify another one',
  checkFile: 'Find out whether the PDF was changed',
  foot: {
    privacy:
      'No cookies here, and neither your address nor your browser is recorded. Names show their first character only.',
    contact: (hotline, hours) => `Questions? Call ${hotline} (${hours})`,
    api: 'For those who verify many',
  },
  problems: {
    'not-found': {
      title: 'There is no such page',
      sentence: 'The address may be incomplete. Begin at the first page.',
    },
    'too-many-requests': { title: 'Too many in a short time', sentence: 'Wait a minute and try again.' },
    busy: { title: 'Many people are verifying now', sentence: 'Wait a moment and upload it again.' },
    'too-large': {
      title: 'The file is too large',
      sentence: 'It is larger than 10 MB. Endorsed copies have less than 0.1 MB: is it the right file?',
    },
    'no-file': { title: 'No file came', sentence: 'Go back and choose a PDF file.' },
    'no-consent': {
      title: 'The file was not looked at',
      sentence: 'We need your consent for that. Go back and tick the box.',
    },
    'invalid-request': { title: 'That request could not be read', sentence: 'Begin at the first page.' },
    fault: { title: 'Verification is not available', sentence: 'The fault is ours, not your file’s. Try again later.' },
  },
};

export const PAGE_TEXTS: Readonly<Record<Language, PageTexts>> = { 'zh-CN': ZH, en: EN };
