import type { Proposal } from '../../../../engine/ports/stores/staff-stores.ts';
import type { Transaction } from '../../../../engine/ports/storage.ts';
import { importOfProposal } from '../../../../engine/staff/import/confirm-import.ts';
import { heldImport } from '../../../../engine/staff/import/held-import.ts';
import { isOwnProposal } from '../../../../engine/staff/proposals.ts';
import { formatMoment } from '../../../telegram/text/dates.ts';
import { text } from '../../../telegram/text/locale.ts';
import type { NewsFacts, StaffNews } from '../../duty.ts';
import { proposalView } from './import-views.ts';

/** What was written, for who sent the file and who confirmed it. */
export async function newsDone(tx: Transaction, { item: { message }, to }: NewsFacts): Promise<StaffNews | 'drop'> {
  if (message.kind !== 'import-done') return 'drop';
  const { added, changed, moved, withdrawn } = message.rows;
  const second = message.confirmedBy === null ? undefined : await tx.staff.members.get(message.confirmedBy);
  const html = text(to.language, 'staff-import-done', {
    added: String(added),
    changed: String(changed),
    moved: String(moved),
    withdrawn: String(withdrawn),
    by: second?.name ?? 'none',
  });
  return { view: { html } };
}

/** What became of an import that could not be written, for who confirmed it. */
export function newsNotWritten(_tx: Transaction, { item: { message }, to }: NewsFacts): Promise<StaffNews | 'drop'> {
  if (message.kind !== 'import-not-written') return Promise.resolve('drop');
  const { because } = message;
  return Promise.resolve({ view: { html: text(to.language, 'staff-import-not-written', { because }) } });
}

/** Asks a member who can confirm. Who asked needs not be told; nor is anybody once it was decided. */
export async function newsAsked(tx: Transaction, facts: NewsFacts): Promise<StaffNews | 'drop'> {
  const { item, to, deps, now } = facts;
  const proposal = await proposalOf(tx, facts);
  const member = await tx.staff.members.get(item.accountId);
  if (!proposal || !member || (await isOwnProposal(tx, proposal, member))) return 'drop';
  if (proposal.decision || proposal.expiresAt <= now) return 'drop';
  const held = await heldImport(tx, importOfProposal(proposal) ?? '', now);
  if (!held) return 'drop';
  const where = { language: to.language, zone: deps.zone };
  return { view: await proposalView(tx, where, { proposal, held, mine: false }) };
}

/** Tells who asked what came of it. */
export async function newsDecided(tx: Transaction, facts: NewsFacts): Promise<StaffNews | 'drop'> {
  const { to, deps } = facts;
  const proposal = await proposalOf(tx, facts);
  if (!proposal?.decision) return 'drop';
  const { kind, by, at } = proposal.decision;
  const html = text(to.language, 'staff-import-news-decided', {
    decision: kind,
    by: (await tx.staff.members.get(by))?.name ?? '—',
    at: formatMoment(to.language, at, deps.zone),
  });
  return { view: { html } };
}

async function proposalOf(tx: Transaction, { item: { message } }: NewsFacts): Promise<Proposal | undefined> {
  const proposal = 'proposalId' in message ? await tx.staff.proposals.get(message.proposalId) : undefined;
  return proposal?.kind === 'import' ? proposal : undefined;
}
