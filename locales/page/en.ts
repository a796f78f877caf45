import type { PageTexts } from './texts.ts';

export const EN: PageTexts = {
  switchTo: 'English',
  service: 'Verification of endorsed copies',
  skip: 'Skip to content',
  demonstration: 'Demonstration: specimens only, without legal effect.',
  home: {
    title: 'Verify an endorsed copy',
    lead: 'Were you given an endorsed copy of a certificate? Find out in seconds whether we issued it and whether it is valid today. No account needed.',
    quickest: 'Quickest: point your phone’s camera at the QR code on the copy.',
    byCode: 'Type the verification code',
    codeHelp: '18 letters and digits. Spaces and capitals don’t matter.',
    codeExample: 'e.g.',
    submit: 'Verify',
    byFile: 'Check the PDF file',
    fileStays:
      'Your file does not leave this device: the browser works out its fingerprint here and sends us only that. No file can be made from it.',
    fileLabel: 'Choose a PDF file',
    dropHere: 'or drop it here',
    byCamera: 'Scan the QR code',
    cameraHelp: 'Point the camera at the QR code on the copy. The picture is read on this device and sent nowhere.',
    scan: 'Open the camera',
    stop: 'Close the camera',
  },
  progress: {
    reading: 'Working out the file’s fingerprint on this device…',
    asking: 'Verifying…',
    tooLarge: 'The file is larger than 10 MB. Endorsed copies have less than 0.1 MB: is it the right file?',
    failed: 'The verification service could not be reached. Check the network and try again.',
  },
  camera: {
    looking: 'Looking. Let the QR code fill about half of the picture.',
    nothingYet: 'No QR code seen yet. Go closer and avoid reflections, or type the verification code instead.',
    refused:
      'The browser may not use the camera. Allow it beside the address bar, or type the verification code instead.',
    none: 'The camera could not be opened. See whether it is connected and not in use elsewhere, or type the verification code instead.',
  },
  where: {
    question: 'Where on the copy is the code?',
    answer:
      'On the last line of the box 加注信息 ENDORSEMENT: below the address, to the left of the QR code, after “查验码 Code”. It has 18 characters. What begins with JZ is the endorsement number, not the code.',
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
      'We have issued no copy with this verification code. Compare it once more: if that is what the copy says, do not rely on the copy.',
    mistyped:
      'A character of this code is missing or wrong, so it says nothing yet. Compare it with the copy and type it again, or check the PDF file.',
    'too-many-lookups':
      'Many codes that do not exist were asked for from your network. Try again in an hour. PDF files can be checked all the same.',
  },
  noCode: {
    number: {
      title: 'This is the endorsement number. To verify, you need the verification code.',
      sentence:
        'It is on the same copy, at the place shown below. Type its 18 characters, or scan the QR code beside it.',
    },
    other: {
      title: 'There is no verification code in this.',
      sentence:
        'The code of a copy has 18 letters and digits, at the place shown below. Type them, or scan the QR code of a copy.',
    },
  },
  digest: {
    valid: 'This file is byte for byte the one that we issued.',
    'not-issued':
      'We have issued no file that is the same byte for byte. It may be from elsewhere, or an endorsed copy that was changed or saved anew by other software.',
  },
  titles: { digestUnknown: 'Not one of our originals', endorsementValid: 'Valid today' },
  until: (lastDay) => `Valid until ${lastDay}, that day included`,
  ended: (lastDay) => `Its last day was ${lastDay}`,
  askForNew: 'If it is still needed, ask the holder for a new one.',
  foreign: (authority) =>
    `The address that you scanned does not belong to ${authority}. Go by this page, and enter nothing on that one.`,
  facts: {
    comparing: {
      title: 'Compare with the copy that you have',
      sentence: 'If any of this differs, do not rely on that copy: this page is right.',
    },
    knowing: { title: 'Our record' },
    masked: '(rest hidden)',
    plain: 'This is a plain copy, which needs no endorsement and has no last day.',
  },
  to: ' to ',
  checkedAt: (moment) => `Verified at ${moment}`,
  soundness: (sentence) => `The file’s own signature: ${sentence}`,
  another: 'Verify another copy',
  checkFile: 'Have the PDF? Check it for changes',
  compareFile: 'Check the PDF file instead',
  tryAgain: 'Try again',
  startAgain: 'Back to the first page',
  foot: {
    privacy: 'This page sets no cookies and records neither your address nor your browser.',
    contact: (hotline, hours) => `Questions? Call ${hotline} (${hours})`,
    api: 'API for those who verify many (OpenAPI)',
  },
  problems: {
    'not-found': {
      title: 'There is no such page',
      sentence: 'The address may be incomplete.',
    },
    'too-many-requests': {
      title: 'Too many requests',
      sentence: 'This says nothing about the copy. Wait a minute and try again.',
    },
    busy: { title: 'Many people are verifying now', sentence: 'Wait a moment and upload it again.' },
    'too-large': {
      title: 'The file is too large',
      sentence: 'It is larger than 10 MB. Endorsed copies have less than 0.1 MB: is it the right file?',
    },
    'no-file': { title: 'No file came', sentence: 'Go back and choose a PDF file.' },
    'no-consent': {
      title: 'The file was not looked at',
      sentence: 'We need your consent for that. Go back, tick the box and upload it again.',
    },
    'invalid-request': { title: 'That request could not be read', sentence: 'Begin at the first page.' },
    fault: {
      title: 'Verification is not available',
      sentence: 'The fault is ours and says nothing about the copy. Try again later.',
    },
  },
};
