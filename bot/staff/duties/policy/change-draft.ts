import type { RuleValue } from '../../../../engine/policy/policy-change.ts';
import { findRule, type Rule } from '../../../../engine/policy/rules.ts';
import { type CivilDate, parseCivilDate } from '../../../../engine/time/civil-date.ts';
import type { DialogState } from '../../dialog.ts';
import type { StaffTurn } from '../../turn.ts';

export const FLOW = 'policy';

/** What the dialog has gathered of a change so far. */
export interface ChangeDraft {
  step: string;
  rule: Rule;
  value?: RuleValue;
  day?: CivilDate;
  reason?: string;
}

export function draftState({ step, rule, value, day, reason }: ChangeDraft): DialogState {
  return {
    step,
    path: rule.path,
    ...(value !== undefined && { value }),
    ...(day !== undefined && { day }),
    ...(reason !== undefined && { reason }),
  };
}

/** The draft that the member is at; undefined when they are at something else. */
export function readDraft({ dialog }: StaffTurn): ChangeDraft | undefined {
  const { path, value, day, reason } = dialog?.flow === FLOW ? dialog.data : {};
  const rule = typeof path === 'string' ? findRule(path) : undefined;
  if (!rule || !dialog) return undefined;
  const date = typeof day === 'string' ? parseCivilDate(day) : undefined;
  return {
    step: dialog.step,
    rule,
    ...(isRuleValue(value) && { value }),
    ...(date && { day: date }),
    ...(typeof reason === 'string' && { reason }),
  };
}

/** The value of a rule as it was typed: a whole number, or several with anything between them. */
export function readValue({ kind, choices }: Rule, typed: string): RuleValue | undefined {
  const clean = typed.normalize('NFKC').trim();
  if (kind === 'choice') return choices.find((choice) => choice === clean);
  const numbers = clean.split(/[^0-9]+/).filter(Boolean);
  const sound = /^[0-9][0-9\s,;、，；/和and]*$/.test(clean) && numbers.every((number) => number.length <= 6);
  if (!sound) return undefined;
  if (kind === 'number') return numbers.length === 1 ? Number(numbers[0]) : undefined;
  return kind === 'numbers' ? numbers.map(Number) : undefined;
}

function isRuleValue(value: unknown): value is RuleValue {
  return (
    typeof value === 'number' ||
    typeof value === 'string' ||
    (Array.isArray(value) && value.every((item) => typeof item === 'number'))
  );
}
