import type { Proposal } from '../../../../../engine/ports/stores/staff-stores.ts';
import type { Transaction } from '../../../../../engine/ports/storage.ts';
import { viewCertificate } from '../../../../../engine/registry/list-certificates.ts';
import { maskName } from '../../../../../engine/registry/mask.ts';
import { certificateOfProposal } from '../../../../../engine/staff/certificates/propose-change.ts';
import { isOwnProposal } from '../../../../../engine/staff/proposals.ts';
import { button } from '../../../../telegram/buttons/button.ts';
import { formatMoment } from '../../../../telegram/text/dates.ts';
import { plain, text } from '../../../../telegram/text/locale.ts';
import { certificateTitle } from '../../../../telegram/text/words.ts';
import type { NewsFacts, StaffNews } from '../../../duty.ts';
import { decisions } from '../certificates.ts';
import { memberName } from '../views.ts';

/** Asks a member who can confirm. Who asked needs not be told; nor is anybody once it was decided. */
export async function newsAsked(tx: Transaction, facts: NewsFacts): Promise<StaffNews | 'drop'> {
  const { item, to, deps, now } = facts;
  const proposal = await proposalOf(tx, facts);
  const member = await tx.staff.members.get(item.accountId);
  if (!proposal || !member || (await isOwnProposal(tx, proposal, member))) return 'drop';
  if (proposal.decision || proposal.expiresAt <= now) return 'drop';
  const about = await subjectOf(tx, facts, proposal);
  if (!about) return 'drop';
  const html = text(to.language, 'staff-find-news-asked', {
    change: proposal.kind,
    ...about.words,
    by: await memberName(tx, proposal.askedBy),
    at: formatMoment(to.language, proposal.askedAt, deps.zone),
    reason: proposal.reason,
  });
  const card = button(plain(to.language, 'staff-find-button-open-card'), 'find:card', { args: [about.holderId] });
  return { view: { html, inline: [...(await decisions({ tx, member }, proposal)), [card]] } };
}

/** Tells who asked what came of it. */
export async function newsDecided(tx: Transaction, facts: NewsFacts): Promise<StaffNews | 'drop'> {
  const { to, deps } = facts;
  const proposal = await proposalOf(tx, facts);
  const about = proposal && (await subjectOf(tx, facts, proposal));
  if (!about || !proposal.decision) return 'drop';
  const { kind, by, at } = proposal.decision;
  const html = text(to.language, 'staff-find-news-decided', {
    decision: kind,
    change: proposal.kind,
    ...about.words,
    by: await memberName(tx, by),
    at: formatMoment(to.language, at, deps.zone),
  });
  const card = button(plain(to.language, 'staff-find-button-open-card'), 'find:card', { args: [about.holderId] });
  return { view: { html, inline: [[card]] } };
}

async function proposalOf(tx: Transaction, { item: { message } }: NewsFacts): Promise<Proposal | undefined> {
  return 'proposalId' in message ? tx.staff.proposals.get(message.proposalId) : undefined;
}

/** Whose certificate it is about, masked. */
async function subjectOf(tx: Transaction, { deps, to }: NewsFacts, proposal: Proposal) {
  const certificateId = certificateOfProposal(proposal);
  const certificate = certificateId === undefined ? undefined : await tx.certificates.get(certificateId);
  const holder = certificate && (await tx.holders.get(certificate.holderId));
  if (!certificate || !holder) return undefined;
  const ask = { holderId: holder.id, certificateId: certificate.id };
  const view = await viewCertificate(tx, deps.catalogue, ask);
  if (!view.ok) return undefined;
  return {
    holderId: holder.id,
    words: {
      holder: maskName(holder.name),
      certificate: certificateTitle(to.language, view.value.qualification, certificate),
      managementNumber: certificate.managementNumber,
    },
  };
}
