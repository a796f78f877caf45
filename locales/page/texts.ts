/** Every word of the verification page but the verdicts, which `verification-texts.ts` has. Plain text: no markup. */
export interface PageTexts {
  /** The language's own name, on the switch that leads to it. */
  switchTo: string;
  service: string;
  skip: string;
  /** Where all that is issued is a specimen. */
  demonstration: string;
  home: {
    title: string;
    lead: string;
    quickest: string;
    byCode: string;
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
  progress: { reading: string; asking: string; tooLarge: string; failed: string };
  camera: { looking: string; nothingYet: string; refused: string; none: string };
  /** Where on a copy the code stands. */
  where: { question: string; answer: string };
  upload: { title: string; why: string; consent: string; submit: string; fileLabel: string };
  /** Instead of what `verification-texts.ts` says of a code, where there is no chat to send a file to. */
  code: Readonly<Record<'unknown' | 'mistyped' | 'too-many-lookups', string>>;
  /** To somebody who typed or scanned something that no code is in. */
  noCode: Readonly<Record<'number' | 'other', { title: string; sentence: string }>>;
  /** Of a file of which the hash alone is known. */
  digest: Readonly<Record<'not-issued' | 'valid', string>>;
  titles: { digestUnknown: string; endorsementValid: string };
  until: (lastDay: string) => string;
  ended: (lastDay: string) => string;
  askForNew: string;
  foreign: (authority: string) => string;
  /** Around our record of a copy, whose labels are the copy's own. */
  facts: {
    comparing: { title: string; sentence: string };
    knowing: { title: string };
    masked: string;
    plain: string;
  };
  /** Between the first and the last day. */
  to: string;
  checkedAt: (moment: string) => string;
  soundness: (sentence: string) => string;
  another: string;
  checkFile: string;
  compareFile: string;
  tryAgain: string;
  startAgain: string;
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
