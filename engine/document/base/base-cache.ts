import { createHash, hash, type Hash, randomBytes } from 'node:crypto';

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

/**
 * Keeps the bases used last. Its keys are hashes begun with chance, so that what names an entry says nothing of the
 * certificate; whatever changes a page, the catalogue's texts included, changes the key.
 */
export class BaseCache {
  readonly #compose: (face: BaseFace) => Promise<BaseDocument>;
  readonly #limit: number;
  readonly #secret = randomBytes(32).toString('hex');
  readonly #bases = new Map<string, Kept>();
  #uses = 0;

  /** Keeps `limit` of them, and never less than one. */
  constructor(compose: (face: BaseFace) => Promise<BaseDocument>, limit: number) {
    this.#compose = compose;
    this.#limit = limit;
  }

  /** The base of a face, composed once even when asked for several times at once. Rejects as `compose` does. */
  get(face: BaseFace): Promise<CachedBase> {
    const key = hash('sha256', this.#secret + faceKey(face), 'base64');
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
    const [oldest] = [...this.#bases].sort(([, a], [, b]) => a.lastUse - b.lastUse);
    if (oldest) this.#bases.delete(oldest[0]);
  }
}
