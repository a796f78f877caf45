import type { Endorsement } from '../../engine/endorsement/endorsement.ts';
import type { PlainCopy } from '../../engine/ports/stores/endorsement-stores.ts';
import type { Issued, IssuedStore } from '../../engine/ports/stores/issued-store.ts';
import type { SqlIssuedStore } from '../endorsement/issued-store.ts';
import { AskedTogether } from './asked-together.ts';

/** The lookups of many visitors at once. */
export class IssuedReading implements IssuedStore {
  readonly #store: SqlIssuedStore;
  readonly #codes: AskedTogether<Issued<Endorsement>>;
  readonly #hashes: AskedTogether<Issued<Endorsement>>;

  constructor(store: SqlIssuedStore) {
    this.#store = store;
    this.#codes = new AskedTogether((codes) => store.byCodes(codes));
    this.#hashes = new AskedTogether((hashes) => store.bySha256s(hashes));
  }

  byCode(code: string): Promise<Issued<Endorsement> | undefined> {
    return this.#codes.find(code);
  }

  bySha256(sha256: string): Promise<Issued<Endorsement> | undefined> {
    return this.#hashes.find(sha256);
  }

  byNumber(number: string): Promise<Issued<Endorsement> | undefined> {
    return this.#store.byNumber(number);
  }

  plainBySha256(sha256: string): Promise<Issued<PlainCopy> | undefined> {
    return this.#store.plainBySha256(sha256);
  }
}
