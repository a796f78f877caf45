/** How many keys a question has, so that few statements have to be prepared. */
const LENGTHS = [1, 2, 4, 8, 16] as const;
const MOST = LENGTHS[4];

type Find<Found> = (keys: readonly string[]) => Promise<ReadonlyMap<string, Found>>;

/**
 * Looks keys up, those that come in one turn of the event loop, or while a question is under way, by one question. One
 * for each would cost a wake-up of the database's thread, which takes longer than finding a row or sixteen.
 */
export class AskedTogether<Found> {
  readonly #find: Find<Found>;
  readonly #waiting = new Map<string, PromiseWithResolvers<Found | undefined>>();
  #isAsking = false;

  /** `find` is given 1, 2, 4, 8 or 16 keys, some of them perhaps twice. */
  constructor(find: Find<Found>) {
    this.#find = find;
  }

  /** What is stored now or later than now: never what a question that was under way already finds. */
  find(key: string): Promise<Found | undefined> {
    const known = this.#waiting.get(key);
    if (known) return known.promise;
    const asked = Promise.withResolvers<Found | undefined>();
    this.#waiting.set(key, asked);
    if (!this.#isAsking) {
      this.#isAsking = true;
      // After the other connections that have something to say now were listened to.
      setImmediate(() => void this.#askAll());
    }
    return asked.promise;
  }

  async #askAll(): Promise<void> {
    while (this.#waiting.size > 0) await this.#askSome();
    this.#isAsking = false;
  }

  async #askSome(): Promise<void> {
    const asked = [...this.#waiting].slice(0, MOST);
    for (const [key] of asked) this.#waiting.delete(key);
    await this.#ask(asked);
  }

  async #ask(asked: readonly [key: string, PromiseWithResolvers<Found | undefined>][]): Promise<void> {
    try {
      const found = await this.#find(filledUp(asked.map(([key]) => key)));
      for (const [key, { resolve }] of asked) resolve(found.get(key));
    } catch (fault) {
      if (asked.length === 1) for (const [, { reject }] of asked) reject(fault);
      // It may be one row's: the others are to be had all the same.
      else for (const one of asked) await this.#ask([one]);
    }
  }
}

function filledUp(keys: readonly string[]): string[] {
  const length = LENGTHS.find((each) => each >= keys.length) ?? MOST;
  return Array.from({ length }, (_, index) => keys[index] ?? keys[0] ?? '');
}
