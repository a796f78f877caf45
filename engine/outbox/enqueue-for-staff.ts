import type { Transaction } from '../ports/storage.ts';
import { type Capability, may } from '../staff/permissions.ts';
import type { Instant } from '../time/instant.ts';
import { PRIORITY, type Priority, type StaffMessage } from './outbox-item.ts';

/**
 * Who is told: one member by id; every active member who may do something; or the staff group, and while there is
 * none, those who may.
 */
export type StaffAudience = { member: string } | { everyWith: Capability } | { group: Capability };

export interface StaffNewsItem {
  /** The same key is told once to each. */
  key: string;
  to: StaffAudience;
  message: StaffMessage;
  priority?: Priority;
  notBefore?: Instant;
}

/** Puts news to staff into the outbox. Answers for how many chats. */
export async function enqueueForStaff(tx: Transaction, now: Instant, news: StaffNewsItem): Promise<number> {
  const { key, message, priority = PRIORITY.interactive, notBefore = now } = news;
  let added = 0;
  for (const accountId of await accountsOf(tx, news.to)) {
    const id = `staff:${key}:${accountId}`;
    const waiting = { status: 'queued', attempts: 0, notBefore, createdAt: now } as const;
    if (await tx.outbox.add({ id, key: id, bot: 'staff', accountId, priority, message, ...waiting })) added += 1;
  }
  return added;
}

const GROUP = /^group:(-\d+)$/;

/** What the staff group is called in the outbox. With its chat's id, for message ids count in each chat anew. */
export function groupAccount(chatId: number): string {
  return `group:${chatId}`;
}

/** The group's chat id; undefined for what is a member's id. */
export function groupChatOf(accountId: string): number | undefined {
  const chatId = GROUP.exec(accountId)?.[1];
  return chatId === undefined ? undefined : Number(chatId);
}

async function accountsOf(tx: Transaction, to: StaffAudience): Promise<string[]> {
  if ('member' in to) return [to.member];
  if ('everyWith' in to) return membersWith(tx, to.everyWith);
  const group = await tx.staff.settings.get('group');
  return group === undefined ? membersWith(tx, to.group) : [groupAccount(Number(group))];
}

async function membersWith(tx: Transaction, capability: Capability): Promise<string[]> {
  const members = await tx.staff.members.list(['active']);
  return members.flatMap(({ id, role }) => (may(role, capability) ? [id] : []));
}
