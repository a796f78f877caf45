import { describe, expect, it } from 'vitest';

import { UnusableFaceFault } from '../../../engine/document/faults.ts';
import { type Face, FontFaces, readFace } from '../../../engine/document/font/font-faces.ts';
import { bareOutline, components } from '../../../engine/document/font/glyph-outline.ts';
import { type FontBytes, outlines, readTables } from '../../../engine/document/font/sfnt-tables.ts';
import { subset } from '../../../engine/document/font/subset.ts';
import { createDocumentMaker } from '../../../engine/document/maker.ts';
import { openPage } from '../page/picture.ts';
import { CERTIFICATE, ENDORSEMENT, FONT_FILES, shippedFonts, signer } from '../samples.ts';

const fonts = shippedFonts();
const [regular] = fonts.faces;
if (!regular) throw new Error('no face');

/** Everything but 轩, which only the fallback then has. */
function facesWithout(character: string): FontFaces {
  const ascii = Array.from({ length: 0x5f }, (_, index) => String.fromCodePoint(0x20 + index));
  const basic = Array.from({ length: 0x9fff - 0x4e00 }, (_, index) => String.fromCodePoint(0x4e00 + index));
  const marks = Array.from('，。、：（）·—；《》');
  const wanted = new Set(
    [...ascii, ...basic, ...marks].filter((one) => one !== character && fonts.missingCharacters(one).length === 0),
  );
  const { bytes } = subset(regular as NonNullable<typeof regular>, wanted);
  return new FontFaces({ regular: bytes, bold: bytes, fallbacks: [FONT_FILES.bold] });
}

// Each glyph's first ten bytes say how many contours it has and the box around them.
function outline(bytes: FontBytes, glyph: number): string {
  const found = outlines(readTables(bytes))(glyph);
  return found.length === 0 ? 'empty' : Buffer.from(found.subarray(0, 10)).toString('hex');
}

describe('the faces that ship', () => {
  it('have the characters of the national list’s ends, of Extension A, and the middle dot', () => {
    expect(fonts.missingCharacters('一丁龘齉㐀㐌䶮·•')).toEqual([]);
  });

  it('have all of Extension A and of the Unified Ideographs that Unicode 6 knows, in both weights', () => {
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const wanted = [...range(0x3400, 0x4db5), ...range(0x4e00, 0x9fcb)];
    const lacking = fonts.faces.map(({ font }) => wanted.filter((code) => !font.glyphs.has(code)).length);
    expect(lacking).toEqual([0, 0]);
  });

  it('say which characters they don’t have, each once', () => {
    expect(fonts.missingCharacters('张𠀀伟𠀀𪚥')).toEqual(['𠀀', '𪚥']);
  });

  it('set a text without the selectors of variants, which are no characters to be seen', () => {
    const selected = '葛\u{e0100}城\ufe00a\ufe0f\u{e01ef}';
    expect(fonts.missingCharacters(selected)).toEqual([]);
    expect(fonts.missingCharacters('𪚥\u{e0100}')).toEqual(['𪚥']);
    expect(fonts.runs(selected, 'regular')).toEqual([{ face: 0, text: '葛城a' }]);
    expect(fonts.width(selected, 'bold')).toBe(fonts.width('葛城a', 'bold'));
  });
});

describe('a subset', () => {
  it('keeps the outline and advance of each of two thousand characters', () => {
    const characters = new Set(Array.from({ length: 2000 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7)));
    const available = new Set([...characters].filter((one) => fonts.missingCharacters(one).length === 0));
    const cut = subset(regular, available);
    const wrong = [...available].filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      const [whole, part] = [regular.font.glyphs.get(code) ?? 0, cut.font.glyphs.get(code) ?? 0];
      const same = outline(regular.bytes, whole) === outline(cut.bytes, part);
      return !same || outline(cut.bytes, part) === 'empty' || regular.font.advance(whole) !== cut.font.advance(part);
    });
    expect(available.size).toBeGreaterThan(1900);
    expect(wrong).toEqual([]);
  });

  it('is the same for the same characters, whatever their order', () => {
    const [one, other] = [subset(regular, new Set('甲乙丙')), subset(regular, new Set('丙甲乙'))];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });
});

describe('a subset of a face with composed and hinted glyphs', () => {
  const [cart, shield] = [glyphOf(regular, '车'), glyphOf(regular, '干')];
  // 轩 as 车, moved by words, and 干, scaled, with two bytes of instructions after them.
  const composed = new Uint8Array(28);
  const view = new DataView(composed.buffer);
  view.setInt16(0, -1);
  view.setUint16(10, 0x0001 | 0x0002 | 0x0020 | 0x0100);
  view.setUint16(12, cart);
  view.setUint16(18, 0x0002 | 0x0008 | 0x0100);
  view.setUint16(20, shield);
  view.setUint16(24, 0x2000);
  const offset = outlineOffset(glyphOf(regular, '轩'));
  const face = readFace(
    patchedTable('glyf', (glyf) => new Uint8Array(glyf.buffer, glyf.byteOffset + offset).set(composed)),
  );

  it('has what they are composed of, under its new number', () => {
    const { bytes, font } = subset(face, new Set('轩'));
    expect(font.glyphCount).toBe(4);
    const composedOf = components(outlines(readTables(bytes))(font.glyphs.get('轩'.codePointAt(0) ?? 0) ?? 0));
    expect(composedOf.map((part) => outline(bytes, part))).toEqual(
      [cart, shield].map((glyph) => outline(regular.bytes, glyph)),
    );
    expect(composedOf.map((part) => font.advance(part))).toEqual(
      [cart, shield].map((glyph) => regular.font.advance(glyph)),
    );
  });

  it('has no instructions', () => {
    const bare = bareOutline(composed, (glyph) => glyph);
    expect(bare).toHaveLength(26);
    expect([10, 18].map((flags) => new DataView(bare.buffer).getUint16(flags) & 0x0100)).toEqual([0, 0]);
    const contour = Buffer.from('0001000000000064006400020003aabbcc01010100640000', 'hex');
    expect(Buffer.from(bareOutline(contour, Number)).toString('hex')).toBe(
      '000100000000006400640002000001010100640000',
    );
  });

  it('is refused when a part of a glyph isn’t there', () => {
    const missing = readFace(
      patchedTable('glyf', (glyf) => {
        new Uint8Array(glyf.buffer, glyf.byteOffset + offset).set(composed);
        glyf.setUint16(offset + 12, 0xfffe);
      }),
    );
    expect(() => subset(missing, new Set('轩'))).toThrow(UnusableFaceFault);
  });
});

describe('a further face', () => {
  it('sets the characters that the first ones lack, within one line', async () => {
    const faces = facesWithout('轩');
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
    ['with other outlines', Buffer.concat([Buffer.from('OTTO'), Buffer.alloc(100)]), 'PostScript outlines'],
    ['packed for the web', Buffer.concat([Buffer.from('wOF2'), Buffer.alloc(100)]), 'packed for the web'],
    ['not to be embedded', patchedTable('OS/2', (view) => view.setUint16(8, 0x0002)), 'may not be embedded'],
    ['not to be embedded in part', patchedTable('OS/2', (view) => view.setUint16(8, 0x0100)), 'may not be embedded'],
    ['cut short', FONT_FILES.regular.subarray(0, 400), 'damaged'],
    ['cut short as a collection', collectionOf(FONT_FILES.regular).subarray(0, 400), 'damaged'],
    ['empty', Buffer.alloc(0), 'no TrueType outlines'],
    ['of zeros', Buffer.alloc(4096), 'no TrueType outlines'],
  ])('is refused with the reason: %s', (_, bytes, reason) => {
    expect(() => readFace(bytes)).toThrow(UnusableFaceFault);
    expect(() => readFace(bytes)).toThrow(reason);
  });
});

describe('a face', () => {
  it('may be the first of a collection', () => {
    const [alone, first] = [readFace(FONT_FILES.bold), readFace(collectionOf(FONT_FILES.bold))];
    expect(first.font.postScriptName).toBe(alone.font.postScriptName);
    expect([...first.font.glyphs]).toEqual([...alone.font.glyphs]);
    expect(outline(first.bytes, glyphOf(first, '轩'))).toBe(outline(alone.bytes, glyphOf(alone, '轩')));
  });

  it('may be embedded where one of several permissions says so', () => {
    expect(() => readFace(patchedTable('OS/2', (view) => view.setUint16(8, 0x0006)))).not.toThrow();
  });

  it('doesn’t have the characters that it maps to a glyph without outlines, but for white space', () => {
    const blank = glyphOf(regular, '轩');
    const offset = (glyph: number) => (view: DataView) => view.setUint32(glyph * 4, view.getUint32((glyph + 1) * 4));
    const emptied = readFace(patchedTable('loca', offset(blank)));
    expect(emptied.font.glyphs.has('轩'.codePointAt(0) ?? 0)).toBe(false);
    expect(emptied.font.glyphs.has(0x20)).toBe(true);
    expect(emptied.font.glyphs.size).toBe(regular.font.glyphs.size - charactersOf(regular, blank));
  });
});

/** Where a glyph's outline stands in the regular face's `glyf`. */
function outlineOffset(glyph: number): number {
  const tables = readTables(FONT_FILES.regular);
  return tables.get('loca')?.getUint32(4 * glyph) ?? 0;
}

function glyphOf({ font }: Face, character: string): number {
  return font.glyphs.get(character.codePointAt(0) ?? 0) ?? 0;
}

function charactersOf({ font }: Face, glyph: number): number {
  return [...font.glyphs.values()].filter((one) => one === glyph).length;
}

/** The regular face with a table of it changed. */
function patchedTable(tag: string, change: (view: DataView) => void): Buffer {
  const bytes = Buffer.from(FONT_FILES.regular);
  const entry = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + index * 16).find(
    (at) => bytes.toString('latin1', at, at + 4) === tag,
  );
  if (entry === undefined) throw new Error(`the face has no table ${tag}`);
  change(new DataView(bytes.buffer, bytes.byteOffset + bytes.readUInt32BE(entry + 8), bytes.readUInt32BE(entry + 12)));
  return bytes;
}

/** A collection (TTC) of one font. */
function collectionOf(font: Buffer): Buffer {
  const header = Buffer.from('74746366000100000000000100000010', 'hex');
  const moved = Buffer.from(font);
  for (let i = 0; i < moved.readUInt16BE(4); i += 1) {
    const at = 12 + i * 16 + 8;
    moved.writeUInt32BE(moved.readUInt32BE(at) + header.length, at);
  }
  return Buffer.concat([header, moved]);
}
