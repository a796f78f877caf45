/** In which whoever asked asks again; what is left then, nobody wants any more. */
const KEPT_MS = 60_000;

/**
 * Files that may take longer to make than others should wait: a signature can come from far away. Each is made once
 * and kept until it is fetched.
 */
export class FilesBeingMade<T> {
  readonly #making = new Map<string, Promise<T>>();
  readonly #withinMs: number;

  constructor(withinMs: number) {
    this.#withinMs = withinMs;
  }

  /** Begins to make what the key stands for, unless it has begun; undefined when it isn't there in time. */
  async get(key: string, make: () => Promise<T>): Promise<T | undefined> {
    const begun = this.#making.get(key);
    const making = begun ?? make();
    if (!begun) this.#begin(key, making);
    const made = await within(making, begun ? 0 : this.#withinMs);
    if (made === undefined) return undefined;
    this.#making.delete(key);
    return made.value;
  }

  #begin(key: string, making: Promise<T>): void {
    this.#making.set(key, making);
    const forget = (): void => {
      if (this.#making.get(key) === making) this.#making.delete(key);
    };
    const forgetLater = (): void => void setTimeout(forget, KEPT_MS).unref();
    making.then(forgetLater, forgetLater);
  }
}

async function within<T>(making: Promise<T>, ms: number): Promise<{ value: T } | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([making.then((value) => ({ value })), over]);
  } finally {
    clearTimeout(timer);
  }
}
