import { type Api, GrammyError, HttpError, InputFile } from 'grammy';
import type { Answer } from './answer.ts';
import { downloadFrom } from './download.ts';
import { networkFailure } from './network-failure.ts';
import type { Destination, OutgoingFile, TelegramApi } from './telegram-api.ts';
import { type Timeouts, TIMEOUTS } from './timeouts.ts';

type Signal = Parameters<Api['getMe']>[0];
type Calls<Method extends keyof TelegramApi> = Pick<TelegramApi, Method>;

/** The Bot API through grammY. `api` must have no plugin that repeats, delays or swallows calls. */
export function grammyTelegramApi(api: Api, timeouts: Timeouts = TIMEOUTS): TelegramApi {
  return { ...sending(api, timeouts), ...changing(api, timeouts), ...aside(api, timeouts) };
}

function sending(api: Api, { callMs, fileMs }: Timeouts): Calls<'sendMessage' | 'sendDocument' | 'sendPhoto'> {
  return {
    sendMessage: ({ html, markup, ...to }) =>
      answerOf(callMs, async (signal) => {
        const other = { ...HTML, ...replying(markup), ...placing(to) };
        const sent = await api.sendMessage(to.chatId, html, other, signal);
        return { messageId: sent.message_id };
      }),
    sendDocument: ({ file, captionHtml, markup, ...to }) =>
      answerOf(fileMs, async (signal) => {
        const other = { ...captioned(captionHtml), ...replying(markup), ...placing(to) };
        const sent = await api.sendDocument(to.chatId, inputFile(file), other, signal);
        return { messageId: sent.message_id, fileId: sent.document.file_id };
      }),
    sendPhoto: ({ bytes, captionHtml, markup, ...to }) =>
      answerOf(fileMs, async (signal) => {
        const other = { ...captioned(captionHtml), ...replying(markup), ...placing(to) };
        const sent = await api.sendPhoto(to.chatId, new InputFile(bytes, 'picture.png'), other, signal);
        return { messageId: sent.message_id };
      }),
  };
}

function changing(
  api: Api,
  { callMs }: Timeouts,
): Calls<'editMessageText' | 'editMessageReplyMarkup' | 'deleteMessage'> {
  return {
    editMessageText: ({ chatId, messageId, html, markup }) =>
      answerOf(callMs, async (signal) => {
        await api.editMessageText(chatId, messageId, html, { ...HTML, ...replying(markup) }, signal);
      }),
    editMessageReplyMarkup: ({ chatId, messageId }) =>
      answerOf(callMs, async (signal) => {
        await api.editMessageReplyMarkup(chatId, messageId, {}, signal);
      }),
    deleteMessage: ({ chatId, messageId }) =>
      answerOf(callMs, async (signal) => {
        await api.deleteMessage(chatId, messageId, signal);
      }),
  };
}

function aside(
  api: Api,
  { callMs, fileMs }: Timeouts,
): Calls<'answerCallbackQuery' | 'sendChatAction' | 'downloadFile' | 'changeForumTopic'> {
  return {
    answerCallbackQuery: ({ callbackId, text, alert }) =>
      answerOf(callMs, async (signal) => {
        const words = text === undefined ? {} : { text, show_alert: alert ?? false };
        await api.answerCallbackQuery(callbackId, words, signal);
      }),
    sendChatAction: ({ chatId, action }) =>
      answerOf(callMs, async (signal) => {
        await api.sendChatAction(chatId, action, {}, signal);
      }),
    async downloadFile({ fileId, maxBytes }) {
      const file = await answerOf(callMs, (signal) => api.getFile(fileId, signal));
      if (file.kind !== 'done') return file;
      const root = api.options?.apiRoot ?? 'https://api.telegram.org';
      const url = `${root}/file/bot${api.token}/${file.value.file_path ?? ''}`;
      return downloadFrom(url, maxBytes, AbortSignal.timeout(fileMs));
    },
    changeForumTopic: ({ chatId, threadId, change }) =>
      answerOf(callMs, async (signal) => {
        if (change.kind === 'rename') await api.editForumTopic(chatId, threadId, { name: change.name }, signal);
        else if (change.kind === 'close') await api.closeForumTopic(chatId, threadId, signal);
        else if (change.kind === 'reopen') await api.reopenForumTopic(chatId, threadId, signal);
        else await api.deleteForumTopic(chatId, threadId, signal);
      }),
  };
}

const HTML = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

function captioned(captionHtml: string) {
  return { caption: captionHtml, parse_mode: 'HTML' } as const;
}

function placing({ threadId, replyTo }: Destination) {
  return {
    ...(typeof threadId === 'number' && { message_thread_id: threadId }),
    ...(replyTo !== undefined && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}

function replying<T>(markup: T | undefined): { reply_markup?: T } {
  return markup === undefined ? {} : { reply_markup: markup };
}

function inputFile(file: OutgoingFile): string | InputFile {
  return 'fileId' in file ? file.fileId : new InputFile(file.bytes, file.name);
}

async function answerOf<T>(ms: number, call: (signal: Signal) => Promise<T>): Promise<Answer<T>> {
  try {
    // grammY's type is that of a shim; it takes the built-in one.
    return { kind: 'done', value: await call(AbortSignal.timeout(ms) as Signal) };
  } catch (error) {
    if (error instanceof GrammyError) return refusal(error);
    if (error instanceof HttpError) return networkFailure(error.error);
    throw error;
  }
}

function refusal({ error_code: code, description, parameters }: GrammyError): Answer<never> {
  if (code === 429) return { kind: 'too-many', retryAfterMs: 1000 * (parameters.retry_after ?? 1) };
  return code >= 500 ? { kind: 'not-sent', detail: `${code}` } : { kind: 'refused', code, description };
}
