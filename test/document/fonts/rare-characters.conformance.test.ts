import { describe, expect, it } from 'vitest';

import { readFace } from '../../../engine/document/font/font-faces.ts';
import { subset } from '../../../engine/document/font/subset.ts';
import { createDocumentMaker } from '../../../engine/document/maker.ts';
import { loadFonts } from '../../../service/documents/load-fonts.ts';
import { furtherFaces } from './further-faces.ts';
import { glyphsOf, withoutGlyph } from '../tampering/page-edits.ts';
import { greatestDifference, openPage, renderPage, TOLERANCE } from '../page/picture.ts';
import { CERTIFICATE, ENDORSEMENT, RAREST, signer } from '../samples.ts';

const packages = furtherFaces();
const files = packages.flatMap(([, ofPackage]) => ofPackage);
if (files.length === 0) {
  process.stderr.write('skipped: rare characters, for neither fonts-hanazono nor fonts-babelstone-han is installed\n');
}

async function makerWith(paths: readonly string[]) {
  const fonts = await loadFonts(paths);
  return {
    fonts,
    maker: createDocumentMaker({ fonts, signers: new Map([['demonstration', signer('demonstration')]]) }),
  };
}

describe.skipIf(packages.length === 0)('a face for rare characters', () => {
  it.each(packages)('sets what the shipped faces lack, and leaves the rest to them: %s', async (_, ofPackage) => {
    const { fonts, maker } = await makerWith(ofPackage);
    const wanted = [...new Set(RAREST.holder.name + RAREST.speciality)];
    const [before, , after] = fonts.runs('李𠮷·轩', 'bold');
    expect([before, after]).toEqual([
      { face: 1, text: '李' },
      { face: 1, text: '·轩' },
    ]);
    const { bytes } = await maker.makeCopy(RAREST, ENDORSEMENT);
    const { texts } = await openPage(bytes);
    expect(wanted.filter((character) => !texts.join('').includes(character))).toEqual([]);
    const plain = await maker.makeCopy({ ...RAREST, holder: CERTIFICATE.holder, speciality: null }, ENDORSEMENT);
    expect(bytes.length - plain.bytes.length).toBeLessThan(10_000);
  });

  it('draws each of its characters', async () => {
    const { bytes } = await (await makerWith(files)).maker.makeCopy(RAREST, ENDORSEMENT);
    const whole = await renderPage(bytes);
    const large = glyphsOf(bytes).filter(({ face, size }) => face > 1 && size > 12);
    expect(large).toHaveLength(5);
    for (const glyph of large) {
      expect(greatestDifference(await renderPage(withoutGlyph(bytes, glyph)), whole)).toBeGreaterThan(3 * TOLERANCE);
    }
  });

  it.each(files)('keeps every outline in a subset: %s', async (file) => {
    const [, , face] = (await loadFonts([file])).faces;
    if (!face) throw new Error('no face');
    const sampled = [...face.font.glyphs.keys()].filter((code, index) => code > 0x3000 && index % 100 === 0);
    const cut = subset(face, new Set(sampled.map((code) => String.fromCodePoint(code))));
    // A glyph without outlines would not be among them.
    expect(sampled.filter((code) => !readFace(cut.bytes).font.glyphs.has(code))).toEqual([]);
    const widths = sampled.filter(
      (code) => face.font.advance(face.font.glyphs.get(code) ?? 0) !== cut.font.advance(cut.font.glyphs.get(code) ?? 0),
    );
    expect(widths).toEqual([]);
  });

  it.runIf(packages.length > 1)('is tried before those after it', async () => {
    const orders = [files, files.toReversed()];
    const fonts = await Promise.all(orders.map((order) => loadFonts(order)));
    const setBy = fonts.map((faces) => faces.faces[faces.runs('𪚥', 'regular')[0]?.face ?? 0]?.font.postScriptName);
    expect(setBy).toEqual(['HanaMinA', 'BabelStoneHan']);
  });
});
