import type { Bilingual } from '../ports/language.ts';

/** What a copy may be used for. */
export interface Scenario {
  /** Stable, `[a-z0-9-]+`. */
  code: string;
  name: Bilingual;
}

/** PAdES baseline levels (EN 319 142-1, 6), each with all of the one before: signed, with proven time, with validation data. */
export const SIGNATURE_LEVELS = ['B-B', 'B-T', 'B-LT'] as const;
export type SignatureLevel = (typeof SIGNATURE_LEVELS)[number];

/** Every number and choice that the engine's rules take from the operator. */
export interface Policy {
  /** IANA zone of the authority; its midnights begin and end every validity. */
  zone: string;
  authority: { name: Bilingual; hotline: string; hours: Bilingual };
  scenarios: readonly Scenario[];
  validity: { maxDays: number; choices: readonly number[]; recommendedDays: number };
  /** Of the endorsements asked for in the last `windowDays` days, `limit` may count. */
  quota: { counts: 'active' | 'granted'; limit: number; windowDays: number };
  /** With the pauses between them (`retryPause`), 48 attempts last about 41 hours, well past the promise. */
  generation: { promiseHours: number; attempts: number };
  /** Sent `daysBefore` the end, from `fromHour`:00 until before `untilHour`:00 in the zone. */
  reminder: { daysBefore: readonly number[]; fromHour: number; untilHour: number };
  linking: {
    accountFailures: number;
    accountLockHours: number;
    holderFailures: number;
    holderLockHours: number;
    codeHours: number;
  };
  /**
   * The level of copies' signatures; `auto` is the highest for which the settings name what it takes. While that can't be
   * reached, copies wait, or are issued at the level that can.
   */
  signature: { level: 'auto' | SignatureLevel; onUnavailable: 'wait' | 'issue-lower' };
  /**
   * Codes and numbers that nobody knows, which one account may ask for within an hour; and messages a day in which a
   * holder is told that copies were verified, none at 0.
   */
  verification: { unknownPerHour: number; noticesPerDay: number };
  /**
   * Staff are told of alerts of one kind at most every `groupMinutes`, of lockouts only when so many come in an hour, and
   * of a sender that has had something to send for so long.
   */
  alerts: { groupMinutes: number; lockoutsPerHour: number; senderStuckMinutes: number };
  /**
   * An account can have `openTickets` at a time, write `messagesPerHour` of `characters` each, send files of so many
   * megabytes, and take a closed ticket up again within `reopenDays`.
   */
  support: {
    openTickets: number;
    messagesPerHour: number;
    characters: number;
    fileMegabytes: number;
    reopenDays: number;
  };
  /**
   * One member of staff may confirm an import that changes up to so many rows, above that a second one must. The file
   * is kept for so long.
   */
  import: { confirmAbove: number; keepHours: number };
  /** Invitations to the staff, and proposals that wait for a second person, hold so long. */
  staff: { invitationHours: number; proposalHours: number };
  /** An unfinished dialog is forgotten after so many hours. */
  dialog: { hours: number };
}

export const DEFAULT_POLICY: Policy = {
  zone: 'Asia/Shanghai',
  authority: {
    name: { 'zh-CN': '示范考试中心', en: 'Demonstration Examination Centre' },
    hotline: '400-000-0000',
    hours: { 'zh-CN': '工作日 9:00–17:00', en: 'weekdays 9:00–17:00' },
  },
  scenarios: [{ code: 'self-use', name: { 'zh-CN': '本人调用', en: 'Use by the holder' } }],
  validity: { maxDays: 90, choices: [30, 60, 90], recommendedDays: 90 },
  quota: { counts: 'active', limit: 3, windowDays: 90 },
  generation: { promiseHours: 24, attempts: 48 },
  reminder: { daysBefore: [7, 1], fromHour: 9, untilHour: 20 },
  linking: { accountFailures: 5, accountLockHours: 24, holderFailures: 10, holderLockHours: 24, codeHours: 72 },
  signature: { level: 'auto', onUnavailable: 'wait' },
  verification: { unknownPerHour: 20, noticesPerDay: 3 },
  alerts: { groupMinutes: 15, lockoutsPerHour: 5, senderStuckMinutes: 10 },
  support: { openTickets: 3, messagesPerHour: 30, characters: 1000, fileMegabytes: 10, reopenDays: 7 },
  import: { confirmAbove: 200, keepHours: 24 },
  staff: { invitationHours: 24, proposalHours: 72 },
  dialog: { hours: 24 },
};
