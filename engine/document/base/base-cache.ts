import { createHash, type Hash } from 'node:crypto';

import type { BaseDocument } from './base-document.ts';
import type { BaseFace } from '../compose.ts';
import { faceKey } from './face-key.ts';

/** A base with what every copy of it would compute again. */
export interface CachedBase {
  base: BaseDocument;
  /** Has taken in the base's bytes. */
  hash: Hash;
}

interface Kept {
  base: Promise<CachedBase>;
  /** Counts up with every base that is asked for. */
  lastUse: number;
}

/** Keeps the bases used last, by all that their pages show: whatever changes a page, the catalogue's texts included. */
export class BaseCache {
  readonly #compose: (face: BaseFace) => Promise<BaseDocument>;
  readonly #limit: number;
  readonly #bases = new Map<string, Kept>();
  #uses = 0;

  constructor(compose: (face: BaseFace) => Promise<BaseDocument>, limit: number) {
    this.#compose = compose;
    this.#limit = limit;
  }

  /** The base of a face, composed once even when asked for several times at once. Rejects as `compose` does. */
  get(face: BaseFace): Promise<CachedBase> {
    const key = faceKey(face);
    const kept = this.#bases.get(key) ?? this.#start(key, face);
    this.#uses += 1;
    kept.lastUse = this.#uses;
    return kept.base;
  }

  #start(key: string, face: BaseFace): Kept {
    const kept = { base: this.#begin(face), lastUse: 0 };
    kept.base.catch(() => {
      if (this.#bases.get(key) === kept) this.#bases.delete(key);
    });
    if (this.#bases.size >= this.#limit) this.#dropOldest();
    this.#bases.set(key, kept);
    return kept;
  }

  async #begin(face: BaseFace): Promise<CachedBase> {
    const base = await this.#compose(face);
    return { base, hash: createHash('sha256').update(base.bytes) };
  }

  #dropOldest(): void {
    const [oldest] = [...this.#bases].reduce((a, b) => (b[1].lastUse < a[1].lastUse ? b : a));
    this.#bases.delete(oldest);
  }
}
