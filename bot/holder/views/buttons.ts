import type { Language } from '../../../engine/ports/language.ts';
import { button } from '../../telegram/buttons/button.ts';
import type { InlineButton } from '../../telegram/effects.ts';
import { plain } from '../../telegram/text/locale.ts';

export function homeButton(language: Language): InlineButton {
  return button(plain(language, 'button-home'), 'home:show');
}

/** The way back to where the person was: the unfinished step, or the home page. */
export function resumeRow(language: Language, unfinished: boolean): InlineButton[] {
  if (!unfinished) return [homeButton(language)];
  return [button(plain(language, 'button-continue-here'), 'home:resume', { style: 'primary' })];
}

/** Ends the dialog whose step the button belongs to. */
export function cancelButton(language: Language, version: number): InlineButton {
  return button(plain(language, 'button-cancel'), 'home:cancel', { version });
}
