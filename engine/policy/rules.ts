import type { RuleValue } from './policy-change.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';

type RuleKind = 'number' | 'numbers' | 'choice' | 'fixed';

/** One line of the policy. */
export interface Rule {
  group: keyof Policy;
  /** Within the policy, `validity.maxDays`; the group itself where that is one rule. */
  path: string;
  kind: RuleKind;
  /** Of a choice, by name. */
  choices: readonly string[];
}

// These are read once, when the service starts: the zone says when days begin, the signature's level needs settings of
// its own, and names and scenarios are printed on what was issued.
const FIXED: ReadonlySet<keyof Policy> = new Set(['zone', 'authority', 'scenarios', 'signature']);

const CHOICES: Readonly<Record<string, readonly string[]>> = { 'quota.counts': ['active', 'granted'] };

/** Every rule, in the order of the policy. */
export const RULES: readonly Rule[] = Object.entries(DEFAULT_POLICY).flatMap(([name, section]) => {
  const group = groupNamed(name);
  if (group === 'zone' || group === 'scenarios') return [ruleOf(group, group, section)];
  return Object.entries(section).map(([rule, value]) => ruleOf(group, `${group}.${rule}`, value));
});

export const RULE_GROUPS: readonly (keyof Policy)[] = [...new Set(RULES.map(({ group }) => group))];

export function findRule(path: string): Rule | undefined {
  return RULES.find((rule) => rule.path === path);
}

/** What a rule says in a policy; undefined for those that aren't one value. */
export function ruleValue(policy: Policy, { path }: Pick<Rule, 'path'>): RuleValue | undefined {
  const [group = '', name] = path.split('.');
  const section: unknown = Object.entries(policy).find(([key]) => key === group)?.[1];
  const value: unknown =
    name === undefined ? section : Object.entries(section ?? {}).find(([key]) => key === name)?.[1];
  if (typeof value === 'number' || typeof value === 'string') return value;
  return Array.isArray(value) && value.every((item) => typeof item === 'number') ? value : undefined;
}

function ruleOf(group: keyof Policy, path: string, value: unknown): Rule {
  const choices = CHOICES[path] ?? [];
  if (FIXED.has(group)) return { group, path, kind: 'fixed', choices };
  if (choices.length > 0) return { group, path, kind: 'choice', choices };
  return { group, path, kind: Array.isArray(value) ? 'numbers' : 'number', choices };
}

function groupNamed(name: string): keyof Policy {
  // What a key of the policy is called is one of its keys.
  return name as keyof Policy;
}
