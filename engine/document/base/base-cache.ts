import { createHash, type Hash } from 'node:crypto';

import type { BaseDocument } from './base-document.ts';
import type { BaseFace } from '../compose.ts';
import { sameFace } from './same-face.ts';

/** A base with what every copy of it would compute again. */
export interface CachedBase {
  base: BaseDocument;
  /** Has taken in the base's bytes. */
  hash: Hash;
}

interface Kept {
  face: BaseFace;
  base: Promise<CachedBase>;
  /** Counts up with every base that is asked for. */
  lastUse: number;
}

/**
 * Keeps the bases used last. One is found by its certificate's management number, and then is that of the very same face:
 * whatever changes a page, the catalogue's texts included, makes another. Comparing takes a quarter of the time that a
 * hash of the face would.
 */
export class BaseCache {
  readonly #compose: (face: BaseFace) => Promise<BaseDocument>;
  readonly #limit: number;
  readonly #bases = new Map<string, Kept[]>();
  #count = 0;
  #uses = 0;

  /** Keeps `limit` of them, and never less than one. */
  constructor(compose: (face: BaseFace) => Promise<BaseDocument>, limit: number) {
    this.#compose = compose;
    this.#limit = limit;
  }

  /** The base of a face, composed once even when asked for several times at once. Rejects as `compose` does. */
  get(face: BaseFace): Promise<CachedBase> {
    const kept = this.#find(face) ?? this.#start(face);
    this.#uses += 1;
    kept.lastUse = this.#uses;
    return kept.base;
  }

  #find(face: BaseFace): Kept | undefined {
    const ofCertificate = this.#bases.get(face.certificate.managementNumber);
    return ofCertificate?.find((kept) => sameFace(kept.face, face));
  }

  #start(face: BaseFace): Kept {
    const kept = { face, base: this.#begin(face), lastUse: 0 };
    kept.base.catch(() => this.#drop(kept));
    if (this.#count >= this.#limit) this.#dropOldest();
    const { managementNumber } = face.certificate;
    this.#bases.set(managementNumber, [...(this.#bases.get(managementNumber) ?? []), kept]);
    this.#count += 1;
    return kept;
  }

  async #begin(face: BaseFace): Promise<CachedBase> {
    const base = await this.#compose(face);
    return { base, hash: createHash('sha256').update(base.bytes) };
  }

  #dropOldest(): void {
    const [oldest] = [...this.#bases.values()].flat().sort((a, b) => a.lastUse - b.lastUse);
    if (oldest) this.#drop(oldest);
  }

  /** Nothing when it was dropped before. */
  #drop(kept: Kept): void {
    const { managementNumber } = kept.face.certificate;
    const ofCertificate = this.#bases.get(managementNumber) ?? [];
    const others = ofCertificate.filter((other) => other !== kept);
    this.#count -= ofCertificate.length - others.length;
    if (others.length > 0) this.#bases.set(managementNumber, others);
    else this.#bases.delete(managementNumber);
  }
}
