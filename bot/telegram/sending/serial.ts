/**
 * Runs tasks one after another per key, in the order they came, and concurrently across keys.
 * A task that rejects rejects its own promise only; the next one runs. Idle keys take no memory.
 */
export class Serial<Key> {
  readonly #lines = new Map<Key, Line>();

  /** How many keys have a task running or waiting. */
  get busyKeys(): number {
    return this.#lines.size;
  }

  run<T>(key: Key, task: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(key) ?? { tail: Promise.resolve(), length: 0 };
    this.#lines.set(key, line);
    line.length += 1;
    const result = line.tail.then(task);
    const settle = (): void => {
      line.length -= 1;
      if (line.length === 0) this.#lines.delete(key);
    };
    line.tail = result.then(settle, settle);
    return result;
  }

  /**
   * Resolves when everything that was running or waiting at the call is done. A key with more than `most` tasks is
   * not waited for.
   */
  async idle(most = Number.POSITIVE_INFINITY): Promise<void> {
    const lines = [...this.#lines.values()].filter(({ length }) => length <= most);
    await Promise.all(lines.map(({ tail }) => tail));
  }
}

interface Line {
  tail: Promise<void>;
  /** Tasks running or waiting. */
  length: number;
}
