import type { Courier, Delivery } from '../../engine/ports/courier.ts';
import type { OutboxItem } from '../../engine/outbox/outbox-item.ts';
import type { Answer } from './api/answer.ts';
import { refusalOf } from './api/refusal.ts';
import type { OutgoingFile, SentDocument, SentMessage, TelegramApi } from './api/telegram-api.ts';
import type { InlineButton, View } from './effects.ts';
import { inlineKeyboard, replyMarkup } from './keyboards.ts';
import type { Pacing } from './pacing.ts';

/** An outbox item in words, ready for a chat. */
export type Rendering = MessageRendering | DocumentRendering;

export interface MessageRendering {
  kind: 'message';
  chatId: number;
  view: View;
}

export interface DocumentRendering {
  kind: 'document';
  chatId: number;
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
  /** The message that said that the document is on its way, and what it says once that has arrived. */
  progress?: { messageId: number; view: View } | undefined;
}

export interface CourierDeps {
  api: TelegramApi;
  pacing: Pacing;
  /** Words an item in its account's language; `drop` when there is nothing left to say. */
  render: (item: OutboxItem) => Promise<Rendering | 'drop'>;
}

/** A wrong token is for people to mend; until then nothing is lost. */
const UNAUTHORIZED_AFTER_MS = 60_000;
/** Direct answers go before the outbox, which has priorities of its own. */
const BEHIND_DIRECT = 1;

export function createCourier({ api, pacing, render }: CourierDeps): Courier {
  return {
    async deliver(item) {
      const afterMs = pacing.pausedMs();
      if (afterMs > 0) return { kind: 'again', afterMs, detail: '429' };
      const rendering = await render(item);
      if (rendering === 'drop') return { kind: 'refused', reason: 'gone', detail: 'nothing left to say' };
      const inTurn: InTurn = (call) => pacing.inChat(rendering.chatId, item.priority + BEHIND_DIRECT, call);
      return rendering.kind === 'message'
        ? deliverMessage(api, inTurn, rendering)
        : deliverDocument(api, inTurn, rendering);
    },
  };
}

type InTurn = <T>(call: () => Promise<Answer<T>>) => Promise<Answer<T>>;

async function deliverMessage(api: TelegramApi, inTurn: InTurn, { chatId, view }: MessageRendering): Promise<Delivery> {
  const message = { chatId, html: view.html, markup: replyMarkup(view) };
  return deliveryOf(await inTurn(() => api.sendMessage(message)));
}

async function deliverDocument(api: TelegramApi, inTurn: InTurn, document: DocumentRendering): Promise<Delivery> {
  const sent = await sendDocument(api, inTurn, document);
  if (sent.kind === 'done' && document.progress) {
    // The document has arrived; whether the older message can still be edited changes nothing about that.
    const { messageId, view } = document.progress;
    const change = { chatId: document.chatId, messageId, html: view.html, markup: inlineKeyboard(view.inline) };
    await inTurn(() => api.editMessageText(change));
  }
  return deliveryOf(sent);
}

async function sendDocument(
  api: TelegramApi,
  inTurn: InTurn,
  document: DocumentRendering,
): Promise<Answer<SentDocument>> {
  const { chatId, file, captionHtml } = document;
  const markup = inlineKeyboard(document.inline);
  const send = (outgoing: OutgoingFile) =>
    inTurn(() => api.sendDocument({ chatId, file: outgoing, captionHtml, markup }));
  if (file.fileId !== undefined) {
    const sent = await send({ fileId: file.fileId });
    if (sent.kind !== 'refused' || refusalOf(sent) !== 'unusable-file') return sent;
  }
  return send({ bytes: await file.bytes(), name: file.name });
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
