/** A file that somebody sent, fetched before the turn began; or why it was not. */
export type FileCheck =
  | { kind: 'fetched'; bytes: Uint8Array }
  | { kind: 'not-pdf' }
  | { kind: 'too-large' }
  | { kind: 'unreachable' };
