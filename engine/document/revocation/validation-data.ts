import { distinct } from '../cms/bytes.ts';

/** What it takes to judge certificates long after (EN 319 142-1, 5.4.2). All DER. */
export interface ValidationData {
  certificates: readonly Uint8Array[];
  /** OCSPResponse values (RFC 6960, 4.2.1). */
  ocspResponses: readonly Uint8Array[];
  /** CertificateList values (RFC 5280, 5.1). */
  revocationLists: readonly Uint8Array[];
}

/** All of them, each once. */
export function mergeValidationData(parts: readonly ValidationData[]): ValidationData {
  return {
    certificates: distinct(parts.flatMap(({ certificates }) => certificates)),
    ocspResponses: distinct(parts.flatMap(({ ocspResponses }) => ocspResponses)),
    revocationLists: distinct(parts.flatMap(({ revocationLists }) => revocationLists)),
  };
}
