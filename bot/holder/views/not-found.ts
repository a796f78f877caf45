import type { Language } from '../../../engine/ports/language.ts';
import type { View } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import { homeButton } from './buttons.ts';

/** The same for what does not exist and for what is somebody else's. */
export function notFoundView(language: Language): View {
  return { html: text(language, 'refusal-not-yours'), inline: [[homeButton(language)]] };
}
