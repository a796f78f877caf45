import type { Endorsement } from '../endorsement/endorsement.ts';
import type { Account } from '../ports/account.ts';
import type { JournalEntry } from '../ports/stores/service-stores.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Certificate, Holder } from '../registry/holder.ts';
import { maskDocumentNumber, maskPhone } from '../registry/mask.ts';
import { ticketName, type TicketEntry } from '../tickets/ticket.ts';
import type { Instant } from '../time/instant.ts';

/** Text, numbers and nothing else that JSON can't hold. */
export type Exported = { [key: string]: Exported } | readonly Exported[] | string | number | boolean | null;

const EVENTS = 10_000;
const PAGE = 100;

/**
 * What is kept about an account and the holder it is linked with, to be handed to them; undefined when there is no such
 * account. It travels through a chat: the identity number and the phone are masked, and nothing that opens anything
 * is in it. Times are ISO 8601 in UTC.
 */
export async function exportAccount(
  tx: Transaction,
  { now, accountId }: { now: Instant; accountId: string },
): Promise<{ [key: string]: Exported } | undefined> {
  const account = await tx.accounts.get(accountId);
  if (!account) return undefined;
  const link = await tx.links.activeOfAccount(accountId);
  const tickets = await exportedTickets(tx, accountId);
  const base = { exportedAt: iso(now), account: exportedAccount(account), tickets };
  if (!link) return { ...base, link: null };
  const { holderId, proof, linkedAt } = link;
  const holder = await tx.holders.get(holderId);
  const agreements = await tx.agreements.ofHolder(holderId);
  return {
    ...base,
    link: { proof, linkedAt: iso(linkedAt) },
    holder: holder ? exportedHolder(holder) : null,
    certificates: (await tx.certificates.ofHolder(holderId)).map(exportedCertificate),
    endorsements: await exportedEndorsements(tx, holderId),
    agreements: agreements.map(({ version, language, textHash, agreedAt, channel }) => {
      return { version, language, textHash, agreedAt: iso(agreedAt), channel };
    }),
    events: (await tx.journal.ofHolder(holderId, EVENTS)).map(exportedEvent),
  };
}

/** What the account and the staff said to each other; what staff noted for themselves is not the account's. */
async function exportedTickets(tx: Transaction, accountId: string): Promise<Exported[]> {
  const exported: Exported[] = [];
  for (const ticket of await tx.tickets.ofAccount(accountId)) {
    const { status, openedAt, closedAt, id } = ticket;
    const entries = (await tx.tickets.entries(id, EVENTS)).filter(({ content }) => content.kind !== 'note');
    exported.push({
      number: ticketName(ticket),
      status,
      openedAt: iso(openedAt),
      closedAt: closedAt === null ? null : iso(closedAt),
      entries: entries.map(exportedEntry),
    });
  }
  return exported;
}

function exportedEntry({ at, from, content }: TicketEntry): Exported {
  const said = content.kind === 'event' ? content.event : content.text;
  return { at: iso(at), from, kind: content.kind, said };
}

async function exportedEndorsements(tx: Transaction, holderId: string): Promise<Exported[]> {
  const exported: Exported[] = [];
  for (const endorsement of await endorsementsOf(tx, holderId)) {
    const verifications = await tx.statistics.verificationDays(endorsement.id);
    exported.push({ ...exportedEndorsement(endorsement), verifications });
  }
  return exported;
}

async function endorsementsOf(tx: Transaction, holderId: string): Promise<Endorsement[]> {
  const all: Endorsement[] = [];
  for (;;) {
    const page = await tx.endorsements.ofHolder(holderId, { offset: all.length, limit: PAGE });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

function exportedAccount({
  userId,
  language,
  languageChosen,
  remindersMuted,
  verificationsMuted,
  createdAt,
  blockedAt,
}: Account): Exported {
  const blocked = blockedAt === null ? null : iso(blockedAt);
  const muted = { remindersMuted, verificationsMuted };
  return { userId, language, languageChosen, ...muted, createdAt: iso(createdAt), blockedAt: blocked };
}

function exportedHolder({ name, gender, birthMonth, documentType, documentNumber, phone }: Holder): Exported {
  return {
    name,
    gender,
    birthMonth,
    documentType,
    documentNumber: maskDocumentNumber(documentNumber),
    phone: phone === null ? null : maskPhone(phone),
  };
}

function exportedCertificate({ id: _id, holderId: _holder, ...certificate }: Certificate): Exported {
  return certificate;
}

function exportedEndorsement(endorsement: Endorsement): { [key: string]: Exported } {
  const { number, scenario, days, askedOn, lastDay, requestedAt, status, generatedAt, endedAt, endedBecause } =
    endorsement;
  return {
    number,
    scenario,
    days,
    askedOn,
    lastDay,
    requestedAt: iso(requestedAt),
    status,
    generatedAt: generatedAt === null ? null : iso(generatedAt),
    endedAt: endedAt === null ? null : iso(endedAt),
    endedBecause,
  };
}

function exportedEvent({ at, kind, facts }: JournalEntry): Exported {
  return { at: iso(at), kind, facts };
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
