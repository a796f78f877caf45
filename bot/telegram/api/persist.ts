import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './answer.ts';

/** Pauses before another try, when Telegram was not reached or is out of order. */
const PAUSES_MS = [300, 1000, 3000];
/** A 429 that asks for more than this is not waited for. */
const PATIENCE_MS = 60_000;

/** Tries again what certainly did not happen; what may have happened, only if it may happen twice. */
export async function persist<T>(
  wait: ((ms: number) => Promise<unknown>) | undefined,
  manner: 'once' | 'repeatable',
  attempt: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  let answer = await attempt();
  for (const pause of PAUSES_MS) {
    if (!isWorthAnother(answer, manner)) return answer;
    // After a 429 the pacing itself holds the call back.
    if (answer.kind !== 'too-many') await (wait ?? sleep)(pause);
    answer = await attempt();
  }
  return answer;
}

function isWorthAnother(answer: Answer<unknown>, manner: 'once' | 'repeatable'): boolean {
  switch (answer.kind) {
    case 'done':
    case 'refused':
      return false;
    case 'too-many':
      return answer.retryAfterMs <= PATIENCE_MS;
    case 'not-sent':
      return true;
    case 'unknown':
      return manner === 'repeatable';
    default:
      return answer satisfies never;
  }
}
