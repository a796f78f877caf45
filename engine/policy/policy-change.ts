import type { CivilDate } from '../time/civil-date.ts';
import type { Instant } from '../time/instant.ts';

/** What a rule can be set to from the chat: a number, several, or a choice by its name. */
export type RuleValue = number | readonly number[] | string;

/** One rule set to another value from a day on. The configured policy with all changes over it is in effect. */
export interface PolicyChange {
  id: string;
  /** Of the rule in the policy: `validity.maxDays`. */
  path: string;
  value: RuleValue;
  effectiveFrom: CivilDate;
  /** The member. */
  by: string;
  /** Encrypted at rest. */
  reason: string;
  at: Instant;
}
