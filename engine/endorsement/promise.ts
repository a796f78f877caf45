import type { Policy } from '../policy/policy.ts';
import { HOUR_MS, type Instant, later } from '../time/instant.ts';
import type { Endorsement } from './endorsement.ts';

/** Rule 5: until when the copy of an endorsement asked for `now` is promised. */
export function promiseOf({ generation }: Pick<Policy, 'generation'>, now: Instant): Instant {
  return later(now, generation.promiseHours * HOUR_MS);
}

/** Within how many hours a copy was promised, whatever is promised by now. */
export function promisedHours({ promisedBy, requestedAt }: Pick<Endorsement, 'promisedBy' | 'requestedAt'>): number {
  return Math.round((promisedBy - requestedAt) / HOUR_MS);
}
