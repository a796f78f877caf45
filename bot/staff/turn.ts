import type { AuditNote } from '../../engine/staff/act.ts';
import type { Member } from '../../engine/staff/member.ts';
import type { Policy } from '../../engine/policy/policy.ts';
import type { PolicyInEffect } from '../../engine/policy/policy-in-effect.ts';
import type { Dialog } from '../../engine/ports/stores/account-stores.ts';
import type { Random } from '../../engine/ports/random.ts';
import type { Transaction } from '../../engine/ports/storage.ts';
import type { Catalogue } from '../../engine/registry/catalogue.ts';
import type { Instant, Zone } from '../../engine/time/instant.ts';
import type { Duty } from './duty.ts';
import type { ServiceFigures } from './service-figures.ts';

/** What the rules and the texts need besides the transaction. */
export interface StaffDeps {
  /** As it is now. */
  policy: Policy;
  /** Where it comes from, and what changes it. */
  rules: PolicyInEffect;
  zone: Zone;
  catalogue: Catalogue;
  random: Random;
  /** The bot's own name, without @. */
  username: string;
  /** The holder bot's, without @: link codes are handed out as its deep links. */
  holderBotUsername: string;
  /** A file that somebody sent to the holder bot, of at most so many bytes; rejects when it can't be had. */
  holderFile: (fileId: string, maxBytes: number) => Promise<Uint8Array>;
  /** The characters of a text that no font of copies has. */
  missingCharacters: (text: string) => string[];
  figures: () => ServiceFigures;
  /** All of them: what help lists, and whose turn it is. */
  duties: readonly Duty[];
}

/** Where something was said. */
export interface Place {
  chatId: number;
  kind: 'private' | 'group';
  /** Of a forum topic. */
  threadId: number | null;
  /** Whether it is a group with topics. */
  isForum: boolean;
}

/** What a member did. */
export type StaffEvent =
  | { kind: 'command'; messageId: number; name: string; payload: string; replyTo: number | null }
  | { kind: 'text'; messageId: number; text: string; replyTo: number | null }
  | { kind: 'tap'; messageId: number | null; callbackId: string; data: string }
  /** `bytes` were fetched before the turn; null when the file is larger than staff files may be. */
  | {
      kind: 'document';
      messageId: number;
      name: string;
      mimeType: string;
      bytes: Uint8Array | null;
      caption: string;
      replyTo: number | null;
    }
  /** A photo, a sticker, anything else. */
  | { kind: 'other'; messageId: number; caption: string; replyTo: number | null };

/** One update of a member, inside its transaction. Strangers have no turn. */
export interface StaffTurn {
  readonly tx: Transaction;
  readonly deps: StaffDeps;
  readonly now: Instant;
  readonly updateId: number;
  readonly member: Member;
  readonly place: Place;
  /** What the member is in the middle of; one that has expired is not given. Private chats only. */
  readonly dialog: Dialog | undefined;
  readonly event: StaffEvent;
  /** Completes the audit row of this turn. */
  readonly note: (more: AuditNote) => void;
}
