import type { Capability } from '../../engine/staff/permissions.ts';
import type { Effect } from '../telegram/effects.ts';
import { plain, text } from '../telegram/text/locale.ts';
import type { Entry } from './duty.ts';
import { show, toast } from './show.ts';
import type { StaffTurn } from './turn.ts';

/** What is for the eyes of one member alone, and so not for the staff group. */
export function inPrivate<Input>(
  needs: Capability,
  handle: (turn: StaffTurn, input: Input) => Promise<Effect[]>,
): Entry<Input> {
  return {
    needs,
    handle: async (turn, input) => {
      if (turn.place.kind === 'private') return handle(turn, input);
      turn.note({ refusal: 'not-private' });
      const { language } = turn.member;
      if (turn.event.kind === 'tap') return toast(turn, plain(language, 'staff-private-only'));
      const there = { text: plain(language, 'button-open-chat'), url: `https://t.me/${turn.deps.username}` };
      return show(turn, { html: text(language, 'staff-private-only'), inline: [[there]] });
    },
  };
}
