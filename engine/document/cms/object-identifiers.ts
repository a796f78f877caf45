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
  /** RFC 2634, 5.4: as before SHA-256. */
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  /** RFC 3161, 2.4.2 and appendix A. */
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
  /** RFC 8017, B.1: in identifiers of certificates only. */
  sha1: '1.3.14.3.2.26',
  /** RFC 5754, 2.2 to 2.4. */
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  /** RFC 8017, A.1 and A.2.4. */
  rsaEncryption: '1.2.840.113549.1.1.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  sha384WithRsa: '1.2.840.113549.1.1.12',
  sha512WithRsa: '1.2.840.113549.1.1.13',
  /** RFC 5754, 3.3. */
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecdsaWithSha384: '1.2.840.10045.4.3.3',
  ecdsaWithSha512: '1.2.840.10045.4.3.4',
  /** RFC 8017, A.2.3. */
  rsaPss: '1.2.840.113549.1.1.10',
  /** RFC 5280, 4.2.1. */
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  revocationLists: '2.5.29.31',
  alternativeName: '2.5.29.17',
  nameConstraints: '2.5.29.30',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  policyConstraints: '2.5.29.36',
  inhibitAnyPolicy: '2.5.29.54',
  /** RFC 5280, 4.2.2.1. */
  authorityInformation: '1.3.6.1.5.5.7.1.1',
  /** RFC 5280, 5.2.5. */
  issuingDistributionPoint: '2.5.29.28',
  /** RFC 9336, 3.1. */
  documentSigning: '1.3.6.1.5.5.7.3.36',
  /** RFC 5280, 4.2.1.12. */
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  /** RFC 6960, 4.2. */
  ocsp: '1.3.6.1.5.5.7.48.1',
  ocspBasic: '1.3.6.1.5.5.7.48.1.1',
  ocspNonce: '1.3.6.1.5.5.7.48.1.2',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
} as const;
