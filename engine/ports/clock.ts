import type { Instant } from '../time/instant.ts';

/** The only way by which the engine learns what time it is. */
export interface Clock {
  now(): Instant;
}
