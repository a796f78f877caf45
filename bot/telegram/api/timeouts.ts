/** A call that has no answer by then is given up; its outcome is unknown. */
export interface Timeouts {
  callMs: number;
  /** For documents, either way. */
  fileMs: number;
}

export const TIMEOUTS: Timeouts = { callMs: 25_000, fileMs: 60_000 };
