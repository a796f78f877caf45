/** Object identifiers, with where they are defined. */
export const OID = {
  /** RFC 5652, 4 and 5.1. */
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  /** RFC 5652, 11.1 and 11.2. */
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  /** RFC 5035, 3. */
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  /** RFC 5754, 2.2. */
  sha256: '2.16.840.1.101.3.4.2.1',
  /** RFC 8017, A.2.4. */
  sha256WithRsa: '1.2.840.113549.1.1.11',
  /** RFC 5754, 3.3. */
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  /** RFC 5280, 4.2.1. */
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  /** RFC 9336, 3.1. */
  documentSigning: '1.3.6.1.5.5.7.3.36',
} as const;
