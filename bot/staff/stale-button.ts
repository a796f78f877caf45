import type { Effect } from '../telegram/effects.ts';
import { plain } from '../telegram/text/locale.ts';
import { toast } from './show.ts';
import type { StaffTurn } from './turn.ts';

/** Says to whoever tapped it that a button is of a step that is over, or that no button of ours says that. */
export function staleButton(turn: Pick<StaffTurn, 'event' | 'place' | 'member' | 'note'>): Effect[] {
  turn.note({ refusal: 'stale' });
  return toast(turn, plain(turn.member.language, 'staff-stale-button'));
}
