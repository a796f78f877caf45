import type { BandFace, EndorsementFace } from '../faces.ts';
import { type BandMarks, PLAIN_MADE_AT_ROW, rowBaseline } from './band.ts';
import { textStart, type TextStyle } from '../drawing/canvas.ts';
import { chineseDate, type ZonedTime } from './dates.ts';
import { BAND, QR } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import type { SetText, TableFonts } from '../font/table-fonts.ts';
import { type ByteWriter, latin1 } from '../pdf/byte-writer.ts';
import { drawQrCode } from './qr.ts';
import { groupVerificationCode } from '../../ids.ts';
import { WORDING } from './wording.ts';

const LEFT = BAND.x + BAND.label;
const WIDTH = QR.x - LEFT - 12;
const VALUE = { size: 10.5, weight: 'regular', colour: PALETTE.ink } as const;
const STRONG = { ...VALUE, weight: 'bold' } as const;
const ADDRESS = { ...VALUE, size: 8.5 } as const;
const GLOSS = { size: 6.5, weight: 'regular', colour: PALETTE.muted } as const;

/** Where a value stands, by itself and above its gloss, and where the gloss does: operators up to the text. */
interface Row {
  alone: Uint8Array;
  above: Uint8Array;
  gloss: Uint8Array;
}

const ROWS = [0, 1, 2, 3, 4].map(row);
const PLAIN_ROW = row(PLAIN_MADE_AT_ROW);

// Written once: no two copies differ in it.
function row(number: number): Row {
  const baseline = rowBaseline(number);
  return {
    alone: latin1(textStart(LEFT, baseline - 4, VALUE)),
    above: latin1(textStart(LEFT, baseline, VALUE)),
    gloss: latin1(textStart(LEFT, baseline - 8.5, GLOSS)),
  };
}

interface Line {
  /** As BandMarks has them. */
  marks: readonly number[] | undefined;
  row: Row | undefined;
  value: string;
  style: TextStyle;
  /** Under the value. */
  gloss?: Gloss;
}

/** In one line, Chinese first, of which there may be nothing. */
interface Gloss {
  chinese: string;
  english: string;
}

/** Where values are written, and what they are set in. */
export interface BandPen {
  writer: ByteWriter;
  fonts: TableFonts;
}

/** Fills the band in: everything that one copy has and another of the same certificate hasn't. */
export function drawBandValues(pen: BandPen, band: BandFace, marks: BandMarks, made: ZonedTime): void {
  const gloss = { chinese: '', english: `UTC${made.offset} · ${band.zone}` };
  const at = { marks: marks.madeAt, value: `${made.date} ${made.time}`, style: VALUE, gloss };
  if (band.kind === 'plain') {
    drawLine(pen, { row: PLAIN_ROW, ...at });
    return;
  }
  for (const line of endorsedLines(band, marks)) drawLine(pen, line);
  drawLine(pen, { row: ROWS[3], ...at });
  drawLine(pen, addressLine(band, marks));
  pen.writer.text(`/Figure <</MCID ${marks.qrCode?.[0] ?? 0}>> BDC\n`);
  drawQrCode(pen.writer, band.verifyUrl);
  pen.writer.text('EMC\n');
}

function endorsedLines(face: EndorsementFace, marks: BandMarks): Line[] {
  const { firstDay, lastDay, number, scenario } = face;
  const gloss = { chinese: '', english: scenario.en };
  const validity = `${chineseDate(firstDay)}至${chineseDate(lastDay)}`;
  return [
    { marks: marks.scenario, row: ROWS[0], value: scenario['zh-CN'], style: STRONG, gloss },
    { marks: marks.validity, row: ROWS[1], value: validity, style: STRONG, gloss: validityGloss(face) },
    { marks: marks.number, row: ROWS[2], value: number, style: VALUE },
  ];
}

function validityGloss({ days, firstDay, lastDay }: EndorsementFace): Gloss {
  const dates = `${firstDay} to ${lastDay}`;
  if (days === 1) return { chinese: '共1天 · ', english: `1 day · ${dates}` };
  return { chinese: `共${days}天，含首尾两日 · `, english: `${days} days, both included · ${dates}` };
}

function addressLine(face: EndorsementFace, marks: BandMarks): Line {
  const gloss = { chinese: CODE_LABEL, english: `${WORDING.code.en}: ${groupVerificationCode(face.verificationCode)}` };
  return { marks: marks.address, row: ROWS[4], value: face.verifyUrl, style: ADDRESS, gloss };
}

const CODE_LABEL = `${WORDING.code['zh-CN']} `;

function drawLine({ fonts, writer }: BandPen, { gloss, marks = [], row: place = PLAIN_ROW, style, value }: Line): void {
  writer.bytes(gloss ? place.above : place.alone);
  const set = fonts.set(value, style, WIDTH);
  drawPiece(writer, set, { mcid: marks[0], from: 0, to: set.count });
  writer.text('ET\n');
  if (!gloss) return;
  writer.bytes(place.gloss);
  const glossed = fonts.set(gloss.chinese + gloss.english, GLOSS, WIDTH);
  // A character each, in plain Chinese.
  const split = gloss.chinese.length;
  if (split > 0) drawPiece(writer, glossed, { mcid: marks[1], from: 0, to: split });
  drawPiece(writer, glossed, { mcid: marks.at(-1), from: split, to: glossed.count, language: 'en' });
  writer.text('ET\n');
}

interface Piece {
  mcid: number | undefined;
  from: number;
  to: number;
  language?: 'en';
}

// A language can be given to a Span only (ISO 32000-1, 14.9.2.3).
function drawPiece(writer: ByteWriter, set: SetText, { from, language, mcid = 0, to }: Piece): void {
  writer.text(language ? '/Span <</Lang (en) /MCID ' : '/P <</MCID ');
  writer.whole(mcid);
  writer.text('>> BDC\n');
  set.show(writer, from, to);
  writer.text('EMC\n');
}
