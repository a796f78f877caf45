import { type TableFonts, tableFonts } from '../font/table-fonts.ts';
import { type BandFrames, bandFrames } from '../page/band-frames.ts';
import { latin1 } from '../pdf/byte-writer.ts';
import { signatureHead } from '../pdf/signature-dictionary.ts';
import { hexText } from '../pdf/text.ts';
import { PRODUCER, type XmpWriter, xmpWriter } from '../pdf/xmp.ts';
import type { BaseDocument } from './base-document.ts';

/** What all copies of a base say alike, as it stands in the file. */
export interface CopyTexts {
  catalog: Uint8Array;
  signatureField: Uint8Array;
  /** But for its action and closing brackets. */
  link: Uint8Array;
  /** The document information dictionary up to the dates. */
  info: Uint8Array;
  /** The signature dictionary up to its time. */
  signature: Uint8Array;
  /** The trailer up to the second half of the file identifier. */
  trailer: Uint8Array;
  xmp: XmpWriter;
  /** What stands around what the band is filled in with, and what that is set in. */
  frames: BandFrames;
  fonts: TableFonts;
}

const written = new WeakMap<BaseDocument, CopyTexts>();

/** Written once for each base, because to write them takes as long as to draw the band. */
export function copyTexts(base: BaseDocument): CopyTexts {
  const texts = written.get(base);
  if (texts) return texts;
  const fresh = writeTexts(base);
  written.set(base, fresh);
  return fresh;
}

// Equal to what XMP says (ISO 19005-2, 6.6.3 leaves that to the writer; readers show either).
function writeTexts(base: BaseDocument): CopyTexts {
  const { dictionaries, glyphs, id, kind, marks, objects, signer, subject, title } = base;
  const entries = { Title: hexText(title['zh-CN']), Subject: hexText(subject), Producer: `(${PRODUCER})` };
  const info = Object.entries(entries).map(([key, value]) => `/${key} ${value}`);
  return {
    catalog: latin1(dictionaries.catalog),
    signatureField: latin1(dictionaries.signatureField),
    link: latin1(dictionaries.link.slice(0, dictionaries.link.lastIndexOf('>>'))),
    info: latin1(`<< ${info.join(' ')} `),
    signature: signatureHead(signer),
    trailer: latin1(`/Root ${objects.catalog} 0 R /Info ${objects.info} 0 R /ID [<${id}> <`),
    xmp: xmpWriter({ subject, title }),
    frames: bandFrames(marks, kind),
    fonts: tableFonts(glyphs),
  };
}
