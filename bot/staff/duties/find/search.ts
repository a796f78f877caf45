import { findHolders, type FoundHolders } from '../../../../engine/staff/find/find-holders.ts';
import { type HolderSearch, readSearch } from '../../../../engine/staff/find/read-search.ts';
import type { MaskedHolder } from '../../../../engine/staff/find/mask-holder.ts';
import { hasPersonalNumber } from '../../../../engine/staff/read-reason.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import { button } from '../../../telegram/buttons/button.ts';
import type { Effect, InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { enterStep } from '../../dialog.ts';
import type { Said } from '../../duty.ts';
import { deleteTyped, show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { isElsewhere, leaveFind } from './leave-find.ts';
import { cardView } from './card-view.ts';
import { goneView, searchButton, withNote } from './views.ts';

/** `/find` with or without what to look for. */
export function search(turn: StaffTurn, typed: string): Promise<Effect[]> {
  return typed.trim() === '' ? askSearch(turn) : lookFor(turn, typed);
}

/** Asks what to look for; what is typed next is that. */
export async function askSearch(turn: StaffTurn): Promise<Effect[]> {
  return show(await enterStep(turn, 'find', { step: 'search' }), {
    html: text(turn.member.language, 'staff-find-how'),
  });
}

export async function answerSearch(turn: StaffTurn, said: Said): Promise<Effect[]> {
  if (said.kind === 'text') return lookFor(turn, said.text);
  return show(turn, { html: text(turn.member.language, 'staff-find-please-type') });
}

/** The card of a holder, wherever the member was before; `note` is HTML that comes first. */
export async function showCard(turn: StaffTurn, holderId: string, note?: string): Promise<Effect[]> {
  const view = await cardView(turn, holderId);
  turn.note(view ? { holderId } : { refusal: 'no-such-holder' });
  const shown = view ?? goneView(turn.member.language);
  return show(await leaveFind(turn), note === undefined ? shown : withNote(shown, note));
}

async function lookFor(turn: StaffTurn, typed: string): Promise<Effect[]> {
  const { tx, member } = turn;
  const { language } = member;
  const asked = readSearch(typed);
  if (!asked) return askSearch(turn);
  const found = await findHolders(tx, asked);
  if (found.by === 'nothing') return sayNothing(turn, typed, asked);
  // Found by what is no number of ours, so what was typed is about a person.
  const tidy = found.by === 'person' ? deleteTyped(turn) : [];
  note(turn, found);
  const left = await leaveFind(turn);
  const [only] = found.holders;
  if (found.holders.length > 1 || !only) return [...tidy, ...show(left, severalView(language, found))];
  const view = await cardView(left, only.id, focusOf(found));
  return [...tidy, ...show(left, view ?? goneView(language))];
}

/** The next message is another try, unless the member is in the middle of something else. */
async function sayNothing(turn: StaffTurn, typed: string, { person }: HolderSearch): Promise<Effect[]> {
  turn.note({ facts: { by: person ? 'person' : 'number', found: 0 } });
  const lacking = person ? 'nothing' : lackingIn(typed);
  const tidy = person || lacking !== 'nothing' ? deleteTyped(turn) : [];
  const next = isElsewhere(turn) ? turn : await enterStep(turn, 'find', { step: 'search' });
  return [...tidy, ...show(next, { html: text(turn.member.language, 'staff-find-nothing', { lacking }) })];
}

/** What keeps a text from naming one person, though it is about somebody. */
function lackingIn(typed: string): 'number' | 'name' | 'nothing' {
  if (hasPersonalNumber(typed)) return 'name';
  return /\p{N}/u.test(typed) ? 'nothing' : 'number';
}

function note(turn: StaffTurn, found: FoundHolders): void {
  const facts = { by: found.by, found: found.holders.length };
  const [only] = found.holders;
  turn.note({
    facts,
    ...(found.by === 'person' ? {} : { about: found.about }),
    ...(only && found.holders.length === 1 ? { holderId: only.id } : {}),
  });
}

/** What the search was about leads the card. */
function focusOf(found: FoundHolders): InlineButton[] {
  if (found.by === 'endorsement') return [button(found.about, 'find:endorsement', { args: [found.endorsementId] })];
  if (found.by === 'management-number') {
    return [button(found.about, 'find:certificate', { args: [found.certificateId] })];
  }
  return [];
}

function severalView(language: Language, found: FoundHolders): View {
  const { holders } = found;
  const count = String(holders.length);
  const more = found.by === 'person' && found.more ? text(language, 'staff-find-several-more', { count }) : undefined;
  const html = [text(language, 'staff-find-several', { count }), more]
    .filter((part) => part !== undefined)
    .join('\n\n');
  return { html, inline: [...holders.map((holder) => [holderButton(language, holder)]), [searchButton(language)]] };
}

function holderButton(language: Language, { id, name, documentNumber }: MaskedHolder): InlineButton {
  return button(plain(language, 'staff-find-several-button', { name, number: documentNumber }), 'find:card', {
    args: [id],
  });
}
