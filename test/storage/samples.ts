import type { Endorsement } from '../../engine/endorsement/endorsement.ts';
import type { Link } from '../../engine/linking/link.ts';
import { type HolderItem, PRIORITY, type StaffItem } from '../../engine/outbox/outbox-item.ts';
import type { Account } from '../../engine/ports/account.ts';
import type { Transaction } from '../../engine/ports/storage.ts';
import type { Certificate, Holder, YearMonth } from '../../engine/registry/holder.ts';
import { addDays, type CivilDate, parseCivilDate } from '../../engine/time/civil-date.ts';
import { type Instant, later } from '../../engine/time/instant.ts';
import { at } from '../fakes/fixed-clock.ts';

export const NOW = at('2026-11-20T09:00:00+08:00');
export const TODAY = day('2026-11-20');

export function minutes(count: number): Instant {
  return later(NOW, count * 60_000);
}

export function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new RangeError(`${text} is no day`);
  return date;
}

/** The sample of number `n` differs from every other in all that must be unique. */
export function holder(n = 1, change: Partial<Holder> = {}): Holder {
  return {
    id: `holder-${n}`,
    name: `王小明${n}`,
    gender: 'male',
    birthMonth: '1949-12' as YearMonth,
    documentType: 'passport',
    documentNumber: `E${String(n).padStart(8, '0')}`,
    phone: `8613${String(n).padStart(9, '0')}`,
    ...change,
  };
}

export function certificate(n = 1, change: Partial<Certificate> = {}): Certificate {
  return {
    id: `certificate-${n}`,
    holderId: 'holder-1',
    qualification: 'registered-surveyor',
    level: null,
    speciality: '测绘',
    managementNumber: `GL-${n}`,
    approvedOn: day('2022-05-01'),
    issuedOn: day('2022-06-01'),
    issuer: '示范考试中心',
    status: 'valid',
    ...change,
  };
}

export function account(n = 1, change: Partial<Account> = {}): Account {
  return {
    id: `account-${n}`,
    // More than 32 bits, as the messenger's ids are.
    userId: 5_000_000_000 + n,
    language: 'zh-CN',
    languageChosen: false,
    remindersMuted: false,
    verificationsMuted: false,
    blockedAt: null,
    createdAt: NOW,
    ...change,
  };
}

export function link(n = 1, change: Partial<Link> = {}): Link {
  return {
    id: `link-${n}`,
    accountId: 'account-1',
    holderId: 'holder-1',
    proof: 'contact',
    linkedAt: NOW,
    endedAt: null,
    endedBecause: null,
    ...change,
  };
}

export function endorsement(n = 1, change: Partial<Endorsement> = {}): Endorsement {
  const askedOn = change.askedOn ?? TODAY;
  return {
    id: `endorsement-${n}`,
    number: `JZ20261120-${n}`,
    verificationCode: `CODE-${n}`,
    certificateId: 'certificate-1',
    holderId: 'holder-1',
    accountId: 'account-1',
    scenario: 'self-use',
    days: 90,
    askedOn,
    lastDay: addDays(askedOn, 89),
    requestedAt: minutes(n),
    promisedBy: minutes(n + 60),
    status: 'requested',
    generatedAt: null,
    endedAt: null,
    endedBecause: null,
    sha256: null,
    progressMessageId: null,
    overdueToldAt: null,
    ...change,
  };
}

export function outboxItem(n: number, change: Partial<HolderItem> = {}): HolderItem {
  const message = { kind: 'copy', endorsementId: 'endorsement-1', firstTime: true } as const;
  return { ...waitingItem(n), bot: 'holder', message, ...change };
}

export function staffItem(n: number, change: Partial<StaffItem> = {}): StaffItem {
  const message = { kind: 'proposal-asked', proposalId: 'proposal-1' } as const;
  return { ...waitingItem(n), bot: 'staff', message, ...change };
}

function waitingItem(n: number) {
  return {
    id: `item-${n}`,
    key: `key-${n}`,
    accountId: 'account-1',
    priority: PRIORITY.copy,
    status: 'queued' as const,
    attempts: 0,
    notBefore: NOW,
    createdAt: NOW,
  };
}

/** Holder 1 with certificate 1, holder 2, and the accounts 1 and 2. */
export async function seed(tx: Transaction): Promise<void> {
  await tx.holders.insertMany([holder(1), holder(2)]);
  await tx.certificates.insertMany([certificate(1)]);
  await tx.accounts.insert(account(1));
  await tx.accounts.insert(account(2));
}
