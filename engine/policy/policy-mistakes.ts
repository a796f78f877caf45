import type { Policy } from './policy.ts';

/** A number or choice that the rules can't work with. */
export interface PolicyMistake {
  /** Where in the policy, `validity.maxDays`. */
  path: string;
  /** What it must be instead, to complete "… must be". */
  must: string;
}

/** Every mistake in a policy of the right shape: what no single field's type can say. */
export function policyMistakes(policy: Policy): PolicyMistake[] {
  return [...zoneMistakes(policy), ...validityMistakes(policy), ...numberMistakes(policy), ...reminderMistakes(policy)];
}

function zoneMistakes({ zone }: Policy): PolicyMistake[] {
  const known = zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone) || resolves(zone);
  return known ? [] : [{ path: 'zone', must: 'an IANA time zone, like Asia/Shanghai' }];
}

// Links such as Asia/Chongqing are zones as well, but not listed among the supported values.
function resolves(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function validityMistakes({ validity, scenarios }: Policy): PolicyMistake[] {
  const { maxDays, choices, recommendedDays } = validity;
  const mistakes: PolicyMistake[] = [];
  if (!isCount(maxDays)) mistakes.push({ path: 'validity.maxDays', must: 'a whole number, 1 or more' });
  if (choices.length === 0 || !choices.every((days) => isCount(days) && days <= maxDays)) {
    mistakes.push({ path: 'validity.choices', must: `whole numbers of days from 1 to ${maxDays}, at least one` });
  }
  if (!choices.includes(recommendedDays)) {
    mistakes.push({ path: 'validity.recommendedDays', must: 'one of validity.choices' });
  }
  const codes = scenarios.map((scenario) => scenario.code);
  if (codes.length === 0 || new Set(codes).size < codes.length || !codes.every((code) => /^[a-z0-9-]+$/.test(code))) {
    mistakes.push({ path: 'scenarios', must: 'a list of at least one, with different codes of [a-z0-9-]' });
  }
  return mistakes;
}

function numberMistakes({ quota, generation, linking, dialog }: Policy): PolicyMistake[] {
  const counts = {
    'quota.limit': quota.limit,
    'quota.windowDays': quota.windowDays,
    'generation.attempts': generation.attempts,
    'linking.accountFailures': linking.accountFailures,
    'linking.holderFailures': linking.holderFailures,
  };
  const hours = {
    'generation.promiseHours': generation.promiseHours,
    'linking.accountLockHours': linking.accountLockHours,
    'linking.holderLockHours': linking.holderLockHours,
    'linking.codeHours': linking.codeHours,
    'dialog.hours': dialog.hours,
  };
  return [
    ...wrong(counts, isCount, 'a whole number, 1 or more'),
    ...wrong(hours, (value) => Number.isFinite(value) && value > 0, 'a number above 0'),
  ];
}

function reminderMistakes({ reminder }: Policy): PolicyMistake[] {
  const { daysBefore, fromHour, untilHour } = reminder;
  const mistakes: PolicyMistake[] = [];
  if (new Set(daysBefore).size < daysBefore.length || !daysBefore.every(isCount)) {
    mistakes.push({ path: 'reminder.daysBefore', must: 'different whole numbers, 1 or more' });
  }
  const window = Number.isInteger(fromHour) && Number.isInteger(untilHour) && fromHour >= 0 && untilHour <= 24;
  if (!window || fromHour >= untilHour) {
    mistakes.push({ path: 'reminder.fromHour', must: 'a whole hour before reminder.untilHour, both from 0 to 24' });
  }
  return mistakes;
}

function wrong(values: Record<string, number>, right: (value: number) => boolean, must: string): PolicyMistake[] {
  return Object.entries(values)
    .filter(([, value]) => !right(value))
    .map(([path]) => ({ path, must }));
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}
