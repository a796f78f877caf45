import { takeBackChange, type TakeBackRefusal } from '../../../../engine/policy/change-policy.ts';
import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import { formatDate } from '../../../telegram/text/dates.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { text } from '../../../telegram/text/locale.ts';
import type { StaffTurn } from '../../turn.ts';
import { openRule } from './policy-views.ts';
import { problemWords, ruleName } from './rule-words.ts';

/** Takes back a change that has not begun. */
export async function takeBack(turn: StaffTurn, { args: [id = ''] }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  const { language } = member;
  const asked = { now, today: deps.zone.dateOf(now), by: member.id, id };
  const taken = await takeBackChange(tx, deps.rules.configured, asked);
  if (!taken.ok) {
    turn.note({ refusal: taken.refusal.kind });
    return openRule(turn, pathOf(taken.refusal), refusalWords(turn, taken.refusal));
  }
  const { path, effectiveFrom } = taken.value;
  turn.note({ about: path, facts: { from: effectiveFrom } });
  const words = { name: ruleName(language, path), day: formatDate(language, effectiveFrom) };
  return openRule(turn, path, text(language, 'staff-policy-taken-back', words));
}

function pathOf(refusal: TakeBackRefusal): string {
  return refusal.kind === 'begun' ? refusal.change.path : '';
}

function refusalWords({ member: { language } }: StaffTurn, refusal: TakeBackRefusal): string {
  const problems = 'problems' in refusal ? refusal.problems.map((problem) => problemWords(language, problem)) : [];
  return text(language, 'staff-policy-not-taken-back', {
    kind: refusal.kind,
    day: 'day' in refusal ? formatDate(language, refusal.day) : '',
    problems: problems.join(' '),
  });
}
