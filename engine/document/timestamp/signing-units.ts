import { same } from '../cms/bytes.ts';

/** The chain of one of the certificates with which a time-stamping authority signs. */
type Chain = readonly Uint8Array[];

interface Seen {
  chain: Chain;
  /** How many stamps there had been. */
  at: number;
}

const REMEMBERED = 16;

/**
 * Of which signing units of time-stamping authorities validation data go into a copy, before it is known which of them
 * will stamp it. Authorities have several sign in turn: were it those that stamped last, then with one unit more than there
 * are places the next would always be the one that had just lost its own.
 */
export class SigningUnits {
  readonly #places: number;
  /** Latest first. */
  #seen: readonly Seen[] = [];
  #putIn: readonly Chain[] = [];
  #stamps = 0;

  constructor(places: number) {
    this.#places = places;
  }

  /** Whose data go into the next copy. */
  get putIn(): readonly Chain[] {
    return this.#putIn;
  }

  /** A unit has stamped. */
  note(chain: Chain): void {
    this.#stamps += 1;
    const away = this.#awayFor(chain);
    if (!this.#putIn.some((one) => sameChain(one, chain))) this.#putIn = [chain, ...this.#staying(away)];
    const others = this.#seen.filter((one) => !sameChain(one.chain, chain));
    this.#seen = [{ chain, at: this.#stamps }, ...others].slice(0, REMEMBERED);
  }

  /** Leaves a unit out until it stamps again. */
  drop(chain: Chain): void {
    this.#putIn = this.#putIn.filter((one) => one !== chain);
  }

  // Who has been away for longer than the one that comes back may have been replaced, and goes. Where all take turns nobody
  // has: then who stamped last goes, whose turn is the farthest off.
  #staying(away: number): readonly Chain[] {
    if (this.#putIn.length < this.#places) return this.#putIn;
    const byAbsence = [...this.#putIn].sort((a, b) => this.#awayFor(a) - this.#awayFor(b));
    const longest = byAbsence.at(-1);
    const goes = longest && this.#awayFor(longest) > away ? longest : byAbsence[0];
    return this.#putIn.filter((one) => one !== goes);
  }

  /** In stamps. */
  #awayFor(chain: Chain): number {
    const last = this.#seen.find((one) => sameChain(one.chain, chain));
    return last ? this.#stamps - last.at : Number.POSITIVE_INFINITY;
  }
}

export function sameChain(a: Chain, b: Chain): boolean {
  return a.length === b.length && a.every((certificate, index) => same(certificate, b[index] ?? EMPTY));
}

const EMPTY = new Uint8Array();
