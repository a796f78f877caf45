import { LANGUAGES, type Language } from '../../../engine/ports/language.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { show, withNote } from '../show.ts';
import type { Turn } from '../turn.ts';
import { button } from '../../telegram/buttons/button.ts';
import { resumeRow } from '../views/buttons.ts';
import { homeView } from './home-view.ts';
import { positionView } from './position.ts';

export async function chooseLanguage(turn: Turn): Promise<Effect[]> {
  const { language } = turn.account;
  const rows = LANGUAGES.map((each) => [languageButton(each, language)]);
  const inline = [...rows, resumeRow(language, turn.dialog !== undefined)];
  return show(turn, { html: text(language, 'language-choose'), inline });
}

/** Switches at once, and shows where the person is in the new language. */
export async function setLanguage(turn: Turn, { args }: CallbackData): Promise<Effect[]> {
  const language = LANGUAGES.find((each) => each === args[0]);
  if (!language) return chooseLanguage(turn);
  await turn.tx.accounts.setLanguage(turn.account.id, language, true);
  const switched = { ...turn, account: { ...turn.account, language, languageChosen: true } };
  const done = text(language, 'language-set');
  if (!turn.dialog) return show(switched, withNote(await homeView(switched), done));
  return [...show(switched, { html: done }), { kind: 'send', view: await positionView(switched) }];
}

function languageButton(language: Language, current: Language) {
  const name = plain(language, 'language-name');
  return button(language === current ? `✓ ${name}` : name, 'language:set', { args: [language] });
}
