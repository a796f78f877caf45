import { hexText } from '../pdf/text.ts';
import { PRODUCER, type XmpWriter, xmpWriter } from '../pdf/xmp.ts';
import type { BaseDocument } from './base-document.ts';

/** What all copies of a base say alike, as it stands in the file. */
export interface CopyTexts {
  catalog: string;
  signatureField: string;
  /** But for its action and closing brackets. */
  link: string;
  /** Entries of the document information dictionary, but for the dates. */
  info: string;
  /** The signature's /Name. */
  signer: string;
  xmp: XmpWriter;
}

const known = new WeakMap<BaseDocument, CopyTexts>();

/** Written once for each base, because to write them takes as long as to draw the band. */
export function copyTexts(base: BaseDocument): CopyTexts {
  const texts = known.get(base) ?? writeTexts(base);
  known.set(base, texts);
  return texts;
}

// Equal to what XMP says (ISO 19005-2, 6.6.3 leaves that to the writer; readers show either).
function writeTexts(base: BaseDocument): CopyTexts {
  const { dictionaries, signer, subject, title } = base;
  const entries = { Title: hexText(title['zh-CN']), Subject: hexText(subject), Producer: `(${PRODUCER})` };
  const info = Object.entries(entries).map(([key, value]) => `/${key} ${value}`);
  return {
    catalog: inOnePiece(dictionaries.catalog),
    signatureField: inOnePiece(dictionaries.signatureField),
    link: inOnePiece(dictionaries.link.slice(0, dictionaries.link.lastIndexOf('>>'))),
    info: inOnePiece(info.join(' ')),
    signer: hexText(signer),
    xmp: xmpWriter({ subject, title }),
  };
}

// A string that was joined of hundreds stays a tree of them, which is walked whenever it is written.
function inOnePiece(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
