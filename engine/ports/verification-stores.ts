import type { Transaction } from './storage.ts';

/** What verification reads. */
export type VerificationStores = Pick<Transaction, 'certificates' | 'endorsements' | 'holders' | 'plainCopies'>;

/** A way to what is stored that writes nothing, and waits for nobody who does. */
export interface Reading {
  /** Runs `work` on one state of the database. Whatever would change it rejects. */
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
