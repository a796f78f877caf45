import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import type { Catalogue, Issuer, Qualification } from './catalogue.ts';
import { issuerOf, qualificationOf } from './find-in-catalogue.ts';
import type { Certificate } from './holder.ts';
import { needsEndorsement } from './needs-endorsement.ts';

/** A certificate as its holder sees it. */
export interface CertificateView {
  certificate: Certificate;
  qualification: Qualification;
  /** Who seals copies of it, and whom to ask when a detail is wrong. */
  issuer: Issuer;
  needsEndorsement: boolean;
}

/** There is none with this id, or it is somebody else's; nobody learns which. */
export interface NotYours {
  kind: 'not-yours';
}

/** Every certificate of the holder, newest first. */
export async function listCertificates(
  tx: Transaction,
  catalogue: Catalogue,
  holderId: string,
): Promise<CertificateView[]> {
  const certificates = await tx.certificates.ofHolder(holderId);
  return certificates.map((certificate) => viewOf(catalogue, certificate));
}

export async function viewCertificate(
  tx: Transaction,
  catalogue: Catalogue,
  { holderId, certificateId }: { holderId: string; certificateId: string },
): Promise<Result<CertificateView, NotYours>> {
  const certificate = await tx.certificates.get(certificateId);
  if (certificate?.holderId !== holderId) return refused({ kind: 'not-yours' });
  return done(viewOf(catalogue, certificate));
}

export type EndorsableRefusal = NotYours | { kind: 'certificate-withdrawn' } | { kind: 'no-endorsement-needed' };

/** A certificate that its holder may have endorsed (rules 3 and 4), the quota aside. */
export async function viewEndorsable(
  tx: Transaction,
  catalogue: Catalogue,
  ask: { holderId: string; certificateId: string },
): Promise<Result<CertificateView, EndorsableRefusal>> {
  const view = await viewCertificate(tx, catalogue, ask);
  if (!view.ok) return view;
  if (view.value.certificate.status === 'withdrawn') return refused({ kind: 'certificate-withdrawn' });
  if (!view.value.needsEndorsement) return refused({ kind: 'no-endorsement-needed' });
  return view;
}

function viewOf(catalogue: Catalogue, certificate: Certificate): CertificateView {
  const qualification = qualificationOf(catalogue, certificate.qualification);
  return {
    certificate,
    qualification,
    issuer: issuerOf(catalogue, qualification),
    needsEndorsement: needsEndorsement(certificate, qualification),
  };
}
