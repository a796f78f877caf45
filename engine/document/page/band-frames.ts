import type { BandFace } from '../faces.ts';
import { textStart } from '../drawing/canvas.ts';
import { BAND } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import { latin1 } from '../pdf/byte-writer.ts';
import { type BandMarks, PLAIN_MADE_AT_ROW, rowBaseline } from './band.ts';

const LEFT = BAND.x + BAND.label;
const VALUE = { size: 10.5, weight: 'regular', colour: PALETTE.ink } as const;
const GLOSS = { size: 6.5, weight: 'regular', colour: PALETTE.muted } as const;

/** How values and their glosses are set. Every value but the address has the same size. */
export const STYLES = {
  value: VALUE,
  strong: { ...VALUE, weight: 'bold' },
  address: { ...VALUE, size: 8.5 },
  gloss: GLOSS,
} as const;

/** What stands around the pieces of one line, operators up to each and after it. */
export interface LineFrame {
  /** Ahead of the value. */
  value: Uint8Array;
  /** Between the value and what its gloss says in Chinese, if it says anything so. */
  chinese: Uint8Array;
  /** Ahead of what the gloss says in English. */
  english: Uint8Array;
  end: Uint8Array;
}

/** What stands around everything that a copy fills in. */
export interface BandFrames {
  scenario: LineFrame;
  validity: LineFrame;
  number: LineFrame;
  madeAt: LineFrame;
  address: LineFrame;
  qrCode: { start: Uint8Array; end: Uint8Array };
}

const END_PIECE = 'EMC\n';
const END_LINE = `${END_PIECE}ET\n`;

/** Of a base with these marks: no two of its copies differ in them. */
export function bandFrames(marks: BandMarks, kind: BandFace['kind']): BandFrames {
  return {
    scenario: glossed(0, marks.scenario),
    validity: glossed(1, marks.validity),
    number: alone(2, marks.number),
    madeAt: glossed(kind === 'plain' ? PLAIN_MADE_AT_ROW : 3, marks.madeAt),
    address: glossed(4, marks.address),
    qrCode: { start: latin1(`/Figure <</MCID ${marks.qrCode?.[0] ?? 0}>> BDC\n`), end: latin1(END_PIECE) },
  };
}

function alone(row: number, marks: readonly number[] = []): LineFrame {
  const nothing = latin1('');
  const value = textStart(LEFT, rowBaseline(row) - 4, VALUE) + startPiece(marks[0]);
  return { value: latin1(value), chinese: nothing, english: nothing, end: latin1(END_LINE) };
}

/** `marks` are as BandMarks has them: two where a gloss is in English alone. */
function glossed(row: number, marks: readonly number[] = []): LineFrame {
  const baseline = rowBaseline(row);
  const bilingual = marks.length > 2;
  const gloss = END_LINE + textStart(LEFT, baseline - 8.5, GLOSS);
  return {
    value: latin1(textStart(LEFT, baseline, VALUE) + startPiece(marks[0])),
    chinese: latin1(bilingual ? gloss + startPiece(marks[1]) : gloss),
    english: latin1((bilingual ? END_PIECE : '') + startEnglish(marks.at(-1))),
    end: latin1(END_LINE),
  };
}

function startPiece(mcid = 0): string {
  return `/P <</MCID ${mcid}>> BDC\n`;
}

// A language can be given to a Span only (ISO 32000-1, 14.9.2.3).
function startEnglish(mcid = 0): string {
  return `/Span <</Lang (en) /MCID ${mcid}>> BDC\n`;
}
