import { type EndorsementView, listEndorsements } from '../../endorsement/list-endorsements.ts';
import type { Link } from '../../linking/link.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Dialog } from '../../ports/stores/account-stores.ts';
import type { JournalEntry } from '../../ports/stores/service-stores.ts';
import type { Transaction } from '../../ports/storage.ts';
import type { Catalogue } from '../../registry/catalogue.ts';
import { type CertificateView, listCertificates } from '../../registry/list-certificates.ts';
import { HOUR_MS, type Instant, later, type Zone } from '../../time/instant.ts';
import { findLocks, type Locks } from './find-locks.ts';
import { type MaskedHolder, maskHolder } from './mask-holder.ts';

/** All that staff see of a holder at a glance. Nothing in it is personal data in the clear. */
export interface HolderCard {
  holder: MaskedHolder;
  certificates: CertificateView[];
  endorsements: { newest: EndorsementView[]; total: number };
  link: LinkView | null;
  locks: Locks;
  /** Newest first, with the number of the endorsement that an entry is about. */
  journal: { entry: JournalEntry; number: string | null }[];
}

interface LinkView {
  link: Link;
  /** Since when the person blocks the bot, if so. */
  blockedAt: Instant | null;
  /** What the account is in the middle of, and since when it is at that step, as far as that is known. */
  position: { flow: string; step: string; since: Instant | null } | null;
}

interface CardDeps {
  policy: Policy;
  zone: Zone;
  catalogue: Catalogue;
}

const ENDORSEMENTS = 3;
const ENTRIES = 5;
const FULL_TIME = new Set(['linking', 'request']);

/** A holder's card; undefined when there is no such holder. */
export async function viewHolder(
  tx: Transaction,
  deps: CardDeps,
  { now, holderId }: { now: Instant; holderId: string },
): Promise<HolderCard | undefined> {
  const holder = await tx.holders.get(holderId);
  if (!holder) return undefined;
  const page = { offset: 0, limit: ENDORSEMENTS };
  const { items, total } = await listEndorsements(tx, deps, { now, holderId, page });
  return {
    holder: maskHolder(holder),
    certificates: await listCertificates(tx, deps.catalogue, holderId),
    endorsements: { newest: items, total },
    link: await viewLink(tx, deps.policy, now, holderId),
    locks: await findLocks(tx, deps, { now, holderId }),
    journal: await readJournal(tx, holderId),
  };
}

/** Each step sets the expiry so many hours ahead; one of a flow that expires sooner would seem to have begun long ago. */
function positionOf({ dialog }: Policy, { flow, step, expiresAt }: Dialog): LinkView['position'] {
  const since = FULL_TIME.has(flow) ? later(expiresAt, -dialog.hours * HOUR_MS) : null;
  return { flow, step, since };
}

async function readJournal(tx: Transaction, holderId: string): Promise<HolderCard['journal']> {
  const journal: HolderCard['journal'] = [];
  for (const entry of await tx.journal.ofHolder(holderId, ENTRIES)) {
    const { endorsementId } = entry.facts;
    const endorsement = typeof endorsementId === 'string' ? await tx.endorsements.get(endorsementId) : undefined;
    journal.push({ entry, number: endorsement?.number ?? null });
  }
  return journal;
}

async function viewLink(tx: Transaction, policy: Policy, now: Instant, holderId: string): Promise<LinkView | null> {
  const link = await tx.links.activeOfHolder(holderId);
  if (!link) return null;
  const account = await tx.accounts.get(link.accountId);
  const dialog = await tx.dialogs.get(link.accountId);
  const underway = dialog && dialog.expiresAt > now ? dialog : undefined;
  return {
    link,
    blockedAt: account?.blockedAt ?? null,
    position: underway ? positionOf(policy, underway) : null,
  };
}
