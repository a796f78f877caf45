import { decimal, numbers } from '../drawing/canvas.ts';
import { QR } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import type { ByteWriter } from '../pdf/byte-writer.ts';
import { type QrModules, qrModules } from './qr-modules.ts';

// ISO/IEC 18004, 9.1.
const QUIET_ZONE = 4;
const WHITE = numbers(...PALETTE.white);
const INK = numbers(...PALETTE.ink);

/** The QR code of `text` as filled runs of modules. */
export function drawQrCode(writer: ByteWriter, text: string): void {
  const code = qrModules(text);
  const modules = code.size + 2 * QUIET_ZONE;
  const module = decimal(QR.size / modules, 5);
  writer.text(`q\n${module} 0 0 ${module} ${decimal(QR.x)} ${decimal(QR.y)} cm\n`);
  writer.text(`${WHITE} rg\n0 0 ${modules} ${modules} re f\n${INK} rg\n`);
  writer.bytes(darkRuns(code));
  writer.text('\nf\nQ\n');
}

const ZERO = 0x30;
const SPACE = 0x20;
const NEWLINE = 0x0a;
const HEIGHT = 0x31;
const [R, E] = [0x72, 0x65];
const NONE = -1;
/** At most, every second module of the largest symbol, 177 across, is a run of its own. */
const scratch = Buffer.alloc(177 * (89 * 16 + 1));

// Written byte by byte: to join hundreds of little strings takes ten times as long. A line for each row.
function darkRuns({ rows, size, wordsPerRow }: QrModules): Uint8Array {
  let end = 0;
  for (let y = 0; y < size; y += 1) {
    const bottom = size + QUIET_ZONE - 1 - y;
    let start = NONE;
    let last = 0;
    for (let word = 0; word < wordsPerRow; word += 1) {
      const modules = rows[y * wordsPerRow + word] ?? 0;
      // Modules unlike the one before them: there runs begin and end, in turn.
      let edges = modules ^ ((modules << 1) | last);
      last = modules >>> 31;
      for (; edges !== 0; edges &= edges - 1) {
        const x = 32 * word + 31 - Math.clz32(edges & -edges);
        if (start !== NONE) end = writeRun(end, start, bottom, x - start);
        start = start === NONE ? x : NONE;
      }
    }
    if (start !== NONE) end = writeRun(end, start, bottom, size - start);
    scratch[end++] = NEWLINE;
  }
  return scratch.subarray(0, end - 1);
}

function writeRun(at: number, x: number, y: number, width: number): number {
  let end = writeNumber(at, x + QUIET_ZONE);
  end = writeNumber(end, y);
  end = writeNumber(end, width);
  scratch[end++] = HEIGHT;
  scratch[end++] = SPACE;
  scratch[end++] = R;
  scratch[end++] = E;
  scratch[end++] = SPACE;
  return end;
}

/** A number up to 999 and a space. Answers where they end. */
function writeNumber(at: number, value: number): number {
  let end = at;
  if (value >= 100) scratch[end++] = ZERO + Math.floor(value / 100);
  if (value >= 10) scratch[end++] = ZERO + (Math.floor(value / 10) % 10);
  scratch[end++] = ZERO + (value % 10);
  scratch[end++] = SPACE;
  return end;
}
