import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { LANGUAGES } from '../../../../engine/ports/language.ts';
import { leaveDialog } from '../../dialog.ts';
import type { Duty } from '../../duty.ts';
import { show, stripStep } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { helpView } from './help-view.ts';

/** What every member can do whatever else they may: look around, choose a language, stop what they are doing. */
export const basicsDuty: Duty = {
  commands: {
    start: { needs: 'help', handle: (turn, code) => start(turn, code) },
    help: { needs: 'help', handle: async (turn) => show(turn, helpView(turn.deps, turn.member)) },
    language: { needs: 'help', handle: chooseLanguage },
    cancel: { needs: 'help', handle: cancel },
  },
  taps: {
    'basics:language': { needs: 'help', handle: setLanguage },
    'basics:cancel': { needs: 'help', handle: cancel },
  },
};

/** A member who comes with an invitation keeps their role. */
async function start(turn: StaffTurn, code: string): Promise<Effect[]> {
  const { deps, member } = turn;
  const help = helpView(deps, member);
  if (code === '') return show(turn, help);
  return show(turn, { ...help, html: `${text(member.language, 'staff-member-already')}\n\n${help.html}` });
}

async function chooseLanguage(turn: StaffTurn): Promise<Effect[]> {
  const choices = LANGUAGES.map((language) => [
    button(plain(language, 'language-name'), 'basics:language', { args: [language] }),
  ]);
  return show(turn, { html: text(turn.member.language, 'staff-language'), inline: choices });
}

async function setLanguage(turn: StaffTurn, { args: [wanted] }: CallbackData): Promise<Effect[]> {
  const language = LANGUAGES.find((known) => known === wanted) ?? turn.member.language;
  await turn.tx.staff.members.setLanguage(turn.member.id, language);
  const help = helpView(turn.deps, { ...turn.member, language });
  return show(turn, help, plain(language, 'staff-language-set'));
}

/** Ends what the member is in the middle of; its buttons go. */
async function cancel(turn: StaffTurn): Promise<Effect[]> {
  const { dialog, member, event } = turn;
  if (!dialog) return show(turn, { html: text(member.language, 'staff-nothing-to-cancel') });
  await leaveDialog(turn);
  const strip = event.kind === 'tap' ? [] : stripStep(turn);
  return [...strip, ...show(turn, { html: text(member.language, 'staff-cancelled') })];
}
