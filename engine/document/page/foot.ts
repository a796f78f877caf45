import type { Bilingual } from '../../ports/language.ts';
import type { BandFace, CertificateFace } from '../faces.ts';
import type { Structure } from '../pdf/structure.ts';
import type { Canvas } from '../drawing/canvas.ts';
import { fitLine, fitLines, type Fitted } from '../drawing/fit.ts';
import { CENTRE, FOOT, FRAME, LEFT, SEAL } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import { type Tagged, tagged } from './tagged.ts';
import { WORDING } from './wording.ts';

const TITLE = { size: 8.5, weight: 'bold', colour: PALETTE.teal, spacing: 0.8 } as const;
const TITLE_GLOSS = { size: 6.3, weight: 'regular', colour: PALETTE.teal, spacing: 0.5 } as const;
const NOTE = { size: 7.8, weight: 'regular', colour: PALETTE.ink } as const;
const NOTE_GLOSS = { size: 6.3, weight: 'regular', colour: PALETTE.muted } as const;
/** Both together fill what is between the seal and the note of a specimen. */
const NAME_BOX = { width: SEAL.size + 20, height: 17.5, leading: 1.15 };
const NAME_GLOSS_BOX = { ...NAME_BOX, height: 14.2, leading: 1.12 };
const SPECIMEN = { size: 6.5, weight: 'bold', colour: PALETTE.seal, spacing: 0.5 } as const;

const NOTES: Readonly<Record<BandFace['kind'], readonly Bilingual[]>> = {
  endorsed: [WORDING.verifyOnline, WORDING.verifySignature, WORDING.verifyLimits],
  plain: [WORDING.verifySignature, WORDING.verifyPlain],
};

/** How to verify the copy, and whose seal stands beside. */
export function drawFoot(canvas: Canvas, structure: Structure, face: CertificateFace, kind: BandFace['kind']): void {
  drawNotes(canvas, structure, NOTES[kind]);
  drawSealedBy(canvas, structure, face.sealedBy.name);
  if (face.sealedBy.specimen) drawSpecimenNote(canvas, structure);
}

function drawNotes(canvas: Canvas, structure: Structure, notes: readonly Bilingual[]): void {
  const title = WORDING.howToVerify;
  const pen = tagged(canvas, structure, structure.element('H2'));
  pen.chinese(() => canvas.text(LEFT, FOOT.top, title['zh-CN'], TITLE));
  const left = LEFT + canvas.width(title['zh-CN'], TITLE) + 6;
  pen.english(() => canvas.text(left, FOOT.top + 0.5, title.en, TITLE_GLOSS));
  for (const [index, note] of notes.entries()) {
    const baseline = FOOT.top - 18 - index * 22;
    drawNote(canvas, tagged(canvas, structure, structure.element('P')), note, `${index + 1}`, baseline);
  }
}

function drawNote(canvas: Canvas, pen: Tagged, note: Bilingual, number: string, baseline: number): void {
  const width = FOOT.width - 12;
  pen.chinese(() => {
    canvas.text(LEFT, baseline, number, { ...NOTE, colour: PALETTE.goldText, weight: 'bold' });
    canvas.text(LEFT + 12, baseline, note['zh-CN'], fitLine(canvas, note['zh-CN'], NOTE, width).style);
  });
  pen.english(() => {
    canvas.text(LEFT + 12, baseline - 8.5, note.en, fitLine(canvas, note.en, NOTE_GLOSS, width).style);
  });
}

function drawSealedBy(canvas: Canvas, structure: Structure, name: Bilingual): void {
  const centre = SEAL.x + SEAL.size / 2;
  const label = `${WORDING.sealedBy['zh-CN']} ${WORDING.sealedBy.en}`;
  const pen = tagged(canvas, structure, structure.element('P'));
  pen.chinese(() => canvas.centred(centre, FOOT.top, label, { ...TITLE_GLOSS, spacing: 0.3 }));
  const chinese = fitLines(canvas, name['zh-CN'], { ...NOTE, size: 9 }, NAME_BOX, 7.5);
  const english = fitLines(canvas, name.en, NOTE_GLOSS, NAME_GLOSS_BOX, NOTE_GLOSS.size);
  const top = SEAL.y - 2;
  const below = top - chinese.lines.length * chinese.style.size * NAME_BOX.leading;
  pen.chinese(() => drawName(canvas, chinese, top, NAME_BOX.leading));
  pen.english(() => drawName(canvas, english, below, NAME_GLOSS_BOX.leading));
}

function drawName(canvas: Canvas, { lines, style }: Fitted, top: number, leading: number): void {
  const centre = SEAL.x + SEAL.size / 2;
  for (const [index, line] of lines.entries())
    canvas.centred(centre, top - (0.88 + index * leading) * style.size, line, style);
}

function drawSpecimenNote(canvas: Canvas, structure: Structure): void {
  const text = `${WORDING.specimenNote['zh-CN']} · ${WORDING.specimenNote.en}`;
  tagged(canvas, structure, structure.element('P')).chinese(() => {
    canvas.centred(CENTRE, FRAME.inner + 6.8, text, SPECIMEN);
  });
}
