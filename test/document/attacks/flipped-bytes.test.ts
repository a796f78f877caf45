import { describe, expect, it } from 'vitest';

import { verifyDocument } from '../../../engine/document/verify-document.ts';
import { BASIS } from '../samples.ts';
import { text } from '../tampering/tampering.ts';
import { GENUINE, signedParts } from './victim.ts';

const whole = text(GENUINE);
const { after, gap } = signedParts();
const dictionary = whole.lastIndexOf('<< /Type /Sig');
const range = whole.indexOf('/ByteRange');
const padding = gap + 1 + whole.slice(gap + 1, after - 1).replace(/0+$/, '').length + 2;
const table = whole.lastIndexOf('\nxref\n');
const baseEnd = whole.indexOf('%%EOF\n') + 6;

/** The file's parts, each with the reasons that a wrong byte in it may have. */
const PARTS: readonly (readonly [name: string, from: number, to: number, reasons: readonly string[]])[] = [
  ['the header', 0, 5, ['not-a-pdf']],
  ['the version in it', 5, 7, ['structure']],
  ['the base', 8, baseEnd, ['changed']],
  ['the updated objects', baseEnd, dictionary, ['changed', 'not-certified', 'structure']],
  ['the signature dictionary', dictionary, range, ['changed', 'not-certified', 'structure']],
  ['the ByteRange', range, gap, ['no-signature', 'byte-range', 'appended-to', 'contents', 'structure', 'changed']],
  [
    'the signature',
    gap + 1,
    padding,
    ['contents', 'cms-malformed', 'changed', 'signature-wrong', 'signing-certificate', 'key-usage', 'untrusted-issuer'],
  ],
  ['the zeros after it', padding, after - 1, ['contents', 'cms-malformed']],
  ['what closes it', after - 1, after, ['contents']],
  ['the end of the dictionary', after, table, ['structure']],
  ['the last table and trailer', table, GENUINE.length, ['changed', 'encrypted', 'not-certified', 'structure']],
];

/** As many places of each part as there is time for, the first and the last among them. */
const PLACES = 120;
const FLIPS = [0x01, 0x20, 0x80];

describe('one wrong byte', () => {
  it.each(PARTS)('in %s is noticed', (_, from, to, reasons) => {
    const step = Math.max(1, (to - 1 - from) / PLACES);
    for (let at = from; at < to; at += step) {
      for (const flip of FLIPS) {
        const place = Math.floor(at);
        const changed = Buffer.from(GENUINE);
        changed[place] = (changed[place] ?? 0) ^ flip;
        const verdict = verifyDocument(changed, BASIS);
        expect({ place, flip, status: verdict.status }).not.toMatchObject({ status: 'passed' });
        expect(reasons).toContain(verdict.reason);
      }
    }
  });

  it('covers the whole file', () => {
    const ends = PARTS.map(([, , to]) => to);
    expect(
      PARTS.map(([, from]) => from)
        .slice(1)
        .every((from, index) => from - (ends[index] ?? 0) <= 1),
    ).toBe(true);
    expect(ends.at(-1)).toBe(GENUINE.length);
  });
});
