import type { Bilingual } from '../../ports/language.ts';
import type { BandFace } from '../faces.ts';
import type { Structure, StructureElement } from '../pdf/structure.ts';
import type { Canvas } from '../drawing/canvas.ts';
import { BAND, PLAIN_BAND_HEIGHT, QR } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import { drawSpecimenMark } from '../ornament/ground.ts';
import { tagged } from './tagged.ts';
import { WORDING } from './wording.ts';

/** What a copy fills in. */
type BandSlot = 'scenario' | 'validity' | 'number' | 'madeAt' | 'address' | 'qrCode';

/** The MCIDs of what is filled in, in reading order: a value, what its gloss says in Chinese, and in English. */
export type BandMarks = Readonly<Partial<Record<BandSlot, readonly number[]>>>;

/** How many pieces of content each has. */
const PIECES = { scenario: 2, validity: 3, number: 1, madeAt: 2, address: 3, qrCode: 1 } as const;

const TITLE = { size: 10.5, weight: 'bold', colour: PALETTE.teal, spacing: 1 } as const;
const TITLE_GLOSS = { size: 6.8, weight: 'regular', colour: PALETTE.teal, spacing: 0.6 } as const;
const LABEL = { size: 8.5, weight: 'regular', colour: PALETTE.muted, spacing: 0.8 } as const;
const LABEL_GLOSS = { size: 6.3, weight: 'regular', colour: PALETTE.muted } as const;
const SENTENCE = { size: 11, weight: 'regular', colour: PALETTE.ink } as const;
const SENTENCE_GLOSS = { size: 7.5, weight: 'regular', colour: PALETTE.muted } as const;

const ENDORSED_ROWS = [
  ['scenario', WORDING.scenario],
  ['validity', WORDING.validity],
  ['number', WORDING.number],
  ['madeAt', WORDING.madeAt],
  ['address', WORDING.verifyAt],
] as const;

/** Below the sentence that a plain copy has instead of an endorsement. */
export const PLAIN_MADE_AT_ROW = 1.6;

/** The baseline of a row's Chinese text. */
export function rowBaseline(row: number): number {
  return BAND.firstRow - row * BAND.row;
}

/** The band with its labels, and the marks of what will be filled in. */
export function drawBand(canvas: Canvas, structure: Structure, kind: BandFace['kind'], specimen: boolean): BandMarks {
  const height = kind === 'plain' ? PLAIN_BAND_HEIGHT : BAND.height;
  canvas.marked('artifact', () => {
    drawBandGround(canvas, height);
    if (specimen) drawBandSpecimenMark(canvas, height);
  });
  switch (kind) {
    case 'endorsed':
      return drawEndorsed(canvas, structure);
    case 'plain':
      return drawPlain(canvas, structure);
    default:
      return kind satisfies never;
  }
}

function drawEndorsed(canvas: Canvas, structure: Structure): BandMarks {
  drawBandTitle(canvas, structure, WORDING.bandTitle);
  const marks: Partial<Record<BandSlot, number[]>> = {};
  for (const [row, [slot, label]] of ENDORSED_ROWS.entries()) {
    const element = structure.element('P');
    drawLabel(canvas, structure, element, label, row);
    marks[slot] = markPieces(structure, element, slot);
  }
  const box = [QR.x, QR.y, QR.x + QR.size, QR.y + QR.size] as const;
  const figure = structure.element('Figure', { alternative: WORDING.qrCode['zh-CN'], box });
  marks.qrCode = markPieces(structure, figure, 'qrCode');
  drawQrCaption(canvas, structure);
  return marks;
}

function drawPlain(canvas: Canvas, structure: Structure): BandMarks {
  drawBandTitle(canvas, structure, WORDING.plainTitle);
  const pen = tagged(canvas, structure, structure.element('P'));
  const { en, 'zh-CN': chinese } = WORDING.noEndorsement;
  pen.chinese(() => canvas.text(BAND.x + 16, rowBaseline(0), chinese, SENTENCE));
  pen.english(() => canvas.text(BAND.x + 16, rowBaseline(0) - 11, en, SENTENCE_GLOSS));
  const element = structure.element('P');
  drawLabel(canvas, structure, element, WORDING.madeAt, PLAIN_MADE_AT_ROW);
  return { madeAt: markPieces(structure, element, 'madeAt') };
}

function markPieces(structure: Structure, element: StructureElement, slot: BandSlot): number[] {
  return Array.from({ length: PIECES[slot] }, () => structure.mark(element));
}

function drawBandGround(canvas: Canvas, height: number): void {
  const bottom = BAND.y + BAND.height - height;
  canvas.fill(PALETTE.band);
  canvas.stroke(PALETTE.bandEdge, 0.6);
  canvas.rectangle(BAND.x, bottom, BAND.width, height);
  canvas.operators('B');
  canvas.fill(PALETTE.teal);
  canvas.rectangle(BAND.x, bottom, 3, height);
  canvas.operators('f');
}

function drawBandSpecimenMark(canvas: Canvas, height: number): void {
  const middle = { x: (BAND.x + QR.x) / 2, y: BAND.y + BAND.height - height / 2 };
  drawSpecimenMark(canvas, { ...middle, size: height / 4, colour: PALETTE.specimenOnBand });
}

function drawBandTitle(canvas: Canvas, structure: Structure, title: Bilingual): void {
  const pen = tagged(canvas, structure, structure.element('H2'));
  pen.chinese(() => canvas.text(BAND.x + 16, BAND.title, title['zh-CN'], TITLE));
  const left = BAND.x + 16 + canvas.width(title['zh-CN'], TITLE) + 8;
  pen.english(() => canvas.text(left, BAND.title + 0.6, title.en, TITLE_GLOSS));
}

function drawLabel(
  canvas: Canvas,
  structure: Structure,
  element: StructureElement,
  label: Bilingual,
  row: number,
): void {
  const pen = tagged(canvas, structure, element);
  pen.chinese(() => canvas.text(BAND.x + 16, rowBaseline(row), label['zh-CN'], LABEL));
  pen.english(() => canvas.text(BAND.x + 16, rowBaseline(row) - 8, label.en, LABEL_GLOSS));
}

function drawQrCaption(canvas: Canvas, structure: Structure): void {
  const centre = QR.x + QR.size / 2;
  const pen = tagged(canvas, structure, structure.element('P'));
  pen.chinese(() => canvas.centred(centre, QR.y - 13, WORDING.scan['zh-CN'], { ...LABEL, colour: PALETTE.ink }));
  pen.english(() => canvas.centred(centre, QR.y - 21, WORDING.scan.en, LABEL_GLOSS));
}
