/** The kinds of key that copies are signed with. */
export type KeyAlgorithm = { kind: 'rsa'; bits: number } | { kind: 'ecdsa'; curve: 'P-256' | 'P-384' };

/** A key that signs endorsed copies, wherever it is kept. */
export interface Signer {
  readonly algorithm: KeyAlgorithm;
  /** X.509 certificates in DER: the key's own first, then those that vouch for it, the root last. */
  readonly chain: readonly [Uint8Array, ...Uint8Array[]];
  /**
   * Signs the SHA-256 digest of `data`, a few hundred bytes, which a signer that takes digests hashes itself.
   * Answers an RSASSA-PKCS1-v1_5 signature or a DER-encoded ECDSA-Sig-Value. Rejects when the key can't be used.
   */
  sign(data: Uint8Array): Promise<Uint8Array>;
}
