import { fstatSync, openSync, readSync } from 'node:fs';
import { UnusableFaceFault } from '../../engine/document/faults.ts';
import type { FontBytes } from '../../engine/document/font/sfnt-tables.ts';

/**
 * A font file of which only those parts are read that are asked for: of ten megabytes, a page takes a few kilobytes.
 * Stays open, so that another file in its place changes nothing. Throws what the file system does.
 */
export class FontFile implements FontBytes {
  readonly path: string;
  readonly length: number;
  readonly #descriptor: number;
  readonly #changedAt: number;

  constructor(path: string) {
    this.path = path;
    this.#descriptor = openSync(path, 'r');
    const { mtimeMs, size } = fstatSync(this.#descriptor);
    this.length = size;
    this.#changedAt = mtimeMs;
  }

  /** A copy of these bytes. Throws UnusableFaceFault when the file was written to since it was opened. */
  subarray(start = 0, end = this.length): Uint8Array<ArrayBuffer> {
    if (fstatSync(this.#descriptor).mtimeMs !== this.#changedAt) {
      throw new UnusableFaceFault('its file was changed while it was in use; restart the service');
    }
    const bytes = new Uint8Array(Math.max(0, Math.min(end, this.length) - start));
    return bytes.subarray(0, readSync(this.#descriptor, bytes, 0, bytes.length, start));
  }
}
