import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { Document, Judge } from '../../scripts/conformance/document.ts';
import { chromiumViewer } from '../../scripts/conformance/judges/chromium.ts';
import { mutool, pdfsig, pdftoppm, pyhanko, qpdf } from '../../scripts/conformance/judges/command-line.ts';
import { opensslCms, opensslTs } from '../../scripts/conformance/judges/openssl.ts';
import { pdfJs } from '../../scripts/conformance/judges/pdf-js.ts';
import { veraPdf } from '../../scripts/conformance/judges/verapdf.ts';
import { CERTIFICATE, ENDORSEMENT, issuerFile, sampleMaker } from '../document/samples.ts';
import { patched } from '../document/tampering/tampering.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const path = temporaryFolder();
const { bytes: genuine } = await sampleMaker('demonstration').makeCopy(CERTIFICATE, ENDORSEMENT);

// One letter of the number in the metadata is another.
const changed = patched(genuine, /<jiazhu:number>JZ/, () => '<jiazhu:number>XZ');
const nonsense = patched(genuine, /\nET\n/, () => '\nXX\n');
const cutShort = genuine.subarray(0, -3000);
const BLANK = Buffer.from(`%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
trailer << /Root 1 0 R >>
`);

function documentOf(bytes: Uint8Array, over: Partial<Document> = {}): Document {
  const [file, rootsFile] = [path('judged.pdf'), path('roots.pem')];
  writeFileSync(file, bytes);
  writeFileSync(rootsFile, new X509Certificate(issuerFile('demonstration-root.der')).toString());
  return { name: 'judged', level: 'B-B', bytes, file, rootsFile, texts: ['李明轩'], ...over };
}

const cases: [judge: Judge, what: string, document: () => Document][] = [
  [pdfsig, 'a change', () => documentOf(changed)],
  [mutool, 'a change', () => documentOf(changed)],
  [opensslCms, 'a change', () => documentOf(changed)],
  [pyhanko, 'a change', () => documentOf(changed)],
  [opensslTs, 'a time stamp that is missing', () => documentOf(genuine, { level: 'B-T' })],
  [qpdf, 'an end that is missing', () => documentOf(cutShort)],
  [pdftoppm, 'an operator that there isn’t', () => documentOf(nonsense)],
  [pdfJs, 'a text that is missing', () => documentOf(genuine, { texts: ['李明轩', '王建国'] })],
  [chromiumViewer, 'a blank page', () => documentOf(BLANK)],
  ...veraPdf.map((judge) => [judge, 'a blank page', () => documentOf(BLANK)] as [Judge, string, () => Document]),
];

for (const [judge, what, document] of cases) {
  const there = (await judge.version()) !== null;
  describe.skipIf(!there)(`the judge ${judge.name}`, () => {
    it(`objects to ${what}, and to nothing in a genuine copy`, async () => {
      const [verdict] = await judge.judge([document()]);
      expect(verdict).toHaveProperty('objection');
      const [other] = await judge.judge([documentOf(genuine)]);
      expect(other).toBe(judge === opensslTs ? 'not-asked' : 'accepted');
    });
  });
}
