import type { Clock } from '../../../engine/ports/clock.ts';
import type { Instant } from '../../../engine/time/instant.ts';

/** An error as staff may see it: nothing of what it was about. */
export interface RecentError {
  at: Instant;
  /** What the line of the log says, which is a constant of ours. */
  what: string;
  /** The code or class of what was thrown. */
  fault: string | null;
  /** That the person was told, if anybody was. */
  reference: string | null;
}

const KEPT = 10;

/** The last errors that were logged, newest first. They are gone with the process; the log isn't. */
export class RecentErrors {
  readonly #clock: Clock;
  #errors: RecentError[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  list(): readonly RecentError[] {
    return this.#errors;
  }

  /** Takes what a call of the logger was given. */
  note(facts: unknown, what: unknown): void {
    const { err, reference } = isRecord(facts) ? facts : {};
    const error = {
      at: this.#clock.now(),
      what: typeof what === 'string' ? what : '',
      fault: faultOf(err),
      reference: typeof reference === 'string' ? reference : null,
    };
    this.#errors = [error, ...this.#errors].slice(0, KEPT);
  }
}

function faultOf(err: unknown): string | null {
  if (!(err instanceof Error)) return null;
  const code = 'code' in err ? err.code : undefined;
  return typeof code === 'string' || typeof code === 'number'
    ? `${err.constructor.name} ${code}`
    : err.constructor.name;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
