/** That a certificate was revoked, in the words of its authority: an OCSP response or a list, in DER. */
export interface KnownRevocation {
  /** SHA-256 of the certificate, hex. */
  certificate: string;
  kind: 'ocsp' | 'list';
  /** Whoever judges by it checks its signature anew. */
  proof: Uint8Array;
}

/** What is known of revocations, for whoever verifies: after a restart, while nobody answers, and on the command line. */
export interface RevocationStore {
  all(): Promise<KnownRevocation[]>;
  /** In the place of what was known of the same certificate. */
  put(revocation: KnownRevocation): Promise<void>;
  remove(certificate: string): Promise<void>;
}
