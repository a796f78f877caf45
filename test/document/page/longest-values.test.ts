import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CertificateFace } from '../../../engine/document/faces.ts';
import { FOOT, FRAME, GRID, LEFT, PAGE, RIGHT, SEAL } from '../../../engine/document/drawing/geometry.ts';
import { CERTIFICATE, ENDORSEMENT, GENUINE, OVERLONG, sampleMaker } from '../samples.ts';
import { fieldTexts, footTexts, type PlacedText, sealTexts } from './text-places.ts';

const ROWS = 8;
/** What fails isn't made shorter: that takes a minute, and any length is as telling. */
const RUNS = { numRuns: 40, seed: 1, endOnFailure: true };
const MIDDLE = (LEFT + RIGHT) / 2;

/** The cell that a text stands in, by its left edge and baseline. */
function cellOf({ baseline, left }: PlacedText): { row: number; half: boolean } {
  return { row: Math.floor((GRID.top - baseline) / GRID.row), half: left >= MIDDLE };
}

function outsideItsCell(texts: readonly PlacedText[]): PlacedText[] {
  const cells = texts.map((text) => ({ text, ...cellOf(text) }));
  return cells.flatMap(({ half, row, text }) => {
    const parted = !half && cells.some((other) => other.half && other.row === row);
    const top = GRID.top - row * GRID.row;
    const inside = row >= 0 && row < ROWS && text.top <= top && text.bottom >= top - GRID.row;
    return inside && text.right <= (parted ? MIDDLE : RIGHT) ? [] : [text];
  });
}

function overlapping(texts: readonly PlacedText[]): [string, string][] {
  return texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b): [string, string][] => {
      const across = a.left < b.right && b.left < a.right;
      // Latin letters, as glosses have, are lower than Chinese characters.
      const up = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom) > 0.2 * Math.min(a.style.size, b.style.size);
      return across && up ? [[a.text, b.text]] : [];
    }),
  );
}

const word = fc.stringMatching(/^[A-Za-z0-9()-]{1,200}$/, { size: 'max' });
const chinese = fc
  .array(fc.constantFrom(...'示范省人力资源和社会保障厅（），·。ABCWM 0123-'), {
    minLength: 1,
    maxLength: 200,
    size: 'max',
  })
  .map((characters) => characters.join('').trim() || '省');
const sent = fc.oneof(word, chinese);

const certificates: fc.Arbitrary<CertificateFace> = fc
  .record({ name: sent, managementNumber: sent, speciality: sent, issuer: sent, level: sent, documentNumber: word })
  .map(({ documentNumber, name, ...texts }) => ({
    ...CERTIFICATE,
    ...texts,
    holder: { ...CERTIFICATE.holder, name, documentNumber },
  }));

describe('values in one row', () => {
  it('share a baseline, whether they have a gloss or not', () => {
    const baselineOf = (value: string) => fieldTexts(CERTIFICATE).find(({ text }) => text === value)?.baseline;
    expect(baselineOf(CERTIFICATE.holder.documentNumber)).toBe(baselineOf('居民身份证'));
    expect(baselineOf(CERTIFICATE.managementNumber)).toBe(baselineOf('—'));
  });
});

describe('a value that somebody sent, of up to 200 characters', () => {
  it('stays in its cell, whatever it is', () => {
    fc.assert(
      fc.property(certificates, (certificate) => {
        const texts = fieldTexts(certificate);
        expect(outsideItsCell(texts)).toEqual([]);
        expect(overlapping(texts)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is said in full, in lines of about the same length', () => {
    const lines = fieldTexts(OVERLONG).flatMap(({ text }) => (OVERLONG.speciality?.includes(text) ? [text] : []));
    expect(lines.join('')).toBe(OVERLONG.speciality);
    const lengths = lines.map((line) => line.length);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(Math.max(...lengths) / 4);
  });

  it.each([
    [40, 9],
    [200, 5.5],
  ])('is broken within a word: %i digits, at %f points or more', (length, least) => {
    const managementNumber = '2024'.repeat(length / 4);
    const lines = fieldTexts({ ...CERTIFICATE, managementNumber }).filter(
      ({ left, text }) => left > MIDDLE && /^[024]{6,}$/.test(text),
    );
    expect(lines.map(({ text }) => text).join('')).toBe(managementNumber);
    for (const { style } of lines) expect(style.size).toBeGreaterThanOrEqual(least);
  });

  it('keeps a name of 40 characters in one line of 9 points or more', () => {
    const name = '阿卜杜热合曼·买买提依明江·吐尔逊江艾力'.repeat(2);
    const line = fieldTexts({ ...CERTIFICATE, holder: { ...CERTIFICATE.holder, name } }).find(
      ({ text }) => text === name,
    );
    expect(line?.style.size).toBeGreaterThanOrEqual(9);
  });

  it('leaves the copy under 100 kB', async () => {
    const { bytes } = await sampleMaker('demonstration').makeCopy(OVERLONG, ENDORSEMENT);
    expect(bytes.length).toBeLessThan(100_000);
  });
});

describe("an issuer's name, of up to 200 characters", () => {
  const names = fc.record({ 'zh-CN': sent, en: sent });
  const sealedBy = (name: { 'zh-CN': string; en: string }, specimen: boolean): CertificateFace => ({
    ...CERTIFICATE,
    sealedBy: { ...GENUINE, specimen, name },
  });

  it('stays between the seal and the frame, clear of what a specimen says there', () => {
    fc.assert(
      fc.property(names, fc.boolean(), (name, specimen) => {
        const texts = footTexts(sealedBy(name, specimen), 'endorsed');
        expect(overlapping(texts)).toEqual([]);
        for (const { bottom, left, right } of texts) {
          expect(bottom).toBeGreaterThan(FRAME.inner + 3.2);
          expect(left).toBeGreaterThanOrEqual(LEFT);
          expect(right).toBeLessThan(PAGE.width - FRAME.inner - 3.2);
        }
        expect(texts.filter(({ left, top }) => left > LEFT + FOOT.width && top > SEAL.y && top < FOOT.top)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('stays in the frame that stands for a seal', () => {
    fc.assert(
      fc.property(names, (name) => {
        const texts = sealTexts(sealedBy(name, false));
        expect(overlapping(texts)).toEqual([]);
        for (const { bottom, left, right, top } of texts) {
          expect(Math.min(left, bottom - 31 + 2)).toBeGreaterThan(2);
          expect(right).toBeLessThan(SEAL.size - 2);
          expect(top).toBeLessThan(31 + 46);
        }
      }),
      RUNS,
    );
  });
});
