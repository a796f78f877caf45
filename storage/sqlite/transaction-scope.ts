import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Knows whether the code that runs was called from inside a transaction, however deep. With one
 * connection, asking for another transaction from there would wait for ever.
 */
export class TransactionScope {
  readonly #current = new AsyncLocalStorage<{ open: boolean }>();

  get inside(): boolean {
    return this.#current.getStore()?.open ?? false;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    // What `work` leaves running in the background is outside again once `work` is over.
    const state = { open: true };
    try {
      return await this.#current.run(state, work);
    } finally {
      state.open = false;
    }
  }
}
