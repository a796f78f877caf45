/** Where things stand on the page, in points from its lower left corner. */

/** A4, ISO 216. */
export const PAGE = { width: 595.28, height: 841.89 };

/** The printed frame: its outer edge, and the inner edge of its waves. */
export const FRAME = { outer: 24, inner: 41 };

/** The column that everything is set in. */
export const LEFT = 66;
export const RIGHT = PAGE.width - LEFT;
export const WIDTH = RIGHT - LEFT;
export const CENTRE = PAGE.width / 2;

export const HEADING = { caption: 770, title: 724, subtitle: 698, gloss: 682 };

/** The certificate's fields: top edge, and height of a row. */
export const GRID = { top: 658, row: 34, label: 72 };

/** The endorsement, on a ground of its own. */
export const BAND = { x: LEFT, y: 224, width: WIDTH, height: 150, title: 355.5, firstRow: 335.5, row: 23.7, label: 80 };

/** How much lower the band of a plain copy is. */
export const PLAIN_BAND_HEIGHT = 94;

/** The QR code's square, quiet zone included. */
export const QR = { size: 88, x: RIGHT - 88 - 14, y: BAND.y + 40 };

/** A circle of 38 mm, which is also where the signature field stands. */
export const SEAL = { size: 108, x: RIGHT - 118, y: 88 };

export const FOOT = { top: 200, width: 300 };
