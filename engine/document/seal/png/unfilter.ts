import { SealProblem } from '../seal-refusal.ts';

/** Undoes the filters of a PNG's rows, each led by its filter's number (PNG 3rd edition, 9). Throws SealProblem. */
export function unfilter(filtered: Uint8Array, rowLength: number, pixelLength: number): Uint8Array {
  const height = filtered.length / (rowLength + 1);
  const rows = new Uint8Array(height * rowLength);
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (rowLength + 1)] ?? 0;
    if (filter > 4) throw new SealProblem({ kind: 'damaged-png' });
    for (let x = 0; x < rowLength; x += 1) {
      const at = y * rowLength + x;
      const left = x >= pixelLength ? (rows[at - pixelLength] ?? 0) : 0;
      const up = rows[at - rowLength] ?? 0;
      const upLeft = x >= pixelLength ? (rows[at - rowLength - pixelLength] ?? 0) : 0;
      rows[at] = (filtered[at + y + 1] ?? 0) + prediction(filter, left, up, upLeft);
    }
  }
  return rows;
}

// What a filter expects of a byte by its neighbours (9.2).
function prediction(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, upLeft) : 0;
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(estimate - value));
  if (toLeft === undefined || toUp === undefined || toUpLeft === undefined) return left;
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
