import type { Transaction } from '../storage.ts';

/** What verification reads. */
export type VerificationStores = Pick<Transaction, 'issued'>;

/** A way to what is stored that writes nothing, and waits for nobody who does. */
export interface Reading {
  /** Each question is answered from what was committed by then. Whatever would change it rejects. */
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
