import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { describe } from 'vitest';

import { appended, type Form, type NewObject, stretched, updated } from './appending.ts';
import { type Attack, attack, expectRefused } from './attack.ts';
import { GENUINE, OBJECTS, OTHER } from './victim.ts';

const EMPTY_STREAM = '<< /Length 0 >>\nstream\n\nendstream';
const { catalog, content, field, font, fontFile, page, signature } = OBJECTS;

describe('bytes after the end', () => {
  expectRefused([
    attack('a space', 'appended-to', () => appended(GENUINE, ' ')),
    attack('a line break', 'appended-to', () => appended(GENUINE, '\n')),
    attack('a zero', 'appended-to', () => appended(GENUINE, '\0')),
    attack('a comment', 'appended-to', () => appended(GENUINE, '% harmless\n')),
    attack('another end', 'appended-to', () => appended(GENUINE, 'startxref\n0\n%%EOF\n')),
    attack('a megabyte', 'appended-to', () => appended(GENUINE, Buffer.alloc(1 << 20, ' '))),
    attack('the file itself', 'several-signatures', () => appended(GENUINE, GENUINE)),
    attack('another copy', 'several-signatures', () => appended(GENUINE, OTHER.subarray(8))),
    attack('a comment that the ByteRange is stretched over', 'structure', () =>
      stretched(appended(GENUINE, '% harmless\n')),
    ),
  ]);
});

/** What is published of attacks by incremental update (and what editors do in all innocence). */
const CHANGES: readonly (readonly [string, readonly NewObject[]])[] = [
  ['the page’s content replaced', [{ number: content, body: EMPTY_STREAM }]],
  ['the page replaced', [{ number: page, body: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>' }]],
  ['a page added', [{ number: 2, body: `<< /Type /Pages /Count 2 /Kids [${page} 0 R ${page} 0 R] >>` }]],
  [
    'an annotation added',
    [
      { number: 900, body: '<< /Type /Annot /Subtype /FreeText /Rect [90 600 400 640] /Contents (valid for ever) >>' },
      { number: page, body: `<< /Type /Page /Parent 2 0 R /Annots [900 0 R ${field} 0 R] >>` },
    ],
  ],
  [
    'the signature field’s appearance replaced',
    [{ number: field, body: `<< /FT /Sig /V ${signature} 0 R /AP << >> >>` }],
  ],
  ['a form value changed', [{ number: 901, body: '<< /FT /Tx /T (name) /V (somebody else) >>' }]],
  ['the signature taken out of its field', [{ number: field, body: '<< /FT /Sig /T (Signature1) /V null >>' }]],
  ['a font swapped', [{ number: font, body: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' }]],
  ['a font’s glyphs swapped', [{ number: fontFile, body: EMPTY_STREAM }]],
  ['the certification taken out of the catalog', [{ number: catalog, body: '<< /Type /Catalog /Pages 2 0 R >>' }]],
  [
    'an action on opening',
    [{ number: catalog, body: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >> >>' }],
  ],
  ['validation data added', [{ number: catalog, body: '<< /Type /Catalog /Pages 2 0 R /DSS << >> >>' }]],
  ['nothing changed at all', []],
];
const FORMS: readonly Form[] = ['table', 'stream', 'hybrid'];

describe.each(FORMS)('an incremental update with a cross-reference %s', (form) => {
  expectRefused(CHANGES.map(([name, objects]) => attack(name, 'appended-to', () => updated(GENUINE, objects, form))));
});

describe('an incremental update that the ByteRange is stretched over', () => {
  expectRefused(
    CHANGES.map(([name, objects]) => attack(name, 'structure', () => stretched(updated(GENUINE, objects)))),
  );
});

describe('an incremental update by a library', () => {
  expectRefused([
    byLibrary('a text drawn on the page', (file) => {
      file.getPage(0).drawText('valid for ever', { x: 90, y: 600 });
    }),
    byLibrary('a page added', (file) => void file.addPage()),
    byLibrary('another title', (file) => {
      file.setTitle('something else');
    }),
    byLibrary('a form field added', (file) => {
      file.getForm().createTextField('late').addToPage(file.getPage(0), { x: 90, y: 600 });
    }),
    byLibrary('a link added', ({ catalog: root, context }) => {
      root.set(PDFName.of('OpenAction'), context.obj({ S: 'URI', URI: PDFString.of('https://evil.test') }));
    }),
  ]);
});

describe('a copy that a library has written anew', () => {
  expectRefused([
    attack('as it was', 'byte-range', async () => {
      const file = await PDFDocument.load(GENUINE, { updateMetadata: false });
      return file.save({ useObjectStreams: false });
    }),
    attack('into object streams', 'byte-range', async () => (await PDFDocument.load(GENUINE)).save()),
    attack('onto a page of another file', 'byte-range', async () => {
      const file = await PDFDocument.create();
      const [embedded] = await file.embedPdf(GENUINE);
      if (embedded) file.addPage().drawPage(embedded);
      return file.save();
    }),
  ]);
});

function byLibrary(name: string, change: (file: PDFDocument) => void): Attack {
  return attack(name, 'appended-to', async () => {
    const file = await PDFDocument.load(GENUINE, { forIncrementalUpdate: true });
    change(file);
    return file.commit();
  });
}
