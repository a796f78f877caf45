import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something, but no longer than so many milliseconds; whether it is over by then. Rejects as it does. */
export async function overWithin(ms: number, promise: Promise<unknown>): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(ms, false, { signal: patience.signal }).catch(() => false);
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    patience.abort();
  }
}
