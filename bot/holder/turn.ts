import type { Link } from '../../engine/linking/link.ts';
import type { Policy } from '../../engine/policy/policy.ts';
import type { Account } from '../../engine/ports/account.ts';
import type { Dialog } from '../../engine/ports/stores/account-stores.ts';
import type { Random } from '../../engine/ports/random.ts';
import type { Transaction } from '../../engine/ports/storage.ts';
import type { Catalogue } from '../../engine/registry/catalogue.ts';
import type { Instant, Zone } from '../../engine/time/instant.ts';
import type { FileCheck } from './verify/file-check.ts';

/** What the rules and the texts need besides the transaction. */
export interface HolderDeps {
  policy: Policy;
  zone: Zone;
  catalogue: Catalogue;
  random: Random;
  /** Where a copy with this verification code is checked. */
  verifyUrl: (verificationCode: string) => string;
  /** The bot's own, without @. */
  username: string;
  /** Learns what kind of rule refused somebody something, to count it. */
  onRefused?: (kind: string) => void;
}

/** What a person did in their private chat with the bot. */
export type HolderEvent =
  | { kind: 'command'; messageId: number; name: string; payload: string }
  | ({ kind: 'text'; messageId: number; text: string } & Replying)
  | { kind: 'tap'; messageId: number | null; callbackId: string; data: string }
  /** `own`: the contact is the sender's, sent by themself and not forwarded. */
  | { kind: 'contact'; messageId: number; phone: string; own: boolean }
  | ({ kind: 'document'; messageId: number; caption: string; check: FileCheck; file: SentFile } & Replying)
  /** A sticker, a photo, anything else; `caption` is the text that came with it. */
  | ({ kind: 'other'; messageId: number; caption: string; photo?: SentFile } & Replying)
  | { kind: 'edited'; messageId: number; text: string }
  | { kind: 'blocking'; blocks: boolean };

interface Replying {
  /** The message that is answered, when it is one of the bot's. */
  replyTo?: number;
}

/** A file as the messenger tells of it; its bytes can be fetched by `fileId`. */
export interface SentFile {
  fileId: string;
  name: string;
  mimeType: string;
  /** Undefined when the messenger doesn't say. */
  bytes: number | undefined;
}

/** One update, inside its transaction. */
export interface Turn {
  readonly tx: Transaction;
  readonly deps: HolderDeps;
  readonly now: Instant;
  readonly updateId: number;
  readonly account: Account;
  readonly link: Link | undefined;
  /** What the account is in the middle of; one that has expired is not given. */
  readonly dialog: Dialog | undefined;
  /** The dialog that was found expired, and ended, in this very turn. */
  readonly expired: Dialog | undefined;
  readonly event: HolderEvent;
}

export type LinkedTurn = Turn & { readonly link: Link };
export type DialogTurn = Turn & { readonly dialog: Dialog };
