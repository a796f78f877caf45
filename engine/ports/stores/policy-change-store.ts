import type { PolicyChange } from '../../policy/policy-change.ts';
import type { Instant } from '../../time/instant.ts';

export interface PolicyChangeStore {
  add(change: PolicyChange): Promise<void>;
  /** Those that weren't taken back, by the day on which they begin, and of one day as they were recorded. */
  standing(): Promise<PolicyChange[]>;
  /** False when it was taken back before, or never was. */
  takeBack(id: string, by: string, at: Instant): Promise<boolean>;
}
