/**
 * Runs tasks one after another per key, in the order they came, and concurrently across keys.
 * A task that rejects rejects its own promise only; the next one runs. Idle keys take no memory.
 */
export class Serial<Key> {
  readonly #tails = new Map<Key, Promise<void>>();

  /** How many keys have a task running or waiting. */
  get busyKeys(): number {
    return this.#tails.size;
  }

  run<T>(key: Key, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const result = before.then(task);
    const settle = (): void => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    };
    const tail: Promise<void> = result.then(settle, settle);
    this.#tails.set(key, tail);
    return result;
  }

  /** Resolves when everything that was running or waiting at the call is done. */
  async idle(): Promise<void> {
    await Promise.all(this.#tails.values());
  }
}
