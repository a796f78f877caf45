import type { ValidationData } from '../document/revocation/validation-data.ts';

/** A token of a time-stamping authority, in DER, and by whom it is. */
export interface IssuedTimestamp {
  token: Uint8Array;
  /** DER certificates: the authority's own first, a trusted root last. */
  chain: readonly Uint8Array[];
}

/** An authority whose word on the time is trusted (RFC 3161). */
export interface TimestampAuthority {
  /** Stamps a SHA-256 digest. The token is good. Rejects with UnavailableFault. */
  stamp(digest: Uint8Array): Promise<IssuedTimestamp>;
}

/** What proves that certificates are not revoked, kept fresh behind the scenes. */
export interface ValidationSource {
  /** For every certificate of a chain, its own first and its root last. Rejects with UnavailableFault. */
  dataFor(chain: readonly Uint8Array[]): Promise<ValidationData>;
}
