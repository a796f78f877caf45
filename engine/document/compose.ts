import type { Bilingual } from '../ports/language.ts';
import type { BaseDocument } from './base/base-document.ts';
import type { BandFace, CertificateFace } from './faces.ts';
import { MissingGlyphFault } from './faults.ts';
import type { FontFaces, Weight } from './font/font-faces.ts';
import { encoder, pageFonts } from './font/page-fonts.ts';
import { drawPage } from './page/draw-page.ts';
import type { SealPicture } from './seal/seal-picture.ts';
import { fieldRows } from './page/fields.ts';
import { BAND_CHARACTERS, WORDING } from './page/wording.ts';
import { assemble } from './pdf/assemble.ts';

/** What is composed once and then serves many copies. */
export interface BaseFace {
  certificate: CertificateFace;
  kind: BandFace['kind'];
  /** What endorsements will say beyond digits, dates and ASCII: names of scenarios, zones. */
  bandTexts: readonly string[];
}

/**
 * Composes the unsigned PDF that copies of a certificate are updates of, with the picture of the issuer's seal if there
 * is one. The same face, fonts and picture give the same bytes. Throws MissingGlyphFault.
 */
export async function compose(face: BaseFace, fonts: FontFaces, picture?: SealPicture): Promise<BaseDocument> {
  const { certificate, kind } = face;
  assertPrintable(face, fonts);
  const drawn = drawPage(fonts, certificate, kind, picture);
  const embedded = pageFonts(fonts, [drawn.page, drawn.seal], bandCharacters(face.bandTexts));
  const glyphs = Object.fromEntries(embedded.map(({ face: number, table }) => [number, table]));
  const title = documentTitle(certificate.qualification, kind);
  const subject = `${title['zh-CN']} ${title.en}`;
  const encode = encoder(glyphs);
  const assembled = await assemble({
    content: drawn.page.render(encode),
    seal: drawn.seal.render(encode),
    sealImage: drawn.sealImage,
    fonts: embedded,
    structure: drawn.structure,
    linked: kind === 'endorsed',
    title,
    subject,
  });
  return { kind, title, subject, signer: certificate.sealedBy.name['zh-CN'], glyphs, marks: drawn.marks, ...assembled };
}

// Before anything is drawn, so that a fault names every character at once.
function assertPrintable({ bandTexts, certificate }: BaseFace, fonts: FontFaces): void {
  const fields = fieldRows(certificate).flatMap((row) => row.flatMap(({ gloss = '', value }) => [value ?? '', gloss]));
  const missing = fonts.missingCharacters(
    [...fields, ...Object.values(certificate.sealedBy.name), ...bandTexts].join(''),
  );
  if (missing.length > 0) throw new MissingGlyphFault(missing);
}

function documentTitle(qualification: Bilingual, kind: BandFace['kind']): Bilingual {
  const caption = kind === 'endorsed' ? WORDING.endorsedCaption : WORDING.plainCaption;
  return {
    'zh-CN': `${qualification['zh-CN']} ${WORDING.subtitle['zh-CN']} ${caption['zh-CN']}`,
    en: `${qualification.en}, ${WORDING.subtitle.en}, ${caption.en.toLowerCase()}`,
  };
}

function bandCharacters(texts: readonly string[]): Record<Weight, string> {
  const { bold, regular } = BAND_CHARACTERS;
  return { regular: [regular, ...texts].join(''), bold: [bold, ...texts].join('') };
}
