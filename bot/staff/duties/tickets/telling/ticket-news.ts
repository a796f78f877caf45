import type { Transaction } from '../../../../../engine/ports/storage.ts';
import { type Ticket, type TicketEntry, ticketName } from '../../../../../engine/tickets/ticket.ts';
import { text } from '../../../../telegram/text/locale.ts';
import type { NewsFacts, NewsWriter, StaffNews } from '../../../duty.ts';
import { postView, type Shown, ticketCardView } from './post-view.ts';
import { topicName } from '../ticket-words.ts';
import { topicChanges } from './topic-effects.ts';

const MEGABYTE = 1024 * 1024;

/** What a holder wrote, or what happened to a ticket. */
export const tellEntry: NewsWriter = async (tx, facts) => {
  const { message } = facts.item;
  if (message.kind !== 'ticket-post') return 'drop';
  const ticket = await tx.tickets.get(message.ticketId);
  const entry = await tx.tickets.getEntry(message.entryId);
  if (!ticket || entry?.ticketId !== ticket.id) return 'drop';
  const view = await postView(shownTo(tx, facts), ticket, entry);
  return { view, ...(await placeOf(tx, facts, ticket)), ...fileOf(facts, entry, view) };
};

/** All of a ticket, for whoever it was handed to or who asked for it. */
export const tellCard: NewsWriter = async (tx, facts) => {
  const { item } = facts;
  if (item.message.kind !== 'ticket-card') return 'drop';
  const ticket = await tx.tickets.get(item.message.ticketId);
  if (!ticket) return 'drop';
  const view = await ticketCardView(shownTo(tx, facts), ticket);
  return { view, ...(await placeOf(tx, facts, ticket)) };
};

/** What became of an answer, under the answer. */
export const tellReceipt: NewsWriter = async (tx, { item: { message }, to }) => {
  if (message.kind !== 'ticket-receipt') return 'drop';
  const ticket = await tx.tickets.get(message.ticketId);
  const entry = await tx.tickets.getEntry(message.entryId);
  if (!ticket || !entry?.delivery) return 'drop';
  const facts = { ticket: ticketName(ticket), delivery: entry.delivery };
  const html = text(to.language, 'staff-ticket-receipt', facts);
  const here = entry.said?.chatId === to.chatId ? { replyTo: entry.said.messageId } : {};
  return { view: { html }, ...here, ...threadOf(ticket, to.chatId) };
};

/** A holder had everything erased: the topic goes, with all that is in it. */
export const tellErased: NewsWriter = async (tx, { item: { message }, to }) => {
  if (message.kind !== 'ticket-erased') return 'drop';
  const ticket = await tx.tickets.get(message.ticketId);
  if (!ticket) return 'drop';
  const html = text(to.language, 'staff-ticket-erased', { ticket: ticketName(ticket) });
  const { threadId } = threadOf(ticket, to.chatId);
  const deleted = threadId === undefined ? [] : [{ threadId, change: { kind: 'delete' } as const }];
  return { view: { html }, topicChanges: deleted };
};

function shownTo(tx: Transaction, { item, now, to: { kind, language } }: NewsFacts): Shown {
  return { tx, now, language, ...(kind === 'member' && { reader: item.accountId }) };
}

function threadOf({ topic }: Ticket, chatId: number): { threadId?: number } {
  return topic?.chatId === chatId ? { threadId: topic.threadId } : {};
}

type Where = Pick<StaffNews, 'threadId' | 'topic' | 'replyTo' | 'topicChanges'>;

/** A topic of its own in a group that has them; elsewhere below the first message about it. */
async function placeOf(tx: Transaction, { item, to }: NewsFacts, ticket: Ticket): Promise<Where> {
  if (to.kind === 'group' && (await tx.staff.settings.get('group-has-topics')) === '1') {
    return inTopic(tx, to, ticket);
  }
  const first = await tx.outbox.messageOf(`staff:ticket-post:${ticket.id}.1:${item.accountId}`);
  return first === undefined ? {} : { replyTo: first };
}

async function inTopic(tx: Transaction, { chatId, language }: NewsFacts['to'], ticket: Ticket): Promise<Where> {
  const { threadId } = threadOf(ticket, chatId);
  if (threadId !== undefined) {
    const changes = await topicChanges({ tx, language }, ticket);
    return { threadId, topicChanges: changes.map((change) => ({ threadId, change })) };
  }
  // Before it is tried: a process that dies then can't say whether a topic was opened.
  await tx.tickets.countTopicTry(ticket.id, 1);
  return {
    topic: {
      name: await topicName(tx, language, ticket),
      opened: (later, id) => later.tickets.setTopic(ticket.id, { chatId, threadId: id }),
      notOpened: (later) => later.tickets.countTopicTry(ticket.id, -1),
    },
  };
}

/** A file goes from the one bot to the other by its bytes, which are kept nowhere. */
function fileOf({ deps, to: { language } }: NewsFacts, { content }: TicketEntry, view: StaffNews['view']) {
  if (content.kind !== 'file' || content.file === null) return {};
  const { fileId, name } = content.file;
  const maxBytes = deps.policy.support.fileMegabytes * MEGABYTE;
  const otherwise = { ...view, html: `${view.html}\n\n${text(language, 'staff-ticket-file-lost')}` };
  return { file: { name: asciiName(name), bytes: () => deps.holderFile(fileId, maxBytes), otherwise } };
}

// A name outside ASCII arrives mangled, and may be a person's.
function asciiName(name: string): string {
  const ending = /\.(pdf|jpe?g|png|webp|heic)$/i.exec(name)?.[0].toLowerCase();
  return `attachment${ending ?? ''}`;
}
