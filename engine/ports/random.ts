/** Where identifiers, codes and keys get their unpredictability. */
export interface Random {
  /** `length` bytes nobody can guess. */
  bytes(length: number): Uint8Array;
}
