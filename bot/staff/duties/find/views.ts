import type { Language } from '../../../../engine/ports/language.ts';
import type { Transaction } from '../../../../engine/ports/storage.ts';
import { button } from '../../../telegram/buttons/button.ts';
import type { InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';

export function goneView(language: Language): View {
  return { html: text(language, 'staff-find-gone'), inline: [[searchButton(language)]] };
}

export function searchButton(language: Language): InlineButton {
  return button(plain(language, 'staff-find-button-search'), 'find:search');
}

export function cardButton(language: Language, holderId: string): InlineButton {
  return button(plain(language, 'staff-find-button-card'), 'find:card', { args: [holderId] });
}

/** A view with a sentence above it. Both are HTML. */
export function withNote(view: View, note: string): View {
  return { ...view, html: `${note}\n\n${view.html}` };
}

/** Whoever a row of the audit or a proposal names; what is left of one who is no member any more. */
export async function memberName(tx: Transaction, id: string | null): Promise<string> {
  const member = id === null ? undefined : await tx.staff.members.get(id);
  return member?.name ?? '—';
}
