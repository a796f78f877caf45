import { readReason, REASON_LENGTH } from '../../../../engine/staff/read-reason.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { text } from '../../../telegram/text/locale.ts';
import { parseDay } from '../../../telegram/text/parse-day.ts';
import type { Said } from '../../duty.ts';
import { deleteTyped } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { type ChangeDraft, readDraft, readValue } from './change-draft.ts';
import { askConfirm, askValue, askWhen, askWhy, takeDay, takeValue } from './change-steps.ts';
import { openRule } from './policy-views.ts';

/** What is typed while a change is being put together. */
export async function answerStep(turn: StaffTurn, said: Said): Promise<Effect[]> {
  const draft = readDraft(turn);
  if (!draft) return openRule(turn, '');
  turn.note({ about: draft.rule.path });
  const typed = said.kind === 'text' ? said.text : '';
  switch (draft.step) {
    case 'value':
      return takeTyped(turn, draft, typed);
    case 'day': {
      const day = parseDay(typed, turn.deps.zone.dateOf(turn.now));
      const note = text(turn.member.language, 'staff-policy-no-day');
      return day ? takeDay(turn, draft, day) : askWhen(turn, draft, note);
    }
    case 'reason':
      return takeReason(turn, draft, typed);
    default:
      return askConfirm(turn, draft);
  }
}

function takeTyped(turn: StaffTurn, draft: ChangeDraft, typed: string): Promise<Effect[]> {
  const value = readValue(draft.rule, typed);
  if (value !== undefined) return takeValue(turn, draft, value);
  return askValue(
    turn,
    draft.rule.path,
    text(turn.member.language, 'staff-policy-no-value', { kind: draft.rule.kind }),
  );
}

async function takeReason(turn: StaffTurn, draft: ChangeDraft, typed: string): Promise<Effect[]> {
  const { language } = turn.member;
  const reason = readReason(typed);
  if (reason.ok) return askConfirm(turn, { ...draft, reason: reason.value });
  const bounds = { least: String(REASON_LENGTH.least), most: String(REASON_LENGTH.most) };
  if (reason.refusal.kind === 'length') return askWhy(turn, draft, text(language, 'staff-find-reason-length', bounds));
  return [...deleteTyped(turn), ...(await askWhy(turn, draft, text(language, 'staff-find-reason-personal')))];
}
