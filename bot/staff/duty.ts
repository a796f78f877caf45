import type { Clock } from '../../engine/ports/clock.ts';
import type { Language } from '../../engine/ports/language.ts';
import type { StaffItem } from '../../engine/outbox/outbox-item.ts';
import type { StaffTask } from '../../engine/ports/stores/staff-stores.ts';
import type { Storage, Transaction } from '../../engine/ports/storage.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { Capability } from '../../engine/staff/permissions.ts';
import type { Effect, TopicChange, View } from '../telegram/effects.ts';
import type { CallbackData } from '../telegram/buttons/callback-data.ts';
import type { StaffDeps, StaffEvent, StaffTurn } from './turn.ts';

/** Who may call it, and what it does. The audit row is written around it, so nothing can be done without one. */
export interface Entry<Input> {
  needs: Capability;
  handle: (turn: StaffTurn, input: Input) => Promise<Effect[]>;
}

/**
 * A button. One that belongs to a step of a dialog names its `flow`: it works only while the member is at the very version
 * of that flow which its data carries, and so once. Data without a version, which no button of ours has, never fits it.
 */
export interface Tap extends Entry<CallbackData> {
  flow?: string;
}

export type Said = Exclude<StaffEvent, { kind: 'tap' }>;

/** One duty of the staff: its commands, its buttons, and the steps of its dialogs. Names are the duty's own. */
export interface Duty {
  /** By name without slash; `input` is what follows it. */
  commands?: Readonly<Record<string, Entry<string>>>;
  /** By `feature:action` of the callback data. One with a version works only for that version of the dialog. */
  taps?: Readonly<Record<string, Tap>>;
  /** By the flow of the dialog: what is typed or sent while the member is in it. */
  flows?: Readonly<Record<string, Entry<Said>>>;
  /**
   * What is said or sent outside any dialog, in the staff group too: the first duty that answers has it (an answer to a
   * ticket, a file to import). Undefined when it is none of this duty's.
   */
  hears?: (turn: StaffTurn, said: Said) => Promise<Entry<Said> | undefined>;
  /**
   * What is said in reply to a message of the duty's, whatever the member is in the middle of. Undefined when it is none
   * of its own.
   */
  replies?: (turn: StaffTurn, said: Said) => Promise<Entry<Said> | undefined>;
  /** By kind of task. */
  tasks?: Readonly<Record<string, TaskRunner>>;
  /** By kind of outbox message to staff: what it says to a member or to the group, or that nothing is left to say. */
  news?: Readonly<Record<string, NewsWriter>>;
}

/** Where news go: a member's private chat, or the staff group, in the language of whoever made it that. */
export interface Recipient {
  kind: 'member' | 'group';
  chatId: number;
  language: Language;
}

export interface NewsFacts {
  deps: StaffDeps;
  now: Instant;
  item: StaffItem;
  to: Recipient;
}

export type NewsWriter = (tx: Transaction, facts: NewsFacts) => Promise<StaffNews | 'drop'>;

export interface StaffNews {
  view: View;
  threadId?: number;
  /** Opens a forum topic for it first, and notes which that is, or that there certainly is none. */
  topic?: {
    name: string;
    opened: (tx: Transaction, threadId: number) => Promise<void>;
    notOpened: (tx: Transaction) => Promise<void>;
  };
  replyTo?: number;
  /** Comes with it, the view's text of at most 1024 characters as its caption; when it can't be had, `otherwise` is shown. */
  file?: { name: string; bytes: () => Promise<Uint8Array>; otherwise: View };
  /** What becomes of topics once it is said. */
  topicChanges?: readonly { threadId: number; change: TopicChange }[];
}

/** What a task's runner may use. It opens its own transactions. */
export interface TaskContext {
  storage: Storage;
  clock: Clock;
  deps: StaffDeps;
  /** Shows how far it is, in one message that is edited at most every second or so. */
  report: (html: string) => void;
}

/** Answers what is to be said at the end. Throws for a fault, which the member is told of with a reference. */
type TaskRunner = (task: StaffTask, context: TaskContext) => Promise<Effect[]>;
