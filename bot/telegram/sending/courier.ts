import type { Courier, Delivery } from '../../../engine/ports/courier.ts';
import type { OutboxItem } from '../../../engine/outbox/outbox-item.ts';
import type { Answer } from '../api/answer.ts';
import { refusalOf } from '../api/refusal.ts';
import type { Destination, OutgoingFile, SentDocument, SentMessage, TelegramApi } from '../api/telegram-api.ts';
import type { InlineButton, TopicChange, View } from '../effects.ts';
import { inlineKeyboard, replyMarkup } from '../buttons/keyboards.ts';
import { FilesBeingMade } from './files-being-made.ts';
import type { Pacing } from './pacing.ts';

/** An outbox item in words, ready for a chat. */
export type Rendering = MessageRendering | DocumentRendering;

export interface MessageRendering extends Destination, Afterwards {
  kind: 'message';
  view: View;
}

/** What follows once it is sent, as far as that can be done. */
interface Afterwards {
  progress?: Progress | undefined;
  /** What becomes of topics of the same chat. */
  topicChanges?: readonly { threadId: number; change: TopicChange }[];
}

/** The message that said that a document is on its way, and what it says once its news has arrived. */
interface Progress {
  messageId: number;
  view: View;
}

export interface DocumentRendering extends Destination, Afterwards {
  kind: 'document';
  file: {
    /** By which Telegram has the file already, if it does; the bytes are asked for only without it. */
    fileId?: string | undefined;
    bytes: () => Promise<Uint8Array>;
    /** Plain ASCII: a name outside it arrives mangled. */
    name: string;
  };
  /** At most 1024 characters once parsed. */
  captionHtml: string;
  inline?: InlineButton[][];
}

export interface CourierDeps {
  api: TelegramApi;
  pacing: Pacing;
  /** Words an item in its account's language; `drop` when there is nothing left to say. */
  render: (item: OutboxItem) => Promise<Rendering | 'drop'>;
  /** Learns of what `render`, or reading the file, threw: nothing was sent then, and it is tried again. */
  onFault: (fault: unknown, facts: { key: string }) => void;
  /** So long a file may take that isn't ready, before the others of its round go on without it. */
  readyWithinMs?: number;
}

/** A wrong token is for people to mend; until then nothing is lost. */
const UNAUTHORIZED_AFTER_MS = 60_000;
const READY_WITHIN_MS = 3000;
const LOOK_AGAIN_MS = 1000;
/** Direct answers go before the outbox, which has priorities of its own. */
const BEHIND_DIRECT = 1;
/** All of what one item can take together stays below the sender's lease. */
const WITHIN_MS = { message: 40_000, fileId: 25_000, upload: 60_000, progress: 20_000, topic: 10_000 };

export function createCourier({ api, pacing, render, onFault, readyWithinMs }: CourierDeps): Courier {
  const files = new FilesBeingMade<Prepared<Uint8Array>>(readyWithinMs ?? READY_WITHIN_MS);
  return {
    async deliver(item, claim) {
      const afterMs = pacing.pausedMs();
      if (afterMs > 0) return { kind: 'again', afterMs, detail: '429' };
      const prepare: Prepare = (work) => prepared(work, (fault) => onFault(fault, { key: item.key }));
      const worded = await prepare(() => render(item));
      if (worded.kind !== 'done') return deliveryOf(worded);
      const rendering = worded.value;
      if (rendering === 'drop') return { kind: 'dropped', detail: 'nothing left to say' };
      const inTurn: InTurn = (withinMs, call) =>
        pacing.inChat(
          rendering.chatId,
          item.priority + BEHIND_DIRECT,
          // What a process that dies still has in its hands was being sent, and not waiting for its turn.
          async () => ((await claim()) ? call() : NOT_CLAIMED),
          withinMs,
        );
      const sent = await (rendering.kind === 'message'
        ? sendMessage(api, inTurn, rendering)
        : sendDocument(api, inTurn, (make) => files.get(item.key, () => prepare(make)), rendering));
      if (sent === 'not-ready') return { kind: 'not-ready', afterMs: LOOK_AGAIN_MS };
      if (sent.kind === 'done') await follow(api, inTurn, rendering);
      return deliveryOf(sent);
    },
  };
}

/** Somebody else has it, or it is no longer to be said. */
const NOT_CLAIMED = { kind: 'not-sent', detail: 'not claimed' } as const;

type InTurn = <T>(withinMs: number, call: () => Promise<Answer<T>>) => Promise<Answer<T>>;
type Prepared<T> = Extract<Answer<T>, { kind: 'done' | 'not-sent' }>;
type Prepare = <T>(work: () => Promise<T>) => Promise<Prepared<T>>;

/** What fails before anything is sent is told, and leaves nothing uncertain. */
async function prepared<T>(work: () => Promise<T>, tell: (fault: unknown) => void): Promise<Prepared<T>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (fault) {
    tell(fault);
    return { kind: 'not-sent', detail: 'it could not be made ready' };
  }
}

function sendMessage(
  api: TelegramApi,
  inTurn: InTurn,
  { view, ...to }: MessageRendering,
): Promise<Answer<SentMessage>> {
  const message = { ...destination(to), html: view.html, markup: replyMarkup(view) };
  return inPlace(message, (there) => inTurn(WITHIN_MS.message, () => api.sendMessage(there)));
}

function destination({ chatId, threadId, replyTo }: Destination): Destination {
  return { chatId, threadId, replyTo };
}

/** What was meant for a topic that somebody deleted is said in the chat itself. */
async function inPlace<M extends Destination, T>(message: M, send: (message: M) => Promise<Answer<T>>) {
  const sent = await send(message);
  const homeless = sent.kind === 'refused' && refusalOf(sent) === 'no-topic';
  return homeless ? send({ ...message, threadId: null }) : sent;
}

// The news has arrived; whether the older message can still be edited changes nothing about that.
async function follow(
  api: TelegramApi,
  inTurn: InTurn,
  { chatId, progress, topicChanges = [] }: Rendering,
): Promise<void> {
  if (progress) {
    const { messageId, view } = progress;
    const change = { chatId, messageId, html: view.html, markup: inlineKeyboard(view.inline) };
    await inTurn(WITHIN_MS.progress, () => api.editMessageText(change));
  }
  for (const topic of topicChanges) {
    await inTurn(WITHIN_MS.topic, () => api.changeForumTopic({ chatId, ...topic }));
  }
}

async function sendDocument(
  api: TelegramApi,
  inTurn: InTurn,
  fetch: (make: () => Promise<Uint8Array>) => Promise<Prepared<Uint8Array> | undefined>,
  { file, captionHtml, inline, ...to }: DocumentRendering,
): Promise<Answer<SentDocument> | 'not-ready'> {
  const document = { ...destination(to), captionHtml, markup: inlineKeyboard(inline) };
  const send = (withinMs: number, outgoing: OutgoingFile) =>
    inPlace(document, (there) => inTurn(withinMs, () => api.sendDocument({ ...there, file: outgoing })));
  if (file.fileId !== undefined) {
    const sent = await send(WITHIN_MS.fileId, { fileId: file.fileId });
    if (sent.kind !== 'refused' || refusalOf(sent) !== 'unusable-file') return sent;
  }
  const bytes = await fetch(file.bytes);
  if (bytes === undefined) return 'not-ready';
  return bytes.kind === 'done' ? send(WITHIN_MS.upload, { bytes: bytes.value, name: file.name }) : bytes;
}

function deliveryOf(answer: Answer<SentMessage | SentDocument>): Delivery {
  switch (answer.kind) {
    case 'done':
      return { kind: 'sent', ...answer.value };
    case 'too-many':
      return { kind: 'again', afterMs: answer.retryAfterMs, detail: '429' };
    case 'not-sent':
      return { kind: 'again', detail: answer.detail };
    case 'unknown':
      return answer;
    case 'refused':
      return refusedDelivery(answer);
    default:
      return answer satisfies never;
  }
}

function refusedDelivery(answer: { code: number; description: string }): Delivery {
  const reason = refusalOf(answer);
  const detail = `${answer.code} ${answer.description}`;
  if (reason === 'unauthorized') return { kind: 'again', afterMs: UNAUTHORIZED_AFTER_MS, detail };
  return { kind: 'refused', reason: reason === 'blocked' || reason === 'gone' ? reason : 'bad-request', detail };
}
