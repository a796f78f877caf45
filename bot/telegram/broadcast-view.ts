import type { Policy } from '../../engine/policy/policy.ts';
import type { Bilingual, Language } from '../../engine/ports/language.ts';
import type { View } from './effects.ts';
import { text } from './text/locale.ts';

/** A message to many, as holders see it and staff before it is sent. What was typed is no markup. */
export function broadcastView(language: Language, { authority }: Policy, texts: Bilingual): View {
  return { html: text(language, 'broadcast', { authority: authority.name[language], words: texts[language] }) };
}
