import type { CivilDate } from '../time/civil-date.ts';
import { mergePolicy, type PolicyProblem } from './parse-policy.ts';
import type { PolicyChange, RuleValue } from './policy-change.ts';
import type { Policy } from './policy.ts';

/** The policy of a day, and the changes that could not be laid over it. */
export interface EffectivePolicy {
  policy: Policy;
  /** They contradict what was configured since: an operator who edits the policy file has the last word. */
  ignored: PolicyChange[];
}

/** The configured policy with the changes of all days up to `day` over it, in the order of `changes`. */
export function effectivePolicy(configured: Policy, changes: readonly PolicyChange[], day: CivilDate): EffectivePolicy {
  let policy = configured;
  const ignored: PolicyChange[] = [];
  for (const change of changes) {
    if (change.effectiveFrom > day) continue;
    const { policy: next, problems } = withRule(policy, change.path, change.value);
    if (problems.length === 0) policy = next;
    else ignored.push(change);
  }
  return { policy, ignored };
}

/** A policy with one rule at another value, checked as a whole. */
export function withRule(
  policy: Policy,
  path: string,
  value: RuleValue,
): { policy: Policy; problems: PolicyProblem[] } {
  const [group = '', name = ''] = path.split('.');
  const sections: Record<string, unknown> = { ...policy };
  const section = sections[group];
  return mergePolicy({ ...sections, [group]: { ...(typeof section === 'object' ? section : {}), [name]: value } });
}
