import { describe, expect, it } from 'vitest';

import { type Colour, PALETTE } from '../../../engine/document/drawing/palette.ts';
import { CERTIFICATE, GENUINE, LONGEST } from '../samples.ts';
import { pageTexts, sealTexts } from './text-places.ts';

/** What may lie beneath letters. */
const GROUNDS = ['white', 'paper', 'band', 'rosette', 'specimen', 'specimenOnBand'] as const;

// WCAG 2.2, relative luminance and contrast ratio.
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Colour, b: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('a text on the page', () => {
  const texts = [
    ...pageTexts(LONGEST, 'endorsed'),
    ...pageTexts({ ...CERTIFICATE, sealedBy: GENUINE }, 'plain'),
    ...sealTexts(LONGEST),
  ];
  const colours = [...new Set(texts.map(({ style }) => style.colour))];

  it.each(GROUNDS)('has a contrast of 4.5 to 1 at least where it lies on %s (WCAG 2.2, 1.4.3)', (ground) => {
    expect(colours.length).toBeGreaterThan(4);
    for (const colour of colours) expect(contrast(colour, PALETTE[ground])).toBeGreaterThanOrEqual(4.5);
  });
});
