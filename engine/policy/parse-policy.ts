import { z } from 'zod';
import { never } from '../result.ts';
import { DEFAULT_POLICY, type Policy, SIGNATURE_LEVELS } from './policy.ts';

const count = z.int('must be a whole number').min(1, 'must be at least 1');
const days = count.max(3650, 'must be at most 3650');
const hour = z.int('must be a whole number').min(0, 'must be from 0 to 24').max(24, 'must be from 0 to 24');
const bilingual = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });

const SCHEMA = z.strictObject({
  zone: z.string().refine(isZone, 'is not a time zone such as Asia/Shanghai'),
  authority: z.strictObject({ name: bilingual, hotline: z.string().min(1), hours: bilingual }),
  scenarios: z
    .array(
      z.strictObject({ code: z.string().regex(/^[a-z0-9-]{1,24}$/, 'may hold a–z, 0–9 and - only'), name: bilingual }),
    )
    .min(1, 'must name at least one scenario'),
  validity: z.strictObject({ maxDays: days, choices: z.array(days).min(1).max(6), recommendedDays: days }),
  quota: z.strictObject({ counts: z.enum(['active', 'granted']), limit: count, windowDays: days }),
  generation: z.strictObject({ promiseHours: count, attempts: count }),
  reminder: z.strictObject({ daysBefore: z.array(days), fromHour: hour, untilHour: hour }),
  linking: z.strictObject({
    accountFailures: count,
    accountLockHours: count,
    holderFailures: count,
    holderLockHours: count,
    codeHours: count,
  }),
  signature: z.strictObject({
    level: z.enum(['auto', ...SIGNATURE_LEVELS], `must be one of auto, ${SIGNATURE_LEVELS.join(', ')}`),
    onUnavailable: z.enum(['wait', 'issue-lower'], 'must be wait or issue-lower'),
  }),
  verification: z.strictObject({
    unknownPerHour: count,
    noticesPerDay: z.int('must be a whole number').min(0, 'must be at least 0').max(20, 'must be at most 20'),
  }),
  alerts: z.strictObject({ groupMinutes: count, lockoutsPerHour: count, senderStuckMinutes: count }),
  support: z.strictObject({
    openTickets: count,
    messagesPerHour: count,
    characters: count.max(2000, 'must be at most 2000'),
    fileMegabytes: count.max(20, 'must be at most 20'),
    reopenDays: days,
  }),
  import: z.strictObject({
    confirmAbove: z.int('must be a whole number').min(0, 'must be at least 0'),
    keepHours: count.max(72, 'must be at most 72'),
  }),
  staff: z.strictObject({ invitationHours: count, proposalHours: count }),
  dialog: z.strictObject({ hours: count }),
});

/**
 * The default policy with the operator's choices laid over it: objects merge, everything else is
 * replaced. Every mistake is one sentence; with any, the policy returned is the default one.
 */
export function mergePolicy(choices: unknown): { policy: Policy; mistakes: string[]; problems: PolicyProblem[] } {
  const parsed = SCHEMA.safeParse(merge(DEFAULT_POLICY, choices));
  const problems = parsed.success ? contradictions(parsed.data) : parsed.error.issues.map(problemOf);
  const policy = parsed.success && problems.length === 0 ? parsed.data : DEFAULT_POLICY;
  return { policy, mistakes: problems.map(sentenceOf), problems };
}

/** What is wrong with a policy. `wrong` has only a sentence of the schema for it. */
export type PolicyProblem =
  | { kind: 'too-small'; path: string; least: number; sentence: string }
  | { kind: 'too-large'; path: string; most: number; sentence: string }
  | { kind: 'wrong'; path: string; sentence: string }
  | { kind: 'choice-above-most'; most: number }
  | { kind: 'recommended-is-no-choice' }
  | { kind: 'hours-reversed' }
  | { kind: 'scenario-twice' };

function problemOf(issue: z.core.$ZodIssue): PolicyProblem {
  const known = { path: issue.path.join('.'), sentence: sentence(issue.path, issue.message) };
  if (issue.code === 'too_small') return { kind: 'too-small', ...known, least: Number(issue.minimum) };
  if (issue.code === 'too_big') return { kind: 'too-large', ...known, most: Number(issue.maximum) };
  return { kind: 'wrong', ...known };
}

function contradictions({ validity, reminder, scenarios }: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  if (validity.choices.some((choice) => choice > validity.maxDays)) {
    problems.push({ kind: 'choice-above-most', most: validity.maxDays });
  }
  if (!validity.choices.includes(validity.recommendedDays)) problems.push({ kind: 'recommended-is-no-choice' });
  if (reminder.fromHour >= reminder.untilHour) problems.push({ kind: 'hours-reversed' });
  if (new Set(scenarios.map(({ code }) => code)).size < scenarios.length) problems.push({ kind: 'scenario-twice' });
  return problems;
}

function sentenceOf(problem: PolicyProblem): string {
  switch (problem.kind) {
    case 'too-small':
    case 'too-large':
    case 'wrong':
      return problem.sentence;
    case 'choice-above-most':
      return `validity.choices has a number above validity.maxDays (${problem.most}).`;
    case 'recommended-is-no-choice':
      return 'validity.recommendedDays must be one of validity.choices.';
    case 'hours-reversed':
      return 'reminder.fromHour must be before reminder.untilHour.';
    case 'scenario-twice':
      return 'scenarios has a code twice.';
    default:
      return never(problem);
  }
}

function sentence(path: readonly PropertyKey[], message: string): string {
  const words = message.replace(/^Invalid input: expected/, 'must be').replace(/^Unrecognized/, 'has an unrecognized');
  return `${path.join('.') || 'the policy'} ${words}.`;
}

function merge(base: unknown, over: unknown): unknown {
  if (!isPlain(base) || !isPlain(over)) return over === undefined ? base : over;
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...keys].map((key) => [key, merge(base[key], over[key])]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
