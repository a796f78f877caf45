import { groupAccount } from '../../../../engine/outbox/enqueue-for-staff.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import { LANGUAGES } from '../../../../engine/ports/language.ts';
import type { Ticket } from '../../../../engine/tickets/ticket.ts';
import type { StaffTurn } from '../../turn.ts';
import type { Shown } from './telling/post-view.ts';

/** The ticket that a message of ours was about, by what the outbox sent there and by nothing that is said in it. */
export async function ticketOfMessage(
  { tx, place, member }: StaffTurn,
  messageId: number,
): Promise<Ticket | undefined> {
  const account = place.kind === 'group' ? groupAccount(place.chatId) : member.id;
  const item = await tx.outbox.findSent('staff', account, messageId);
  if (item?.bot !== 'staff' || !('ticketId' in item.message)) return undefined;
  return tx.tickets.get(item.message.ticketId);
}

/** The ticket that a forum topic is of. */
export async function ticketOfTopic({ tx, place: { chatId, threadId } }: StaffTurn): Promise<Ticket | undefined> {
  return threadId === null ? undefined : tx.tickets.findByTopic({ chatId, threadId });
}

/** For whom a ticket is shown here. */
export async function shownHere(turn: StaffTurn): Promise<Shown> {
  const { tx, now, place, member } = turn;
  const shown = { tx, now, language: await languageHere(turn) };
  return place.kind === 'private' ? { ...shown, reader: member.id } : shown;
}

/** A group reads one language, whoever taps; a member their own. */
export async function languageHere({ tx, place, member }: StaffTurn): Promise<Language> {
  if (place.kind === 'private') return member.language;
  const chosen = await tx.staff.settings.get('group-language');
  return LANGUAGES.find((known) => known === chosen) ?? LANGUAGES[0];
}
