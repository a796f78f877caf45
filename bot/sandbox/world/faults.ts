import type { Fault } from '../chat-api.ts';

/** Faults that wait for the calls they are to spoil. */
export class Faults {
  readonly #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** The fault for this call of a bot, if one waits. Polling is spoiled only by faults that name `getUpdates`. */
  take(bot: string, method: string): Fault['fault'] | undefined {
    const index = this.#waiting.findIndex(({ fault }) => {
      const matches = fault.method === undefined ? method !== 'getUpdates' : fault.method === method;
      return fault.bot === bot && matches;
    });
    const found = this.#waiting[index];
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#waiting.splice(index, 1);
    return found.fault.fault;
  }
}
