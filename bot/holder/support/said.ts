import { withoutIdentityNumbers } from '../update/identity-number-in.ts';
import type { HolderEvent, SentFile, Turn } from '../turn.ts';
import type { SaidToStaff } from './state.ts';

export interface Said {
  content: SaidToStaff;
  messageId: number;
  replyTo: number | undefined;
  /** An identity number was in it, which is masked in `content`. */
  masked: boolean;
}

/** What a person said that staff can be shown; `unfit` for a sticker, a voice or any other kind of file. */
export function readSaid({ event }: Pick<Turn, 'event'>): Said | 'unfit' | undefined {
  switch (event.kind) {
    case 'text':
      return saidOf(event, event.text);
    case 'document':
      return isShown(event.file) ? saidOf(event, event.caption, event.file) : 'unfit';
    case 'other':
      return event.photo ? saidOf(event, event.caption, event.photo) : 'unfit';
    default:
      return undefined;
  }
}

type Speaking = Extract<HolderEvent, { kind: 'text' | 'document' | 'other' }>;

function saidOf({ messageId, replyTo }: Speaking, typed: string, sent?: SentFile): Said {
  const text = withoutIdentityNumbers(typed);
  const content: SaidToStaff = sent
    ? { kind: 'file', text, file: { fileId: sent.fileId, name: sent.name, bytes: sent.bytes ?? 0 } }
    : { kind: 'text', text };
  return { content, messageId, replyTo, masked: text !== typed };
}

/** Pictures and PDF documents: what people have to show, and what opens without harm. */
function isShown({ mimeType, name }: SentFile): boolean {
  return /^image\/(jpeg|png|webp|heic)$/.test(mimeType) || mimeType === 'application/pdf' || /\.pdf$/i.test(name);
}
