/** Whether the service does its work, and what it is that doesn't. */
export interface Readiness {
  ready: boolean;
  /** By what was looked at: `ok`, or what is wrong in a word. */
  checks: Readonly<Record<string, string>>;
}
