import type { Transaction } from '../ports/storage.ts';
import type { Catalogue, Qualification } from '../registry/catalogue.ts';
import { qualificationOf } from '../registry/find-in-catalogue.ts';
import type { Certificate } from '../registry/holder.ts';
import type { NotYours } from '../registry/list-certificates.ts';
import { done, refused, type Result } from '../result.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Instant, Zone } from '../time/instant.ts';
import type { Endorsement } from './endorsement.ts';
import { daysLeft, type Standing, standingOf } from './standing.ts';

/** An endorsement as its holder sees it today. */
export interface EndorsementView {
  endorsement: Endorsement;
  certificate: Certificate;
  qualification: Qualification;
  standing: Standing;
  /** Today included; 0 when it is over. */
  daysLeft: number;
}

interface ViewDeps {
  zone: Zone;
  catalogue: Catalogue;
}

/** A page of the holder's endorsements, newest first, and how many there are in all. */
export async function listEndorsements(
  tx: Transaction,
  { zone, catalogue }: ViewDeps,
  { now, holderId, page }: { now: Instant; holderId: string; page: { offset: number; limit: number } },
): Promise<{ items: EndorsementView[]; total: number }> {
  const today = zone.dateOf(now);
  const endorsements = await tx.endorsements.ofHolder(holderId, page);
  const certificates = new Map((await tx.certificates.ofHolder(holderId)).map((one) => [one.id, one]));
  const items = await Promise.all(
    endorsements.map(async (endorsement) => {
      // A correction of the registry may have moved the certificate to another holder since.
      const certificate = certificates.get(endorsement.certificateId) ?? (await certificateOf(tx, endorsement));
      return viewOf(catalogue, endorsement, certificate, today);
    }),
  );
  return { items, total: await tx.endorsements.countOfHolder(holderId) };
}

export async function viewEndorsement(
  tx: Transaction,
  { zone, catalogue }: ViewDeps,
  { now, holderId, endorsementId }: { now: Instant; holderId: string; endorsementId: string },
): Promise<Result<EndorsementView, NotYours>> {
  const endorsement = await tx.endorsements.get(endorsementId);
  if (endorsement?.holderId !== holderId) return refused({ kind: 'not-yours' });
  return done(viewOf(catalogue, endorsement, await certificateOf(tx, endorsement), zone.dateOf(now)));
}

async function certificateOf(tx: Transaction, endorsement: Endorsement): Promise<Certificate> {
  const certificate = await tx.certificates.get(endorsement.certificateId);
  if (!certificate) throw new Error(`endorsement ${endorsement.id} has no certificate`);
  return certificate;
}

function viewOf(
  catalogue: Catalogue,
  endorsement: Endorsement,
  certificate: Certificate,
  today: CivilDate,
): EndorsementView {
  return {
    endorsement,
    certificate,
    qualification: qualificationOf(catalogue, certificate.qualification),
    standing: standingOf(endorsement, today),
    daysLeft: daysLeft(endorsement, today),
  };
}
