import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import { P12Signer } from '@signpdf/signer-p12';
import { SignPdf } from '@signpdf/signpdf';
import { encode } from 'uqr';
import { PDFDocument, type PDFFont, PDFHexString, PDFName, type PDFPage, PDFString, rgb } from 'usual-pdf-lib';
import { chineseDate } from '../../engine/document/page/dates.ts';
import { fieldRows } from '../../engine/document/page/fields.ts';
import { WORDING } from '../../engine/document/page/wording.ts';
import type { Bilingual } from '../../engine/ports/language.ts';
import { PASSWORD } from './keys.ts';
import type { Order } from './stream.ts';

/** As @signpdf looks for it. */
const BYTE_RANGE_PLACEHOLDER = '**********';
const SIGNATURE_BYTES = 8192;
const INK = rgb(0.1, 0.1, 0.1);

/**
 * A document as tutorials make it: pdf-lib with fontkit draws the page and embeds a subset of the Chinese face, a
 * placeholder goes in, @signpdf signs. In its favour: the font file and the key file are read once, one face instead
 * of two, no ornaments, no tags, no archival metadata.
 */
export function usualPipeline(pkcs12: Uint8Array): (order: Order) => Promise<Uint8Array> {
  const font = readFileSync(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  );
  const signPdf = new SignPdf();
  return async (order) => {
    const document = await PDFDocument.create();
    document.registerFontkit(fontkit);
    const face = await document.embedFont(font, { subset: true });
    const page = document.addPage([595.28, 841.89]);
    drawTexts(page, face, order);
    drawQrCode(page, order.endorsement.verifyUrl);
    addPlaceholder(document, page, order);
    const unsigned = await document.save({ useObjectStreams: false });
    // A signer of @signpdf reads its key file to the end, and is good for one signature.
    const signer = new P12Signer(pkcs12, { passphrase: PASSWORD });
    return signPdf.sign(unsigned, signer, new Date(order.endorsement.madeAt));
  };
}

function drawTexts(page: PDFPage, font: PDFFont, { certificate, endorsement }: Order): void {
  const text = (x: number, y: number, value: string, size: number): void => {
    page.drawText(value, { x, y, size, font, color: INK });
  };
  const line = (x: number, y: number, label: Bilingual, value: string): void => {
    text(x, y, label['zh-CN'], 9);
    text(x, y - 9, label.en, 6);
    text(x + 72, y, value, 11);
  };
  page.drawRectangle({ x: 24, y: 24, width: 547, height: 794, borderColor: INK, borderWidth: 1 });
  text(66, 724, certificate.qualification['zh-CN'], 24);
  text(66, 698, `${WORDING.subtitle['zh-CN']} ${WORDING.endorsedCaption['zh-CN']}`, 13);
  text(66, 682, WORDING.subtitle.en, 9);
  for (const [row, fields] of fieldRows(certificate).entries()) {
    for (const [column, { label, value }] of fields.entries()) {
      line(66 + 232 * column, 640 - 34 * row, label, value ?? '—');
    }
  }
  const { days, firstDay, lastDay, number, scenario, verificationCode, verifyUrl } = endorsement;
  text(66, 351, WORDING.bandTitle['zh-CN'], 11);
  line(66, 330, WORDING.scenario, scenario['zh-CN']);
  line(66, 307, WORDING.validity, `${chineseDate(firstDay)}至${chineseDate(lastDay)}，共${days}天`);
  line(66, 284, WORDING.number, number);
  line(66, 261, WORDING.madeAt, new Date(endorsement.madeAt).toISOString());
  line(66, 238, WORDING.verifyAt, verifyUrl);
  text(66, 190, `${WORDING.code['zh-CN']} ${verificationCode}`, 9);
  text(66, 170, WORDING.verifyOnline['zh-CN'], 8);
  text(66, 155, WORDING.verifySignature['zh-CN'], 8);
  text(420, 140, `${WORDING.specimen['zh-CN']} ${WORDING.specimen.en}`, 14);
}

function drawQrCode(page: PDFPage, text: string): void {
  const { data } = encode(text, { ecc: 'M', border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  page.drawSvgPath(path, { x: 430, y: 340, scale: 88 / data.length, color: INK });
}

function addPlaceholder(document: PDFDocument, page: PDFPage, { certificate, endorsement }: Order): void {
  const { context } = document;
  const placeholder = PDFName.of(BYTE_RANGE_PLACEHOLDER);
  const signature = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'adbe.pkcs7.detached',
    ByteRange: [0, placeholder, placeholder, placeholder],
    Contents: PDFHexString.of('0'.repeat(2 * SIGNATURE_BYTES)),
    Reason: PDFString.of(WORDING.signatureReason.en),
    M: PDFString.fromDate(new Date(endorsement.madeAt)),
    Name: PDFHexString.fromText(certificate.sealedBy.name['zh-CN']),
  });
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      V: context.register(signature),
      T: PDFString.of('Signature1'),
      F: 4,
      P: page.ref,
    }),
  );
  page.node.set(PDFName.of('Annots'), context.obj([widget]));
  document.catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: 3, Fields: [widget] }));
}
