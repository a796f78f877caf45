import { Canvas, type TextStyle } from '../../../engine/document/drawing/canvas.ts';
import { drawSeal } from '../../../engine/document/ornament/seal.ts';
import { drawBand } from '../../../engine/document/page/band.ts';
import { fieldRows } from '../../../engine/document/page/fields.ts';
import { drawFoot } from '../../../engine/document/page/foot.ts';
import { drawGrid } from '../../../engine/document/page/grid.ts';
import { drawHeading } from '../../../engine/document/page/heading.ts';
import { WORDING } from '../../../engine/document/page/wording.ts';
import type { BandFace, CertificateFace } from '../../../engine/document/faces.ts';
import { Structure } from '../../../engine/document/pdf/structure.ts';
import { shippedFonts } from '../samples.ts';

/** A line of text as it was placed, in points; its letters reach from `bottom` to `top`. */
export interface PlacedText {
  text: string;
  style: TextStyle;
  left: number;
  right: number;
  baseline: number;
  top: number;
  bottom: number;
}

/** The part of their size that Chinese characters reach above the baseline, and below it. */
const REACH = { above: 0.88, below: 0.12 };

class RecordingCanvas extends Canvas {
  readonly texts: PlacedText[] = [];

  override text(x: number, y: number, text: string, style: TextStyle, angle = 0): void {
    super.text(x, y, text, style, angle);
    const { size } = style;
    const [top, bottom] = [y + REACH.above * size, y - REACH.below * size];
    this.texts.push({ text, style, left: x, right: x + this.width(text, style), baseline: y, top, bottom });
  }
}

/** The texts of a certificate's fields. */
export function fieldTexts(face: CertificateFace): PlacedText[] {
  return recorded((canvas, structure) => drawGrid(canvas, structure, fieldRows(face)));
}

/** The texts below the endorsement. */
export function footTexts(face: CertificateFace, kind: BandFace['kind']): PlacedText[] {
  return recorded((canvas, structure) => drawFoot(canvas, structure, face, kind));
}

/** The texts of the seal, from its own lower left corner. */
export function sealTexts(face: CertificateFace): PlacedText[] {
  return recorded((canvas) => drawSeal(canvas, face.sealedBy, undefined));
}

/** The texts of the whole page but what a copy fills in. */
export function pageTexts(face: CertificateFace, kind: BandFace['kind']): PlacedText[] {
  const above = recorded((canvas, structure) => {
    drawHeading(canvas, structure, face, WORDING.endorsedCaption);
    drawBand(canvas, structure, kind, false);
  });
  return [...above, ...fieldTexts(face), ...footTexts(face, kind)];
}

function recorded(draw: (canvas: Canvas, structure: Structure) => void): PlacedText[] {
  const canvas = new RecordingCanvas(shippedFonts());
  draw(canvas, new Structure());
  return canvas.texts;
}
