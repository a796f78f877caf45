import { deflateSync } from 'node:zlib';

import type { ByteWriter, Piece } from './byte-writer.ts';

/** An object that an update adds or writes anew: its number and everything between `obj` and `endobj`, in pieces. */
export interface UpdatedObject {
  number: number;
  body: readonly Piece[];
}

/** Where an update hangs in its file. */
export interface UpdatePlace {
  /** Length of what comes before it. */
  offset: number;
  previousXref: number;
  /** Trailer entries but for Size and Prev, in pieces. */
  trailer: readonly Piece[];
}

/**
 * Writes an incremental update (ISO 32000-1, 7.5.6): objects, a cross-reference table of them, a trailer that ends the
 * file. Answers where the body of the last object starts in the update.
 */
export function writeUpdate(writer: ByteWriter, objects: readonly UpdatedObject[], place: UpdatePlace): number {
  writer.clear();
  writer.text('\n');
  const placed: { number: number; start: number }[] = [];
  let lastBody = 0;
  for (const { body, number } of objects) {
    placed.push({ number, start: place.offset + writer.length });
    writer.whole(number);
    writer.text(' 0 obj\n');
    lastBody = writer.length;
    for (const piece of body) writer.piece(piece);
    writer.text('\nendobj\n');
  }
  const xref = place.offset + writer.length;
  placed.sort((a, b) => a.number - b.number);
  writeCrossReferences(writer, placed);
  writer.text('trailer\n<< /Size ');
  writer.whole((placed.at(-1)?.number ?? 0) + 1);
  writer.text(' /Prev ');
  writer.whole(place.previousXref);
  writer.text(' ');
  for (const piece of place.trailer) writer.piece(piece);
  writer.text(' >>\nstartxref\n');
  writer.whole(xref);
  writer.text('\n%%EOF\n');
  return lastBody;
}

/** A stream's body, its contents as they are. */
export function streamBody(dictionary: string, contents: readonly Piece[]): Piece[] {
  let length = 0;
  for (const piece of contents) length += piece.length;
  return [`<< ${dictionary} /Length ${length} >>\nstream\n`, ...contents, '\nendstream'];
}

/** A stream's body, its contents compressed. */
export function deflatedBody(contents: Uint8Array): Piece[] {
  return streamBody('/Filter /FlateDecode', [deflateSync(contents)]);
}

// Subsections of consecutive numbers, in ascending order; entries of exactly 20 bytes (7.5.4).
function writeCrossReferences(writer: ByteWriter, placed: readonly { number: number; start: number }[]): void {
  writer.text('xref\n');
  let previous = -1;
  for (const { number, start } of placed) {
    if (number !== previous + 1) writer.text(`${number} ${consecutive(placed, number)}\n`);
    writer.whole(start, 10);
    writer.text(' 00000 n \n');
    previous = number;
  }
}

function consecutive(placed: readonly { number: number }[], first: number): number {
  let next = first;
  for (const { number } of placed) if (number === next) next += 1;
  return next - first;
}
