import type { Language } from '../../../engine/ports/language.ts';
import { packCallback } from '../../telegram/callback-data.ts';
import type { ButtonStyle, InlineButton } from '../../telegram/effects.ts';
import { plain } from '../../telegram/locale.ts';

interface Tap {
  args?: readonly string[];
  /** Of the dialog, for a button that belongs to a step. */
  version?: number;
  style?: ButtonStyle;
}

/** A button that leads to an action of a feature, `to` being `feature:action`. */
export function button(
  label: string,
  to: `${string}:${string}`,
  { args = [], version, style }: Tap = {},
): InlineButton {
  const [feature = '', action = ''] = to.split(':');
  const data = packCallback({ feature, action, args: [...args], ...(version === undefined ? {} : { version }) });
  return { text: label, data, ...(style === undefined ? {} : { style }) };
}

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
