/** Red, green and blue from 0 to 1, in sRGB. */
export type Colour = readonly [number, number, number];

/** `#rrggbb` as PDF counts colours. */
function colour(hex: `#${string}`): Colour {
  const part = (at: number): number => Math.round((Number.parseInt(hex.slice(at, at + 2), 16) / 255) * 1000) / 1000;
  return [part(1), part(3), part(5)];
}

export const PALETTE = {
  paper: colour('#fdfcf8'),
  ink: colour('#1b2a30'),
  muted: colour('#56666c'),
  hairline: colour('#cdd6d3'),
  teal: colour('#1d5a61'),
  wave: colour('#8fb3b0'),
  waveGold: colour('#cdb98c'),
  rosette: colour('#e6ece6'),
  gold: colour('#a98746'),
  /** For letters, which need more contrast than lines do (WCAG 2.2, 1.4.3). */
  goldText: colour('#7c602b'),
  band: colour('#eff4f1'),
  bandEdge: colour('#d3dfda'),
  white: colour('#ffffff'),
  seal: colour('#c4262e'),
  specimen: colour('#f8ebe7'),
  specimenOnBand: colour('#eee2dc'),
} as const satisfies Record<string, Colour>;
