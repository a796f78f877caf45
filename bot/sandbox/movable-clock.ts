import type { Clock } from '../../engine/ports/clock.ts';
import { type Instant, instant } from '../../engine/time/instant.ts';

/** A clock that can be put forward: real time plus an offset, or frozen and moved by hand only. */
export class MovableClock implements Clock {
  readonly #base: () => number;
  #offsetMs = 0;

  private constructor(base: () => number) {
    this.#base = base;
  }

  /** Runs with the machine's clock. */
  static real(): MovableClock {
    return new MovableClock(() => Date.now());
  }

  /** Stands still at `at` until it is advanced. */
  static frozenAt(at: Instant): MovableClock {
    return new MovableClock(() => at);
  }

  now(): Instant {
    return instant(this.#base() + this.#offsetMs);
  }

  /** Moves the clock by `ms` ≥ 0 and returns the new time. Throws RangeError for anything else. */
  advance(ms: number): Instant {
    if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`a clock moves forward only, not by ${ms} ms`);
    this.#offsetMs += ms;
    return this.now();
  }
}
