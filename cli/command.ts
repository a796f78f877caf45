/** 0 done, 1 refused with a reason, 2 misused. */
export type ExitCode = 0 | 1 | 2;

/** The terminal, or whatever stands in for it. Texts bring their own line ends. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Whether `err` is a terminal on which a line can be redrawn. */
  isTerminal: boolean;
}

/** Runs one command; `argv` is what follows its name. */
export type Command = (argv: readonly string[], io: Io) => Promise<ExitCode>;

export interface CommandEntry {
  /** How it is called, e.g. `registry import FILE [--dry-run]`. */
  usage: string;
  summary: string;
  /** Loaded only when it is called, so that `help` is there at once. */
  load: () => Promise<Command>;
}

/** The command was called in a way that it doesn't understand. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}
