import { decimal, numbers } from '../drawing/canvas.ts';
import { QR } from '../drawing/geometry.ts';
import { PALETTE } from '../drawing/palette.ts';
import { type ByteWriter, packed } from '../pdf/byte-writer.ts';
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

const SPACE = 0x20;
const NEWLINE = 0x0a;
const NONE = -1;
/** Modules along the largest symbol and its quiet zone. */
const LARGEST = 177 + 2 * QUIET_ZONE;
/** Numbers up to there, with a space after each, as `packed` answers four characters; and how many of those it takes. */
const NUMBERS = Array.from({ length: LARGEST }, (_, value) => `${value} `);
const CHARACTERS = Int32Array.from(NUMBERS, (text) => packed(text.padEnd(4)));
const LENGTHS = Uint8Array.from(NUMBERS, (text) => text.length);
const HIGH_ONE = packed('1 re');
/** At most, every second module of the largest symbol is a run of its own. */
const scratch = Buffer.alloc(177 * (89 * 17 + 1) + 4);
const view = new DataView(scratch.buffer, scratch.byteOffset, scratch.length);

/**
 * The runs of dark modules, a line for each row. Written four bytes at a time: to join hundreds of little strings takes ten
 * times as long. A run goes on into the next row where both ends are dark, and is cut there. The last one ends too: a
 * symbol's side is odd, so there are light bits behind its last module.
 */
function darkRuns({ bits, size }: QrModules): Uint8Array {
  let end = 0;
  let rowEnd = size;
  let bottom = size + QUIET_ZONE - 1;
  let begin = NONE;
  let last = 0;
  for (let word = 0; word < bits.length; word += 1) {
    const modules = bits[word] ?? 0;
    // Modules unlike the one before them: there runs begin and end, in turn.
    let edges = modules ^ ((modules << 1) | last);
    last = modules >>> 31;
    for (; edges !== 0; edges &= edges - 1) {
      const at = 32 * word + 31 - Math.clz32(edges & -edges);
      if (begin === NONE) {
        begin = at;
        continue;
      }
      while (begin < at) {
        for (; begin >= rowEnd; rowEnd += size, bottom -= 1) scratch[end++] = NEWLINE;
        const stop = Math.min(at, rowEnd);
        end = writeRun(end, begin - rowEnd + size, bottom, stop - begin);
        begin = stop;
      }
      begin = NONE;
    }
  }
  return scratch.subarray(0, end);
}

function writeRun(at: number, x: number, y: number, width: number): number {
  let end = writeNumber(at, x + QUIET_ZONE);
  end = writeNumber(end, y);
  end = writeNumber(end, width);
  view.setInt32(end, HIGH_ONE);
  scratch[end + 4] = SPACE;
  return end + 5;
}

/** Answers where it ends; what comes next is written over the rest of the four bytes. */
function writeNumber(at: number, value: number): number {
  view.setInt32(at, CHARACTERS[value] ?? 0);
  return at + (LENGTHS[value] ?? 0);
}
