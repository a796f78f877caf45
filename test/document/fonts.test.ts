import { describe, expect, it } from 'vitest';

import { UnusableFaceFault } from '../../engine/document/faults.ts';
import { FontFaces } from '../../engine/document/font/font-faces.ts';
import { readSfnt } from '../../engine/document/font/sfnt.ts';
import { subset } from '../../engine/document/font/subset.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { openPage } from './picture.ts';
import { CERTIFICATE, ENDORSEMENT, FONT_FILES, shippedFonts, signer } from './samples.ts';

const fonts = shippedFonts();
const [regular] = fonts.faces;
if (!regular) throw new Error('no face');

/** Everything but 轩, which only the fallback then has. */
async function facesWithout(character: string): Promise<FontFaces> {
  const ascii = Array.from({ length: 0x5f }, (_, index) => String.fromCodePoint(0x20 + index));
  const basic = Array.from({ length: 0x9fff - 0x4e00 }, (_, index) => String.fromCodePoint(0x4e00 + index));
  const marks = Array.from('，。、：（）·—；《》');
  const wanted = new Set(
    [...ascii, ...basic, ...marks].filter((one) => one !== character && fonts.missingCharacters(one).length === 0),
  );
  const { bytes } = await subset(regular as NonNullable<typeof regular>, wanted);
  return new FontFaces({ regular: bytes, bold: bytes, fallbacks: [FONT_FILES.bold] });
}

// Each glyph's first ten bytes say how many contours it has and the box around them.
function outline(bytes: Uint8Array, glyph: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const entry = 12 + i * 16;
    tables.set(String.fromCodePoint(...bytes.subarray(entry, entry + 4)), view.getUint32(entry + 8));
  }
  const [head = 0, loca = 0, glyf = 0] = ['head', 'loca', 'glyf'].map((tag) => tables.get(tag) ?? 0);
  const long = view.getInt16(head + 50) === 1;
  const offset = (index: number): number =>
    long ? view.getUint32(loca + index * 4) : view.getUint16(loca + index * 2) * 2;
  const [from, to] = [offset(glyph), offset(glyph + 1)];
  return to === from ? 'empty' : Buffer.from(bytes.subarray(glyf + from, glyf + from + 10)).toString('hex');
}

describe('the faces that ship', () => {
  it('have the characters of the national list’s ends, of Extension A, and the middle dot', () => {
    expect(fonts.missingCharacters('一丁龘齉㐀㐌䶮·•')).toEqual([]);
  });

  it('say which characters they don’t have, each once', () => {
    expect(fonts.missingCharacters('张𠀀伟𠀀𪚥')).toEqual(['𠀀', '𪚥']);
  });
});

describe('a subset', () => {
  it('keeps the outline and advance of each of two thousand characters', async () => {
    const characters = new Set(Array.from({ length: 2000 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7)));
    const available = new Set([...characters].filter((one) => fonts.missingCharacters(one).length === 0));
    const cut = await subset(regular, available);
    const wrong = [...available].filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      const [whole, part] = [regular.font.glyphs.get(code) ?? 0, cut.font.glyphs.get(code) ?? 0];
      const same = outline(regular.bytes, whole) === outline(cut.bytes, part);
      return !same || outline(cut.bytes, part) === 'empty' || regular.font.advance(whole) !== cut.font.advance(part);
    });
    expect(available.size).toBeGreaterThan(1900);
    expect(wrong).toEqual([]);
  });

  it('is the same for the same characters, whatever their order', async () => {
    const [one, other] = [await subset(regular, new Set('甲乙丙')), await subset(regular, new Set('丙甲乙'))];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });
});

describe('a further face', () => {
  it('sets the characters that the first ones lack, within one line', async () => {
    const faces = await facesWithout('轩');
    expect(faces.runs('李明轩', 'bold')).toEqual([
      { face: 1, text: '李明' },
      { face: 2, text: '轩' },
    ]);
    const maker = createDocumentMaker({ fonts: faces, signers: new Map([['demonstration', signer('demonstration')]]) });
    const { bytes } = await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
    expect((await openPage(bytes)).texts.join('')).toContain('李明轩');
  });
});

describe('a font file that can’t be used', () => {
  it.each([
    ['with other outlines', Buffer.concat([Buffer.from('OTTO'), Buffer.alloc(100)])],
    ['cut short', FONT_FILES.regular.subarray(0, 400)],
    ['empty', Buffer.alloc(0)],
    ['of zeros', Buffer.alloc(4096)],
  ])('is refused: %s', (_, bytes) => {
    expect(() => readSfnt(bytes)).toThrow(UnusableFaceFault);
  });
});
