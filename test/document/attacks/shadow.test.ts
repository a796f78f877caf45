import { describe, expect, it } from 'vitest';

import type { BaseDocument } from '../../../engine/document/base/base-document.ts';
import { compose } from '../../../engine/document/compose.ts';
import { digest } from '../../../engine/document/digest.ts';
import { embed } from '../../../engine/document/embed.ts';
import { prepare } from '../../../engine/document/prepare.ts';
import { sign, signatureCapacity } from '../../../engine/document/sign.ts';
import { verifyDocument } from '../../../engine/document/verify-document.ts';
import { BASIS, CERTIFICATE, ENDORSEMENT, shippedFonts, signer } from '../samples.ts';
import { text } from '../tampering/tampering.ts';
import { appended, type NewObject, stretched, updated } from './appending.ts';
import { attack, expectRefused } from './attack.ts';
import { OBJECTS } from './victim.ts';

const STREAM = '<< /Length 8 >>\nstream\nq 1 0 0 Q\nendstream';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
const FREED = (number: number): string => `xref\n${number} 1\n0000000000 00001 f \ntrailer\n<< /Size 999 >>\n`;

/** A copy that the issuer was made to sign although an attacker had put more into it (shadow attacks, 2021). */
async function signedWith(hidden: readonly NewObject[]): Promise<Buffer> {
  const base = await compose(
    { certificate: CERTIFICATE, kind: 'endorsed', bandTexts: Object.values(ENDORSEMENT.scenario) },
    shippedFonts(),
  );
  const key = signer('demonstration');
  const prepared = prepare(shadowed(base, hidden), { ...ENDORSEMENT, kind: 'endorsed' }, signatureCapacity(key));
  return Buffer.from(embed(prepared, await sign(digest(prepared), key)));
}

function shadowed(base: BaseDocument, hidden: readonly NewObject[]): BaseDocument {
  const bytes = updated(base.bytes, hidden);
  return { ...base, bytes, startXref: Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text(bytes))?.[1]) };
}

const prepared = await signedWith([
  { number: 900, body: STREAM },
  { number: 901, body: PAGE },
]);

describe('what was hidden in a file before it was signed', () => {
  it('is as the issuer signed it, until somebody brings it out', () => {
    expect(verifyDocument(prepared, BASIS).status).toBe('passed');
  });

  expectRefused([
    attack('hide: an overlay is freed', 'appended-to', () => appended(prepared, FREED(900))),
    attack('hide: the page lets go of its overlay', 'appended-to', () =>
      updated(prepared, [{ number: OBJECTS.page, body: PAGE }]),
    ),
    attack('replace: a font’s widths', 'appended-to', () =>
      updated(prepared, [{ number: OBJECTS.font, body: '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>' }]),
    ),
    attack('replace: what a form field shows', 'appended-to', () =>
      updated(prepared, [{ number: OBJECTS.field, body: '<< /FT /Sig /AP << /N 900 0 R >> >>' }]),
    ),
    attack('hide and replace: the page tree leads to the hidden page', 'appended-to', () =>
      updated(prepared, [{ number: 2, body: '<< /Type /Pages /Kids [901 0 R] /Count 1 >>' }]),
    ),
    attack('hide and replace: only a table that leads to the hidden page', 'appended-to', () => updated(prepared, [])),
    attack('hide and replace: the same, the ByteRange stretched over it', 'structure', () =>
      stretched(updated(prepared, [])),
    ),
    attack('hide and replace: the signed table’s offsets are changed in place', 'changed', () =>
      Buffer.from(text(prepared).replace(/^900 1\n\d{10}/m, '900 1\n0000000015'), 'latin1'),
    ),
  ]);
});
