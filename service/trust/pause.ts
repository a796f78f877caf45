import type { Instant } from '../../engine/time/instant.ts';

/** For how long somebody is left alone, and since when. */
export interface Pause {
  from: Instant;
  ms: number;
}

/** Also once the clock shows a time before it began: it was ahead then, maybe by hours, and was set right since. */
export function isOver({ from, ms }: Pause, now: Instant): boolean {
  return now < from || now >= from + ms;
}
