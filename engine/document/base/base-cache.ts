import { createHash, hash, type Hash, randomBytes } from 'node:crypto';

import type { BaseDocument } from './base-document.ts';
import type { BaseFace } from '../compose.ts';

/** A base with what every copy of it would compute again. */
export interface CachedBase {
  base: BaseDocument;
  /** Has taken in the base's bytes. */
  hash: Hash;
}

/**
 * Keeps the bases used last. Its keys are hashes begun with chance, so that what names an entry says nothing of the
 * certificate; whatever changes a page, the catalogue's texts included, changes the key.
 */
export class BaseCache {
  readonly #compose: (face: BaseFace) => Promise<BaseDocument>;
  readonly #limit: number;
  readonly #secret = randomBytes(32).toString('hex');
  readonly #bases = new Map<string, Promise<CachedBase>>();

  constructor(compose: (face: BaseFace) => Promise<BaseDocument>, limit: number) {
    this.#compose = compose;
    this.#limit = limit;
  }

  /** The base of a face, composed once even when asked for several times at once. Rejects as `compose` does. */
  get(face: BaseFace): Promise<CachedBase> {
    const key = hash('sha256', this.#secret + JSON.stringify(face), 'base64');
    const found = this.#bases.get(key) ?? this.#start(key, face);
    // The one used last goes to the end; the first is the one to drop.
    this.#bases.delete(key);
    this.#bases.set(key, found);
    this.#shrink();
    return found;
  }

  #start(key: string, face: BaseFace): Promise<CachedBase> {
    const started = this.#begin(face);
    started.catch(() => {
      if (this.#bases.get(key) === started) this.#bases.delete(key);
    });
    return started;
  }

  async #begin(face: BaseFace): Promise<CachedBase> {
    const base = await this.#compose(face);
    return { base, hash: createHash('sha256').update(base.bytes) };
  }

  #shrink(): void {
    for (const key of this.#bases.keys()) {
      if (this.#bases.size <= this.#limit) return;
      this.#bases.delete(key);
    }
  }
}
