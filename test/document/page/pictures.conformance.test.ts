import { describe, expect, it } from 'vitest';

import { type Glyph, glyphsOf, textCount, withMovedText, withoutGlyph } from '../tampering/page-edits.ts';
import { greatestDifference, renderPage, TOLERANCE } from './picture.ts';
import { ENDORSEMENT, LONGEST, sampleMaker } from '../samples.ts';

const { bytes } = await sampleMaker('demonstration').makeCopy(LONGEST, ENDORSEMENT);
const whole = await renderPage(bytes);

async function isNoticed(changed: Uint8Array): Promise<boolean> {
  return greatestDifference(await renderPage(changed), whole) > TOLERANCE;
}

/** In the shipped faces. A gloss's is less than what fonts' edges look like differs between machines. */
const COMMA = '000d';

// What the comparison with golden pictures is worth: it must see the least that can go wrong.
describe('a golden picture', () => {
  it('tells a page from one that lacks any one glyph', async () => {
    const unnoticed: Glyph[] = [];
    for (const [index, glyph] of glyphsOf(bytes).entries()) {
      if (glyph.code === COMMA) continue;
      if (index % 24 === 0 && !(await isNoticed(withoutGlyph(bytes, glyph)))) unnoticed.push(glyph);
    }
    expect(unnoticed).toEqual([]);
  });

  it('tells a page from one on which any one text moved by four points', async () => {
    const unnoticed: number[] = [];
    expect(textCount(bytes)).toBeGreaterThan(60);
    for (let text = 0; text < textCount(bytes); text += 3) {
      if (!(await isNoticed(withMovedText(bytes, text, 4)))) unnoticed.push(text);
    }
    expect(unnoticed).toEqual([]);
  });
});
