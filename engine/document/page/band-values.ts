import type { BandFace, EndorsementFace } from '../faces.ts';
import { type BandMarks, PLAIN_MADE_AT_ROW, rowBaseline } from './band.ts';
import type { Canvas, TextStyle } from '../drawing/canvas.ts';
import { chineseDate, type ZonedTime } from './dates.ts';
import { fitLine } from '../drawing/fit.ts';
import { BAND, QR } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import { drawQrCode } from './qr.ts';
import { WORDING } from './wording.ts';

const LEFT = BAND.x + BAND.label;
const WIDTH = QR.x - LEFT - 12;
const VALUE = { size: 10.5, weight: 'regular', colour: PALETTE.ink } as const;
const STRONG = { ...VALUE, weight: 'bold' } as const;
const GLOSS = { size: 6.5, weight: 'regular', colour: PALETTE.muted } as const;

interface Line {
  mcid: number;
  row: number;
  value: string;
  style: TextStyle;
  /** Under the value; English unless it says Chinese first. */
  gloss: string;
}

/** Fills the band in: everything that one copy has and another of the same certificate hasn't. */
export function drawBandValues(canvas: Canvas, band: BandFace, marks: BandMarks, made: ZonedTime): void {
  const at = { value: `${made.date} ${made.time}`, gloss: `UTC${made.offset} · ${band.zone}` };
  if (band.kind === 'plain') {
    drawLine(canvas, { mcid: marks.madeAt ?? 0, row: PLAIN_MADE_AT_ROW, style: VALUE, ...at });
    return;
  }
  for (const line of endorsedLines(band, marks)) drawLine(canvas, line);
  drawLine(canvas, { mcid: marks.madeAt ?? 0, row: 3, style: VALUE, ...at });
  drawLine(canvas, addressLine(band, marks));
  canvas.marked({ tag: 'Figure', mcid: marks.qrCode ?? 0 }, () => drawQrCode(canvas, band.verifyUrl));
}

function endorsedLines(face: EndorsementFace, marks: BandMarks): Line[] {
  const { days, firstDay, lastDay } = face;
  return [
    { mcid: marks.scenario ?? 0, row: 0, value: face.scenario['zh-CN'], style: STRONG, gloss: face.scenario.en },
    {
      mcid: marks.validity ?? 0,
      row: 1,
      value: `${chineseDate(firstDay)}至${chineseDate(lastDay)}`,
      style: STRONG,
      gloss: `${validityGloss(days)} · ${firstDay} to ${lastDay}`,
    },
    { mcid: marks.number ?? 0, row: 2, value: face.number, style: VALUE, gloss: '' },
  ];
}

function validityGloss(days: number): string {
  return days === 1 ? '共1天 · 1 day' : `共${days}天，含首尾两日 · ${days} days, both included`;
}

function addressLine(face: EndorsementFace, marks: BandMarks): Line {
  const code = `${WORDING.code['zh-CN']} ${WORDING.code.en}: ${face.verificationCode}`;
  return { mcid: marks.address ?? 0, row: 4, value: face.verifyUrl, style: { ...VALUE, size: 8.5 }, gloss: code };
}

function drawLine(canvas: Canvas, { gloss, mcid, row, style, value }: Line): void {
  canvas.marked({ tag: 'P', mcid }, () => {
    const baseline = rowBaseline(row) - (gloss === '' ? 4 : 0);
    canvas.text(LEFT, baseline, value, fitLine(canvas, value, style, WIDTH).style);
    if (gloss !== '') canvas.text(LEFT, baseline - 8.5, gloss, fitLine(canvas, gloss, GLOSS, WIDTH).style);
  });
}
