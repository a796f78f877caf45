import { same } from '../cms/bytes.ts';
import { DerError, DerReader } from '../cms/der-reader.ts';

const INTEGER = 0x02;
const SEQUENCE = 0x30;

/**
 * Finds the entries of a list by their serial numbers. A list may have half a million: the index takes some ten bytes for
 * each, none of them on the heap, of which the thread that judges files has little.
 */
export class EntryIndex {
  readonly #entries: Uint8Array;
  /** One more than where an entry begins, at the first free place from its serial number's hash on; 0 is free. */
  readonly #places: Uint32Array;
  /** What is wrong with the first entry that can't be read; those after it are not read. */
  #broken: DerError | undefined;

  /** `entries` are the contents of revokedCertificates (RFC 5280, 5.1.2.6). */
  constructor(entries: Uint8Array) {
    this.#entries = entries;
    const starts: number[] = [];
    const hashes: number[] = [];
    for (const { hash, start } of this.#walk()) {
      starts.push(start);
      hashes.push(hash);
    }
    // At most half full.
    this.#places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * starts.length + 1)));
    for (const [index, start] of starts.entries()) this.#places[this.#firstFree(hashes[index] ?? 0)] = start + 1;
  }

  /** The first entry with a serial number, what follows that to be read. Throws DerError where reading them in turn would. */
  find(serialNumber: Uint8Array): DerReader | undefined {
    for (let place = this.#placeOf(hashOf(serialNumber)); ; place = this.#placeOf(place + 1)) {
      const start = this.#places[place] ?? 0;
      if (start === 0) break;
      const entry = new DerReader(this.#entries.subarray(start - 1)).enter(SEQUENCE);
      if (same(entry.next(INTEGER).encoded, serialNumber)) return entry;
    }
    if (this.#broken) throw this.#broken;
    return undefined;
  }

  *#walk(): Generator<{ start: number; hash: number }> {
    const list = new DerReader(this.#entries);
    try {
      while (!list.done) {
        const { contents, encoded } = list.next(SEQUENCE);
        const serialNumber = new DerReader(contents).next(INTEGER).encoded;
        yield { start: encoded.byteOffset - this.#entries.byteOffset, hash: hashOf(serialNumber) };
      }
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
      this.#broken = error;
    }
  }

  #firstFree(hash: number): number {
    let place = this.#placeOf(hash);
    while (this.#places[place] !== 0) place = this.#placeOf(place + 1);
    return place;
  }

  #placeOf(hash: number): number {
    return hash & (this.#places.length - 1);
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const octet of bytes) hash = Math.imul(hash ^ octet, 0x01000193);
  return hash;
}
