import { openTicket } from '../../../engine/tickets/holder/open-ticket.ts';
import { ticketsInReach } from '../../../engine/tickets/holder/own-tickets.ts';
import { ticketName } from '../../../engine/tickets/ticket.ts';
import { writeToTicket } from '../../../engine/tickets/holder/write-to-ticket.ts';
import { never } from '../../../engine/result.ts';
import type { Effect, View } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import { hotline } from '../../telegram/text/words.ts';
import { deleteTyped, show, stripStep, withNote } from '../show.ts';
import type { DialogTurn, Turn } from '../turn.ts';
import { answerReference } from '../verify/verify-reference.ts';
import { readSaid, type Said } from './said.ts';
import { readSupport, type SaidToStaff } from './state.ts';
import { enterSupport } from './support.ts';
import { moreView, offerView, supportRefusalView, writeView } from './views.ts';

/** Anything but a tap, while talking to the staff. */
export async function answerSupport(turn: DialogTurn): Promise<Effect[]> {
  const state = readSupport(turn.dialog);
  const said = readSaid(turn);
  if (said === 'unfit' || said === undefined) return unfit(turn);
  switch (state.step) {
    case 'write':
      return open(turn, said);
    case 'more':
      return [...stripStep(turn), ...(await writeTo(turn, said, state.ticketId))];
    case 'offer': {
      const checked = await answerReference(turn);
      if (checked) return checked;
      return offer(turn, { ...said, content: together(state.content, said.content) });
    }
    default:
      return never(state);
  }
}

/** What is said in reply to an answer of the staff belongs to its ticket; undefined for any other message. */
export async function answerReply(turn: Turn): Promise<Effect[] | undefined> {
  const said = readSaid(turn);
  if (said === undefined || said === 'unfit' || said.replyTo === undefined) return undefined;
  const { tx, account } = turn;
  const item = await tx.outbox.findSent('holder', account.id, said.replyTo);
  if (item?.bot !== 'holder') return undefined;
  const { message } = item;
  if (message.kind !== 'ticket-answer' && message.kind !== 'ticket-closed') return undefined;
  return writeTo(turn, said, message.ticketId);
}

/** Asks whether what was said outside any step is meant for the staff, if there is a ticket; undefined without one. */
export async function offerToStaff(turn: Turn): Promise<Effect[] | undefined> {
  const said = readSaid(turn);
  if (said === undefined || said === 'unfit' || turn.event.kind === 'document') return undefined;
  const { tx, deps, now, account } = turn;
  const tickets = await ticketsInReach(tx, deps, { now, accountId: account.id });
  return tickets.length === 0 ? undefined : offer(turn, said);
}

/** The view of the step that the person is at. */
export async function supportStep(turn: DialogTurn): Promise<View> {
  const { tx, deps, now, account, dialog } = turn;
  const { language } = account;
  const state = readSupport(dialog);
  if (state.step === 'write') return writeView(language, deps.policy, dialog.version);
  if (state.step === 'offer') {
    return offerView(language, await ticketsInReach(tx, deps, { now, accountId: account.id }), dialog.version);
  }
  const ticket = await tx.tickets.get(state.ticketId);
  return moreView(language, text(language, 'support-go-on', { ticket: ticket ? ticketName(ticket) : '' }));
}

async function open(turn: DialogTurn, said: Said): Promise<Effect[]> {
  const { tx, deps, account } = turn;
  const { language } = account;
  const opened = await openTicket(tx, deps, writingOf(turn, said));
  if (!opened.ok)
    return [...tidy(turn, said), ...show(turn, supportRefusalView(language, deps.policy, opened.refusal))];
  const ticket = opened.value;
  await enterSupport(turn, { step: 'more', ticketId: ticket.id });
  const html = text(language, 'support-opened', { ticket: ticketName(ticket), ...hotline(language, deps.policy) });
  return [...tidy(turn, said), ...stripStep(turn), ...show(turn, masked(turn, said, moreView(language, html)))];
}

/** Adds to a ticket, and stays with it. */
export async function writeTo(turn: Turn, said: Said, ticketId: string): Promise<Effect[]> {
  const { tx, deps, account } = turn;
  const { language } = account;
  const written = await writeToTicket(tx, deps, { ...writingOf(turn, said), ticketId });
  if (!written.ok)
    return [...tidy(turn, said), ...show(turn, supportRefusalView(language, deps.policy, written.refusal))];
  const entered = await enterSupport(turn, { step: 'more', ticketId });
  const html = text(language, 'support-added', { ticket: ticketName(written.value) });
  return [...tidy(turn, said), ...show(entered, masked(turn, said, moreView(language, html)))];
}

function writingOf({ now, account }: Turn, { content, messageId }: Said) {
  return { now, accountId: account.id, content, said: { chatId: account.userId, messageId } };
}

async function offer(turn: Turn, said: Said): Promise<Effect[]> {
  const entered = await enterSupport(turn, { step: 'offer', content: said.content, messageId: said.messageId });
  return [...tidy(turn, said), ...show(entered, masked(turn, said, await supportStep(entered)))];
}

/** People write a thought in several messages: texts are joined, a file takes the place of what was before. */
function together(before: SaidToStaff, now: SaidToStaff): SaidToStaff {
  return before.kind === 'text' && now.kind === 'text' ? { kind: 'text', text: `${before.text}\n${now.text}` } : now;
}

async function unfit(turn: DialogTurn): Promise<Effect[]> {
  const words = text(turn.account.language, turn.event.kind === 'contact' ? 'fallback-contact' : 'support-unfit');
  return show(turn, withNote(await supportStep(turn), words));
}

/** A message with an identity number doesn't stay in the chat. */
function tidy(turn: Turn, said: Said): Effect[] {
  return said.masked ? deleteTyped(turn) : [];
}

function masked({ account }: Turn, said: Said, view: View): View {
  return said.masked ? withNote(view, text(account.language, 'support-masked')) : view;
}
