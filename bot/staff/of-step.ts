import type { Tap } from './duty.ts';

/** The button belongs to a step of `flow`: the router lets it through only at the version that it was made for. */
export function ofStep(flow: string, tap: Tap): Tap {
  return { ...tap, flow };
}
