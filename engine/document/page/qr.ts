import { encode } from 'uqr';

import type { Canvas } from '../drawing/canvas.ts';
import { decimal } from '../drawing/canvas.ts';
import { QR } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';

// ISO/IEC 18004, 9.1.
const QUIET_ZONE = 4;
// Any mask is readable. Trying all eight for the handsomest takes longer than the rest of the copy but its signature.
const MASK = 2;

/** The QR code of `text` as filled runs of modules. */
export function drawQrCode(canvas: Canvas, text: string): void {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, maskPattern: MASK, border: 0 });
  const modules = size + 2 * QUIET_ZONE;
  const module = decimal(QR.size / modules, 5);
  canvas.saved(() => {
    canvas.operators(`${module} 0 0 ${module} ${decimal(QR.x)} ${decimal(QR.y)} cm`);
    canvas.fill(PALETTE.white);
    canvas.operators(`0 0 ${modules} ${modules} re f`);
    canvas.fill(PALETTE.ink);
    canvas.operators(...data.map((row, index) => darkRuns(row, modules - QUIET_ZONE - 1 - index)), 'f');
  });
}

function darkRuns(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    path += `${start + QUIET_ZONE} ${y} ${x - start + 1} 1 re `;
  }
  return path;
}
