/** Why the database, or the key to it, can't be used. */
export type StorageFaultCode =
  | 'unsupported-url'
  | 'cannot-open'
  | 'unwritable'
  | 'locked'
  | 'corrupt'
  | 'not-a-database'
  | 'full'
  | 'constraint'
  | 'failed'
  | 'schema-newer'
  | 'wrong-key'
  | 'bad-key'
  | 'undecipherable'
  | 'unbindable'
  | 'missing-row'
  | 'nested-transaction'
  | 'transaction-over'
  | 'closed';

/** A fault of the storage. `message` is one sentence for people and never holds personal data. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';
  readonly code: StorageFaultCode;
  /** The file concerned; null when none is. */
  readonly path: string | null;

  constructor(code: StorageFaultCode, message: string, facts: { path?: string | null; cause?: unknown } = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.path = facts.path ?? null;
  }
}
