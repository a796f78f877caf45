import type { BandFace, EndorsementFace } from '../faces.ts';
import { type BandMarks, PLAIN_MADE_AT_ROW, rowBaseline } from './band.ts';
import { textStart, type TextStyle } from '../drawing/canvas.ts';
import { chineseDate, type ZonedTime } from './dates.ts';
import { BAND, QR } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import type { TableFonts } from '../font/table-fonts.ts';
import { type ByteWriter, latin1 } from '../pdf/byte-writer.ts';
import { drawQrCode } from './qr.ts';
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
  mcid: number | undefined;
  row: Row | undefined;
  value: string;
  style: TextStyle;
  /** Under the value; English unless it says Chinese first. */
  gloss: string;
}

/** Where values are written, and what they are set in. */
export interface BandPen {
  writer: ByteWriter;
  fonts: TableFonts;
}

/** Fills the band in: everything that one copy has and another of the same certificate hasn't. */
export function drawBandValues(pen: BandPen, band: BandFace, marks: BandMarks, made: ZonedTime): void {
  const at = { value: `${made.date} ${made.time}`, style: VALUE, gloss: `UTC${made.offset} · ${band.zone}` };
  if (band.kind === 'plain') {
    drawLine(pen, { mcid: marks.madeAt, row: PLAIN_ROW, ...at });
    return;
  }
  for (const line of endorsedLines(band, marks)) drawLine(pen, line);
  drawLine(pen, { mcid: marks.madeAt, row: ROWS[3], ...at });
  drawLine(pen, addressLine(band, marks));
  pen.writer.text(`/Figure <</MCID ${marks.qrCode ?? 0}>> BDC\n`);
  drawQrCode(pen.writer, band.verifyUrl);
  pen.writer.text('EMC\n');
}

function endorsedLines(face: EndorsementFace, marks: BandMarks): Line[] {
  const { days, firstDay, lastDay } = face;
  return [
    { mcid: marks.scenario, row: ROWS[0], value: face.scenario['zh-CN'], style: STRONG, gloss: face.scenario.en },
    {
      mcid: marks.validity,
      row: ROWS[1],
      value: `${chineseDate(firstDay)}至${chineseDate(lastDay)}`,
      style: STRONG,
      gloss: `${validityGloss(days)} · ${firstDay} to ${lastDay}`,
    },
    { mcid: marks.number, row: ROWS[2], value: face.number, style: VALUE, gloss: '' },
  ];
}

function validityGloss(days: number): string {
  return days === 1 ? '共1天 · 1 day' : `共${days}天，含首尾两日 · ${days} days, both included`;
}

function addressLine(face: EndorsementFace, marks: BandMarks): Line {
  const code = `${WORDING.code['zh-CN']} ${WORDING.code.en}: ${face.verificationCode}`;
  return { mcid: marks.address, row: ROWS[4], value: face.verifyUrl, style: ADDRESS, gloss: code };
}

function drawLine(pen: BandPen, { gloss, mcid = 0, row: place = PLAIN_ROW, style, value }: Line): void {
  pen.writer.text('/P <</MCID ');
  pen.writer.whole(mcid);
  pen.writer.text('>> BDC\n');
  drawText(pen, gloss === '' ? place.alone : place.above, value, style);
  if (gloss !== '') drawText(pen, place.gloss, gloss, GLOSS);
  pen.writer.text('EMC\n');
}

function drawText({ fonts, writer }: BandPen, start: Uint8Array, text: string, style: TextStyle): void {
  writer.bytes(start);
  fonts.show(writer, text, style, WIDTH);
  writer.text('ET\n');
}
