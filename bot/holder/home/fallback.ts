import { identityNumberIn } from '../update/identity-number-in.ts';
import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import { deleteTyped, show, withNote } from '../show.ts';
import type { Turn } from '../turn.ts';
import { positionView } from './position.ts';

type Words = 'fallback-text' | 'fallback-other' | 'unknown-command' | 'identity-number-removed';

/** A helpful answer to what doesn't fit anywhere: says so, and shows where the person is. */
export async function outOfPlace(turn: Turn, words: Words): Promise<Effect[]> {
  return show(turn, withNote(await positionView(turn), text(turn.account.language, words)));
}

/** A contact that nobody asked for, mostly by a keyboard that stayed behind: it goes. */
export async function needlessContact(turn: Turn): Promise<Effect[]> {
  const html = text(turn.account.language, 'fallback-contact');
  return [{ kind: 'send', view: { html, reply: 'remove' } }, ...show(turn, await positionView(turn))];
}

/** An identity number where none was asked for doesn't stay in the chat. */
export async function removeIdentityNumber(turn: Turn): Promise<Effect[]> {
  return [...deleteTyped(turn), ...(await outOfPlace(turn, 'identity-number-removed'))];
}

/** Whether the person typed an identity number, in whatever they sent. */
export function typedIdentityNumber({ event }: Turn): boolean {
  switch (event.kind) {
    case 'text':
    case 'edited':
      return identityNumberIn(event.text);
    case 'command':
      return identityNumberIn(`${event.name} ${event.payload}`);
    case 'document':
    case 'other':
      return identityNumberIn(event.caption);
    default:
      return false;
  }
}
