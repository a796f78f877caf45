import type { Canvas } from '../drawing/canvas.ts';
import { decimal } from '../drawing/canvas.ts';
import { QR } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import { isDark, type QrModules, qrModules } from './qr-modules.ts';

// ISO/IEC 18004, 9.1.
const QUIET_ZONE = 4;

/** The QR code of `text` as filled runs of modules. */
export function drawQrCode(canvas: Canvas, text: string): void {
  const code = qrModules(text);
  const modules = code.size + 2 * QUIET_ZONE;
  const module = decimal(QR.size / modules, 5);
  canvas.saved(() => {
    canvas.operators(`${module} 0 0 ${module} ${decimal(QR.x)} ${decimal(QR.y)} cm`);
    canvas.fill(PALETTE.white);
    canvas.operators(`0 0 ${modules} ${modules} re f`);
    canvas.fill(PALETTE.ink);
    canvas.operators(darkRuns(code), 'f');
  });
}

const ZERO = 0x30;
const SPACE = 0x20;
const NEWLINE = 0x0a;
const HEIGHT_AND_OPERATOR = [...Buffer.from('1 re ')];
/** At most, every second module of the largest symbol, 177 across, is a run of its own. */
const scratch = Buffer.alloc(177 * (89 * 16 + 1));

// Written byte by byte: to join hundreds of little strings takes ten times as long. A line for each row.
function darkRuns(code: QrModules): string {
  let end = 0;
  for (let y = 0; y < code.size; y += 1) {
    const bottom = code.size + QUIET_ZONE - 1 - y;
    for (let x = 0; x < code.size; x += 1) {
      if (!isDark(code, x, y)) continue;
      const start = x;
      while (x + 1 < code.size && isDark(code, x + 1, y)) x += 1;
      end = writeNumber(start + QUIET_ZONE, end);
      end = writeNumber(bottom, end);
      end = writeNumber(x - start + 1, end);
      for (const byte of HEIGHT_AND_OPERATOR) scratch[end++] = byte;
    }
    scratch[end] = NEWLINE;
    end += 1;
  }
  return scratch.toString('latin1', 0, end - 1);
}

/** A number up to 999 and a space. Answers where they end. */
function writeNumber(value: number, start: number): number {
  let at = start;
  if (value >= 100) scratch[at++] = ZERO + Math.floor(value / 100);
  if (value >= 10) scratch[at++] = ZERO + (Math.floor(value / 10) % 10);
  scratch[at++] = ZERO + (value % 10);
  scratch[at++] = SPACE;
  return at;
}
