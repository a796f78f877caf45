import { viewEndorsement } from '../../../../../engine/endorsement/list-endorsements.ts';
import { viewCertificate } from '../../../../../engine/registry/list-certificates.ts';
import { maskDocumentNumber, maskName } from '../../../../../engine/registry/mask.ts';
import { certificateTitle } from '../../../../telegram/text/words.ts';
import type { StaffTurn } from '../../../turn.ts';
import type { ReasonedDeed } from './reasoned-state.ts';

/** What a deed is about. */
export interface Subject {
  holderId: string;
  /** An endorsement number or a management number. */
  about?: string;
  /** The holder's link, for unlinking. */
  linkId: string | null;
  /** In words, masked and not escaped. */
  words: string;
}

/** Undefined when there is no such holder, endorsement or certificate. */
export async function subjectOf(turn: StaffTurn, deed: ReasonedDeed, id: string): Promise<Subject | undefined> {
  if (deed === 'reveal' || deed === 'unlink') return ofHolder(turn, id);
  return deed === 'revoke' ? ofEndorsement(turn, id) : ofCertificate(turn, id);
}

async function ofHolder({ tx }: StaffTurn, holderId: string): Promise<Subject | undefined> {
  const holder = await tx.holders.get(holderId);
  if (!holder) return undefined;
  const link = await tx.links.activeOfHolder(holderId);
  const words = `${maskName(holder.name)} · ${maskDocumentNumber(holder.documentNumber)}`;
  return { holderId, linkId: link?.id ?? null, words };
}

async function ofEndorsement(
  { tx, deps, now, member }: StaffTurn,
  endorsementId: string,
): Promise<Subject | undefined> {
  const holderId = (await tx.endorsements.get(endorsementId))?.holderId;
  const holder = holderId === undefined ? undefined : await tx.holders.get(holderId);
  if (!holder) return undefined;
  const view = await viewEndorsement(tx, deps, { now, holderId: holder.id, endorsementId });
  if (!view.ok) return undefined;
  const { certificate, qualification, endorsement } = view.value;
  const title = certificateTitle(member.language, qualification, certificate);
  const words = `${maskName(holder.name)} · ${title}\n${endorsement.number}`;
  return { holderId: holder.id, about: endorsement.number, linkId: null, words };
}

async function ofCertificate({ tx, deps, member }: StaffTurn, certificateId: string): Promise<Subject | undefined> {
  const holderId = (await tx.certificates.get(certificateId))?.holderId;
  const holder = holderId === undefined ? undefined : await tx.holders.get(holderId);
  if (!holder) return undefined;
  const view = await viewCertificate(tx, deps.catalogue, { holderId: holder.id, certificateId });
  if (!view.ok) return undefined;
  const { certificate, qualification } = view.value;
  const title = certificateTitle(member.language, qualification, certificate);
  const words = `${maskName(holder.name)} · ${title}\n${certificate.managementNumber}`;
  return { holderId: holder.id, about: certificate.managementNumber, linkId: null, words };
}
