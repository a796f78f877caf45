import type { DeliveryCount } from '../ports/stores/statistics-store.ts';

/** The step within which `part` (0 to 1) of the deliveries came, in seconds; null when there were none. */
export function percentile(
  deliveries: readonly Pick<DeliveryCount, 'seconds' | 'count'>[],
  part: number,
): number | null {
  const bySeconds = [...deliveries].sort((one, other) => one.seconds - other.seconds);
  const total = bySeconds.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  for (const { seconds, count } of bySeconds) {
    seen += count;
    if (seen >= part * total) return seconds;
  }
  return null;
}
