import type { RuleValue } from '../../../../engine/policy/policy-change.ts';
import type { PolicyProblem } from '../../../../engine/policy/parse-policy.ts';
import type { Policy } from '../../../../engine/policy/policy.ts';
import { findRule, type Rule, ruleValue } from '../../../../engine/policy/rules.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import { never } from '../../../../engine/result.ts';
import { plain } from '../../../telegram/text/locale.ts';

const SEPARATOR = { 'zh-CN': '、', en: ', ' } as const;

/** What a rule is about, in a few words. */
export function ruleName(language: Language, path: string): string {
  return plain(language, 'staff-policy-rule', { rule: path.replace('.', '-') });
}

/** What becomes, when a rule is changed, of what was begun before. */
export function earlierWords(language: Language, path: string): string {
  return plain(language, 'staff-policy-earlier', { rule: path.replace('.', '-') });
}

export function groupName(language: Language, group: string): string {
  return plain(language, 'staff-policy-group-name', { group });
}

/** The same where nothing around it says of which group it is. */
export function wholeRuleName(language: Language, { group, path }: Pick<Rule, 'group' | 'path'>): string {
  const name = ruleName(language, path);
  return group === path ? name : `${groupName(language, group)} · ${name}`;
}

/** What a rule says, with its unit. */
export function currentWords(language: Language, policy: Policy, rule: Rule): string {
  const value = ruleValue(policy, rule);
  return value === undefined ? fixedWords(language, policy, rule.path) : valueWords(language, rule.path, value);
}

export function valueWords(language: Language, path: string, value: RuleValue): string {
  if (typeof value === 'string') return plain(language, 'staff-policy-choice', { choice: value, name: value });
  const numbers = typeof value === 'number' ? String(value) : value.join(SEPARATOR[language]);
  return plain(language, 'staff-policy-value', { value: numbers || '—', unit: unitOf(path) });
}

/** What keeps a value from being taken, a sentence for each. */
export function problemWords(language: Language, problem: PolicyProblem): string {
  const path = 'path' in problem ? problem.path.replace(/\.\d+$/, '') : '';
  const known = { kind: problem.kind, rule: findRule(path) ? ruleName(language, path) : path };
  switch (problem.kind) {
    case 'too-small':
      return plain(language, 'staff-policy-problem', { ...known, bound: String(problem.least) });
    case 'too-large':
      return plain(language, 'staff-policy-problem', { ...known, bound: String(problem.most) });
    case 'choice-above-most':
      return plain(language, 'staff-policy-problem', { ...known, bound: String(problem.most) });
    case 'wrong':
    case 'recommended-is-no-choice':
    case 'hours-reversed':
    case 'scenario-twice':
      return plain(language, 'staff-policy-problem', { ...known, bound: '' });
    default:
      return never(problem);
  }
}

// A rule's name ends in its unit, but for these.
const UNITS: Readonly<Record<string, string>> = {
  'validity.choices': 'days',
  'reminder.daysBefore': 'days',
  'reminder.fromHour': 'clock',
  'reminder.untilHour': 'clock',
  'linking.accountFailures': 'times',
  'linking.holderFailures': 'times',
  'generation.attempts': 'times',
  'quota.limit': 'times',
  'verification.unknownPerHour': 'times',
  'verification.noticesPerDay': 'messages',
  'alerts.lockoutsPerHour': 'times',
  'support.messagesPerHour': 'messages',
  'support.openTickets': 'tickets',
  'support.characters': 'characters',
  'support.fileMegabytes': 'megabytes',
  'import.confirmAbove': 'rows',
};

function unitOf(path: string): string {
  const known = UNITS[path];
  if (known !== undefined) return known;
  return /(Days|Hours|Minutes|hours)$/.exec(path)?.[1]?.toLowerCase() ?? 'none';
}

function fixedWords(language: Language, { authority, scenarios }: Policy, path: string): string {
  if (path === 'authority.name') return authority.name[language];
  if (path === 'authority.hours') return authority.hours[language];
  return path === 'scenarios' ? scenarios.map(({ name }) => name[language]).join(SEPARATOR[language]) : '—';
}
