import type { FastifyInstance, FastifyRequest } from 'fastify';

/** More than honest visitors at any time. Those beyond are cut off: they would wait, and be held in memory, for long. */
const MOST_WAITING = 2000;

/**
 * While the bots are busy, visitors wait for their turn before anything is done for them, be it only to refuse them; what
 * is `exempt` doesn't. At other times all that have come are answered at once.
 */
export function takeTurns(
  app: FastifyInstance,
  areBotsBusy: () => boolean,
  exempt: (request: FastifyRequest) => boolean,
): void {
  const turns = new Turns();
  app.addHook('onRequest', (request, _reply, next) => {
    if (!areBotsBusy() || exempt(request)) return next();
    if (!turns.add({ request, go: next })) request.raw.destroy();
  });
}

interface Waiting {
  request: FastifyRequest;
  go: () => void;
}

/**
 * Lets one after another through, each in a turn of the event loop of its own.
 *
 * The bots share the event loop, and a tap takes dozens of its turns: its update, statements, its answer. Many busy
 * connections would have a request for each of them: floods on 64 made the median tap take 925 and 409 ms instead of
 * 21. With one request in a turn it takes 30 and 45 ms, for up to a fifth fewer answers in a second.
 */
class Turns {
  #waiting: Waiting[] = [];

  /** False when there are too many already. */
  add(visitor: Waiting): boolean {
    if (this.#waiting.length >= MOST_WAITING) return false;
    if (this.#waiting.push(visitor) === 1) this.#nextTurn();
    return true;
  }

  #nextTurn(): void {
    setImmediate(() => {
      const visitor = this.#firstPresent();
      if (this.#waiting.length > 0) this.#nextTurn();
      visitor?.go();
    });
  }

  /** Whoever has hung up needs no answer. */
  #firstPresent(): Waiting | undefined {
    const at = this.#waiting.findIndex(({ request }) => !request.raw.socket.destroyed);
    const present = at < 0 ? undefined : this.#waiting[at];
    this.#waiting = at < 0 ? [] : this.#waiting.slice(at + 1);
    return present;
  }
}
