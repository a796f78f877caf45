import type { Language } from '../../../../engine/ports/language.ts';
import type { QueueDeed } from '../../../../engine/staff/queue/settle-queued.ts';
import { QUEUE_LISTS, type QueueList } from '../../../../engine/staff/queue/queue-lists.ts';
import { plain } from '../../../telegram/text/locale.ts';

export function listName(language: Language, list: QueueList): string {
  return plain(language, 'staff-queue-list-name', { list });
}

export function reasonWords(language: Language, because: string | null): string {
  return plain(language, 'staff-reason', { reason: because ?? 'none' });
}

export function readList(text: string | undefined): QueueList | undefined {
  return QUEUE_LISTS.find((list) => list === text);
}

export function readDeed(text: string | undefined): QueueDeed | undefined {
  return (['retry', 'give-up'] as const).find((deed) => deed === text);
}
