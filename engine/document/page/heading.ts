import type { CertificateFace } from '../faces.ts';
import type { Structure } from '../pdf/structure.ts';
import type { Bilingual } from '../../ports/language.ts';
import type { Canvas } from '../drawing/canvas.ts';
import { fitLine } from '../drawing/fit.ts';
import { CENTRE, HEADING, WIDTH } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import { type Tagged, tagged } from './tagged.ts';
import { WORDING } from './wording.ts';

/** What kind of copy this is, of a certificate of what. */
export function drawHeading(canvas: Canvas, structure: Structure, face: CertificateFace, caption: Bilingual): void {
  drawCaption(canvas, structure, caption);
  drawTitle(canvas, tagged(canvas, structure, structure.element('H1')), face.qualification);
}

function drawCaption(canvas: Canvas, structure: Structure, caption: Bilingual): void {
  const chinese = { size: 11, weight: 'bold', colour: PALETTE.goldText, spacing: 1.1 } as const;
  const english = { size: 7.5, weight: 'regular', colour: PALETTE.goldText, spacing: 0.7 } as const;
  const gap = 8;
  const width = canvas.width(caption['zh-CN'], chinese) + gap + canvas.width(caption.en, english);
  const left = CENTRE - width / 2;
  canvas.marked('artifact', () => {
    canvas.stroke(PALETTE.gold, 0.5);
    canvas.line(left - 62, HEADING.caption + 3.8, left - 14, HEADING.caption + 3.8);
    canvas.line(left + width + 14, HEADING.caption + 3.8, left + width + 62, HEADING.caption + 3.8);
  });
  const pen = tagged(canvas, structure, structure.element('P'));
  pen.chinese(() => canvas.text(left, HEADING.caption, caption['zh-CN'], chinese));
  pen.english(() => canvas.rightAligned(left + width, HEADING.caption + 0.9, caption.en, english));
}

function drawTitle(canvas: Canvas, pen: Tagged, qualification: Bilingual): void {
  const title = { size: 30, weight: 'bold', colour: PALETTE.teal, spacing: 3 } as const;
  const chinese = qualification['zh-CN'];
  const fitted = fitLine(canvas, chinese, title, WIDTH - 20).style;
  // Long titles are smaller; half of what they leave goes below them.
  const baseline = HEADING.title + (title.size - fitted.size) * 0.35;
  const subtitle = { size: 14, weight: 'regular', colour: PALETTE.ink, spacing: 7 } as const;
  pen.chinese(() => {
    canvas.centred(CENTRE, baseline, chinese, fitted);
    canvas.centred(CENTRE, HEADING.subtitle, WORDING.subtitle['zh-CN'], subtitle);
  });
  const english = `${qualification.en} · ${WORDING.subtitle.en}`;
  const gloss = { size: 8.5, weight: 'regular', colour: PALETTE.muted, spacing: 0.4 } as const;
  pen.english(() => canvas.centred(CENTRE, HEADING.gloss, english, fitLine(canvas, english, gloss, WIDTH).style));
}
