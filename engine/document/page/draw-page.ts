import type { BandFace, CertificateFace } from '../faces.ts';
import { drawGround } from '../ornament/ground.ts';
import { drawSeal } from '../ornament/seal.ts';
import type { PackedImage } from '../seal/png/pack-image.ts';
import type { SealPicture } from '../seal/seal-picture.ts';
import { Structure } from '../pdf/structure.ts';
import { type BandMarks, drawBand } from './band.ts';
import { Canvas, type Measure } from '../drawing/canvas.ts';
import { fieldRows } from './fields.ts';
import { drawFoot } from './foot.ts';
import { drawGrid } from './grid.ts';
import { drawHeading } from './heading.ts';
import { WORDING } from './wording.ts';

/** A page as drawn, before fonts are cut down to what it uses. */
export interface DrawnPage {
  page: Canvas;
  seal: Canvas;
  /** What the seal paints, if it paints an image. */
  sealImage: PackedImage | null;
  structure: Structure;
  marks: BandMarks;
}

/** Draws everything but what a single copy fills in. Throws MissingGlyphFault. */
export function drawPage(
  measure: Measure,
  face: CertificateFace,
  kind: BandFace['kind'],
  picture: SealPicture | undefined,
): DrawnPage {
  const page = new Canvas(measure);
  const structure = new Structure();
  page.marked('artifact', () => page.saved(() => drawGround(page, face.sealedBy.specimen)));
  const caption = kind === 'endorsed' ? WORDING.endorsedCaption : WORDING.plainCaption;
  drawHeading(page, structure, face, caption);
  drawGrid(page, structure, fieldRows(face));
  const marks = drawBand(page, structure, kind, face.sealedBy.specimen);
  drawFoot(page, structure, face, kind);
  structure.element('Form', { annotated: true, alternative: WORDING.signatureField['zh-CN'] });
  if (kind === 'endorsed') structure.element('Link', { annotated: true, alternative: WORDING.scan['zh-CN'] });
  const seal = new Canvas(measure);
  const sealImage = drawSeal(seal, face.sealedBy, picture);
  return { page, seal, sealImage, structure, marks };
}
