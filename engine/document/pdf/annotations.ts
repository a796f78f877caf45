import { type PDFContext, type PDFDict, PDFHexString, type PDFRef, PDFString } from 'pdf-lib';

import { QR, SEAL } from '../drawing/geometry.ts';
import { WORDING } from '../page/wording.ts';

// ISO 32000-1, 12.5.3: Print, and for the field Locked as well. PDF/A wants Print and nothing hidden.
const PRINT = 4;
const PRINT_LOCKED = 132;

const FORM_PARENT = 1;
const LINK_PARENT = 2;

/** The signature field and its widget in one (ISO 32000-1, 12.7.4.5), with its value once it is signed. */
export function signatureFieldDictionary(
  context: PDFContext,
  page: PDFRef,
  appearance: PDFRef,
  signature?: PDFRef,
): PDFDict {
  return context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFString.of('Signature'),
    TU: PDFHexString.fromText(`${WORDING.signatureField['zh-CN']} ${WORDING.signatureField.en}`),
    F: PRINT_LOCKED,
    Rect: [SEAL.x, SEAL.y, SEAL.x + SEAL.size, SEAL.y + SEAL.size],
    P: page,
    AP: { N: appearance },
    StructParent: FORM_PARENT,
    V: signature,
  });
}

/** The link over the QR code, for those who read the copy on the device they would scan with. */
export function linkDictionary(context: PDFContext, page: PDFRef): PDFDict {
  return context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [QR.x, QR.y, QR.x + QR.size, QR.y + QR.size],
    F: PRINT,
    Border: [0, 0, 0],
    Contents: PDFHexString.fromText(`${WORDING.scan['zh-CN']} ${WORDING.scan.en}`),
    P: page,
    StructParent: LINK_PARENT,
  });
}
