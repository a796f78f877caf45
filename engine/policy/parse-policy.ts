import { z } from 'zod';
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
  verification: z.strictObject({ unknownPerHour: count }),
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
export function mergePolicy(choices: unknown): { policy: Policy; mistakes: string[] } {
  const parsed = SCHEMA.safeParse(merge(DEFAULT_POLICY, choices));
  if (!parsed.success) {
    return {
      policy: DEFAULT_POLICY,
      mistakes: parsed.error.issues.map(({ path, message }) => sentence(path, message)),
    };
  }
  const mistakes = contradictions(parsed.data);
  return { policy: mistakes.length > 0 ? DEFAULT_POLICY : parsed.data, mistakes };
}

function contradictions({ validity, reminder, scenarios }: Policy): string[] {
  const mistakes: string[] = [];
  if (validity.choices.some((choice) => choice > validity.maxDays)) {
    mistakes.push(`validity.choices has a number above validity.maxDays (${validity.maxDays}).`);
  }
  if (!validity.choices.includes(validity.recommendedDays)) {
    mistakes.push('validity.recommendedDays must be one of validity.choices.');
  }
  if (reminder.fromHour >= reminder.untilHour) mistakes.push('reminder.fromHour must be before reminder.untilHour.');
  if (new Set(scenarios.map(({ code }) => code)).size < scenarios.length) mistakes.push('scenarios has a code twice.');
  return mistakes;
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
