import { broadcastDue } from '../broadcast/broadcast-due.ts';
import { standingOf } from '../endorsement/standing.ts';
import type { Policy } from '../policy/policy.ts';
import type { Account } from '../ports/account.ts';
import type { Transaction } from '../ports/storage.ts';
import { allowedFrom } from '../reminder/nearest-reminder.ts';
import { reminderDue } from '../reminder/reminder-due.ts';
import { never } from '../result.ts';
import { ticketNewsDue } from '../tickets/holder/news-due.ts';
import { isTicketNews, type TicketNews } from '../tickets/ticket-message.ts';
import type { Instant, Zone } from '../time/instant.ts';
import { groupChatOf } from './enqueue-for-staff.ts';
import { type HolderItem, type OutboxItem, type OutboxMessage, PRIORITY, type StaffItem } from './outbox-item.ts';

/** Whether what an item says is still to be said now, later, or not at all. */
export type Due = { kind: 'now' } | { kind: 'later'; at: Instant } | { kind: 'never'; because: DropReason };

/** Why nothing is sent: what it would say is no longer so, or there is nobody to say it to. */
type DropReason =
  | 'not-staff'
  | 'other-group'
  | 'account-gone'
  | 'blocked'
  | 'not-linked'
  | 'outdated'
  | 'muted'
  | 'cancelled';

/** What only the linked holder may learn. */
type AboutHolder = Exclude<OutboxMessage, TicketNews | { kind: 'link-moved' | 'unlinked' | 'broadcast' | 'verified' }>;

const NOW: Due = { kind: 'now' };

/** Looks at an item again when it is about to be sent, which may be long after it was added. */
export async function stillDue(
  tx: Transaction,
  deps: { policy: Policy; zone: Zone },
  item: OutboxItem,
  now: Instant,
): Promise<Due> {
  return item.bot === 'staff' ? dueForStaff(tx, item) : dueForHolder(tx, deps, item, now);
}

async function dueForStaff(tx: Transaction, { accountId }: StaffItem): Promise<Due> {
  const chatId = groupChatOf(accountId);
  if (chatId !== undefined) {
    return (await tx.staff.settings.get('group')) === String(chatId) ? NOW : drop('other-group');
  }
  return (await tx.staff.members.get(accountId))?.status === 'active' ? NOW : drop('not-staff');
}

async function dueForHolder(
  tx: Transaction,
  deps: { policy: Policy; zone: Zone },
  item: HolderItem,
  now: Instant,
): Promise<Due> {
  const account = await tx.accounts.get(item.accountId);
  if (!account) return drop('account-gone');
  // What answers a person goes out all the same: whoever just asked doesn't block the bot.
  if (account.blockedAt !== null && item.priority !== PRIORITY.interactive) return drop('blocked');
  const { message } = item;
  // Says that there is no link any more.
  if (message.kind === 'link-moved' || message.kind === 'unlinked') return NOW;
  if (isTicketNews(message)) {
    const due = await ticketNewsDue(tx, item, message);
    return due === 'now' ? NOW : drop(due);
  }
  if (message.kind === 'broadcast') return dueOfBroadcast(await broadcastDue(tx, message, now));
  return dueForLinked(tx, deps, account, message, now);
}

async function dueForLinked(
  tx: Transaction,
  deps: { policy: Policy; zone: Zone },
  account: Account,
  message: AboutHolder | Extract<OutboxMessage, { kind: 'verified' }>,
  now: Instant,
): Promise<Due> {
  const link = await tx.links.activeOfAccount(account.id);
  if (!link) return drop('not-linked');
  // May be about several endorsements; those of another holder are left out when it is worded.
  if (message.kind === 'verified') return account.verificationsMuted ? drop('muted') : inHours(deps, now);
  if (link.holderId !== (await holderOf(tx, message))) return drop('not-linked');
  if (message.kind === 'reminder' && account.remindersMuted) return drop('muted');
  return messageDue(tx, deps, message, now);
}

function inHours({ policy, zone }: { policy: Policy; zone: Zone }, now: Instant): Due {
  const at = allowedFrom(policy.reminder, zone, now);
  return at <= now ? NOW : { kind: 'later', at };
}

function dueOfBroadcast(due: Awaited<ReturnType<typeof broadcastDue>>): Due {
  if (due === 'now') return NOW;
  return due === 'never' ? drop('cancelled') : { kind: 'later', at: due.later };
}

async function messageDue(
  tx: Transaction,
  deps: { policy: Policy; zone: Zone },
  message: AboutHolder,
  now: Instant,
): Promise<Due> {
  switch (message.kind) {
    case 'plain-copy':
    case 'plain-copy-waits':
      return nowIf((await tx.certificates.get(message.certificateId))?.status === 'valid');
    case 'plain-copy-failed':
    case 'document-corrected':
      return NOW;
    case 'reminder':
      return stillToRemind(tx, deps, message, now);
    case 'copy':
    case 'overdue':
    case 'failed':
    case 'revoked': {
      const endorsement = await tx.endorsements.get(message.endorsementId);
      const standing = endorsement && standingOf(endorsement, deps.zone.dateOf(now));
      return nowIf(standing === STANDING_SAID[message.kind]);
    }
    default:
      return never(message);
  }
}

/** How an endorsement must stand for a message about it to be true. */
const STANDING_SAID = { copy: 'valid', overdue: 'generating', failed: 'failed', revoked: 'revoked' } as const;

async function stillToRemind(
  tx: Transaction,
  { policy, zone }: { policy: Policy; zone: Zone },
  { endorsementId, daysBefore }: { endorsementId: string; daysBefore: number },
  now: Instant,
): Promise<Due> {
  const endorsement = await tx.endorsements.get(endorsementId);
  const due = endorsement && (await reminderDue(tx, { reminder: policy.reminder, zone }, endorsement, now));
  if (due?.daysBefore !== daysBefore) return drop('outdated');
  return due.from <= now ? NOW : { kind: 'later', at: due.from };
}

async function holderOf(tx: Transaction, message: AboutHolder): Promise<string | undefined> {
  if ('holderId' in message) return message.holderId;
  if ('certificateId' in message) return (await tx.certificates.get(message.certificateId))?.holderId;
  return (await tx.endorsements.get(message.endorsementId))?.holderId;
}

function nowIf(soStill: boolean): Due {
  return soStill ? NOW : drop('outdated');
}

function drop(because: DropReason): Due {
  return { kind: 'never', because };
}
