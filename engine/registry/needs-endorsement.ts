import type { Qualification } from './catalogue.ts';
import type { Certificate } from './holder.ts';

/** Rule 4: whether a copy of the certificate needs an endorsement; on the cut-over day itself it does. */
export function needsEndorsement(certificate: Certificate, qualification: Qualification): boolean {
  return qualification.plainBefore === null || certificate.issuedOn >= qualification.plainBefore;
}
