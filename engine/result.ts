/** What a use case answers: its value, or an expected refusal with the data that a message needs. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R };

export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refused<R>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal };
}

/** Closes a switch over a union: a case that was forgotten doesn't compile, one that can't be throws. */
export function never(value: never): never {
  throw new TypeError(`not one of the known cases: ${JSON.stringify(value)}`);
}
