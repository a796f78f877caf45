/**
 * How a call to the Bot API ended. That Telegram refused and that nobody knows are different things:
 * there is no idempotency key, so only what certainly did not happen may be tried again.
 */
export type Answer<T> =
  | { kind: 'done'; value: T }
  /** 4xx with Telegram's reason: trying again would give the same. */
  | { kind: 'refused'; code: number; description: string }
  /** 429. The whole token has to keep still for so long. */
  | { kind: 'too-many'; retryAfterMs: number }
  /** Certainly not carried out: the server was not reached or said 5xx. */
  | { kind: 'not-sent'; detail: string }
  /** The request may have arrived, its answer did not. */
  | { kind: 'unknown'; detail: string };
