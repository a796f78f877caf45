import { ByteWriter, type Piece } from './byte-writer.ts';

/** An object that an update adds or writes anew: its number and everything between `obj` and `endobj`, in pieces. */
export interface UpdatedObject {
  number: number;
  body: readonly Piece[];
}

/** Where an update hangs in its file. */
export interface UpdatePlace {
  previousXref: number;
  /** Trailer entries but for Size and Prev, in pieces. */
  trailer: readonly Piece[];
}

/** Room for the length of a stream of some 100 MB. */
const LENGTH_ROOM = 8;

/**
 * Writes incremental updates (ISO 32000-1, 7.5.6), one after the other and in the same memory: objects, a cross-reference
 * table of them, a trailer that ends the file.
 */
export class UpdateWriter {
  readonly #bytes = new ByteWriter();
  /** Length of what comes before the update. */
  #offset = 0;
  /** Of the objects, in the order in which they were written. */
  #placed: PlacedObject[] = [];
  /** Where the length of the stream that is being written goes, and where its contents begin. */
  #lengthAt = 0;
  #contentsAt = 0;

  /** Starts anew, after `offset` bytes of the file. */
  start(offset: number): void {
    this.#bytes.clear();
    this.#bytes.text('\n');
    this.#offset = offset;
    this.#placed = [];
  }

  /** What was written since `start`: the memory itself, which the next update changes. */
  get written(): Uint8Array {
    return this.#bytes.written;
  }

  /** Begins an object. What is written to the answer is its body, up to `end`. */
  begin(number: number): ByteWriter {
    this.#placed.push({ number, start: this.#offset + this.#bytes.length });
    this.#bytes.whole(number);
    this.#bytes.text(' 0 obj\n');
    return this.#bytes;
  }

  end(): void {
    this.#bytes.text('\nendobj\n');
  }

  add({ body, number }: UpdatedObject): void {
    this.begin(number);
    for (const piece of body) this.#bytes.piece(piece);
    this.end();
  }

  /** Begins a stream. What is written to the answer are its contents as they are, up to `endStream`. */
  beginStream(number: number, dictionary: string): ByteWriter {
    const bytes = this.begin(number);
    bytes.text('<< ');
    bytes.text(dictionary);
    bytes.text(' /Length ');
    this.#lengthAt = bytes.length;
    bytes.text(BLANK_LENGTH);
    this.#contentsAt = bytes.length;
    return bytes;
  }

  endStream(): void {
    this.#bytes.over(this.#lengthAt, String(this.#bytes.length - this.#contentsAt));
    this.#bytes.text('\nendstream');
    this.end();
  }

  finish({ previousXref, trailer }: UpdatePlace): void {
    const bytes = this.#bytes;
    const placed = this.#placed;
    const xref = this.#offset + bytes.length;
    if (!inOrder(placed)) placed.sort((a, b) => a.number - b.number);
    writeCrossReferences(bytes, placed);
    bytes.text('trailer\n<< /Size ');
    bytes.whole((placed.at(-1)?.number ?? 0) + 1);
    bytes.text(' /Prev ');
    bytes.whole(previousXref);
    bytes.text(' ');
    for (const piece of trailer) bytes.piece(piece);
    bytes.text(' >>\nstartxref\n');
    bytes.whole(xref);
    bytes.text('\n%%EOF\n');
  }
}

const BLANK_LENGTH = `${' '.repeat(LENGTH_ROOM)} >>\nstream\n`;

interface PlacedObject {
  number: number;
  /** In the file. */
  start: number;
}

/** A stream's body, its contents as they are. Copies that were issued have two spaces in it, and are to be read. */
export function streamBody(contents: Uint8Array): Piece[] {
  return [`<<  /Length ${contents.length} >>\nstream\n`, contents, '\nendstream'];
}

function inOrder(placed: readonly PlacedObject[]): boolean {
  return placed.every(({ number }, index) => index === 0 || number > (placed[index - 1]?.number ?? 0));
}

// Subsections of consecutive numbers, in ascending order; entries of exactly 20 bytes (7.5.4).
function writeCrossReferences(bytes: ByteWriter, placed: readonly PlacedObject[]): void {
  bytes.text('xref\n');
  let previous = -1;
  for (let index = 0; index < placed.length; index += 1) {
    const { number = 0, start = 0 } = placed[index] ?? {};
    if (number !== previous + 1) {
      bytes.whole(number);
      bytes.text(' ');
      bytes.whole(consecutive(placed, index));
      bytes.text('\n');
    }
    bytes.whole(start, 10);
    bytes.text(' 00000 n \n');
    previous = number;
  }
}

/** How many numbers follow each other from that of the object at `index` on. */
function consecutive(placed: readonly PlacedObject[], index: number): number {
  const first = placed[index]?.number ?? 0;
  let count = 1;
  while (placed[index + count]?.number === first + count) count += 1;
  return count;
}
