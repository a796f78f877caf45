import { REASON_LENGTH, type ReasonRefusal } from '../../engine/staff/read-reason.ts';
import type { Effect } from '../telegram/effects.ts';
import { text } from '../telegram/text/locale.ts';
import { deleteTyped, show } from './show.ts';
import type { StaffTurn } from './turn.ts';

/** Says why a typed reason isn't taken. One with somebody's number in it does not stay in the chat. */
export function refuseReason(turn: StaffTurn, { kind }: ReasonRefusal): Effect[] {
  const { language } = turn.member;
  turn.note({ refusal: `reason-${kind}` });
  if (kind === 'personal')
    return [...deleteTyped(turn), ...show(turn, { html: text(language, 'staff-find-reason-personal') })];
  const { least, most } = REASON_LENGTH;
  return show(turn, { html: text(language, 'staff-find-reason-length', { least: String(least), most: String(most) }) });
}
