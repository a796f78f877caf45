/** Why a file can't be an issuer's seal picture. Lines count from 1. */
export type SealRefusal =
  | { kind: 'unknown-format' }
  | { kind: 'file-too-large'; bytes: number; most: number }
  /** What the picture would add to each copy. */
  | { kind: 'too-heavy'; bytes: number; most: number }
  | { kind: 'nothing-drawn' }
  | { kind: 'malformed-xml'; line: number }
  /** A document type with declarations of its own, which can name other files or grow without end. */
  | { kind: 'declarations'; line: number }
  | { kind: 'unsupported-element'; element: string; line: number }
  | { kind: 'unsupported-attribute'; element: string; attribute: string; line: number }
  | { kind: 'bad-value'; element: string; attribute: string; value: string; line: number }
  | { kind: 'damaged-png' }
  | { kind: 'interlaced-png' }
  /** Pixels along a side. */
  | { kind: 'too-many-pixels'; width: number; height: number; most: number };

/** Carries a refusal out of the depth of a reader. Never leaves this folder. */
export class SealProblem extends Error {
  readonly refusal: SealRefusal;

  constructor(refusal: SealRefusal) {
    super(refusal.kind);
    this.name = 'SealProblem';
    this.refusal = refusal;
  }
}
