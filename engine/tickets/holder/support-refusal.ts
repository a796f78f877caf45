import type { Policy } from '../../policy/policy.ts';
import type { Transaction } from '../../ports/storage.ts';
import { HOUR_MS, type Instant, later } from '../../time/instant.ts';
import type { Ticket, TicketContent } from '../ticket.ts';

/** What a holder has to say, and the message in which they said it. */
export interface Writing {
  now: Instant;
  accountId: string;
  content: Extract<TicketContent, { kind: 'text' | 'file' }>;
  said: { chatId: number; messageId: number };
}

/** Why what somebody wrote doesn't become part of a ticket. */
export type SupportRefusal =
  | { kind: 'nothing-said' }
  | { kind: 'too-long'; characters: number; limit: number }
  | { kind: 'file-too-large'; limitMegabytes: number }
  | { kind: 'too-often'; perHour: number }
  | { kind: 'too-many-open'; open: Ticket[]; limit: number }
  /** There is no such ticket of theirs, or it was closed too long ago to be taken up again. */
  | { kind: 'no-such-ticket' };

/** With what is said of the ticket around it, it has to fit Telegram's 1024. */
const LONGEST_CAPTION = 700;
const MEGABYTE = 1024 * 1024;

/** What is wrong with a text or file as such, or with how much an account writes. */
export async function judgeWriting(
  tx: Transaction,
  { support }: Pick<Policy, 'support'>,
  { now, accountId, content }: Writing,
): Promise<SupportRefusal | undefined> {
  const characters = Array.from(content.text).length;
  const { fileMegabytes: limitMegabytes, messagesPerHour: perHour } = support;
  const limit = content.kind === 'file' ? Math.min(LONGEST_CAPTION, support.characters) : support.characters;
  if (content.kind === 'text' && content.text.trim() === '') return { kind: 'nothing-said' };
  if (characters > limit) return { kind: 'too-long', characters, limit };
  if (content.kind === 'file' && (content.file?.bytes ?? 0) > limitMegabytes * MEGABYTE) {
    return { kind: 'file-too-large', limitMegabytes };
  }
  const written = await tx.tickets.countWritten(accountId, later(now, -HOUR_MS));
  return written >= perHour ? { kind: 'too-often', perHour } : undefined;
}
