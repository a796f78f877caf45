import { type Telegram, TelegramError } from 'telegraf';
import { z } from 'zod';
import type { InlineKeyboardMarkup, ReplyMarkup } from '../buttons/keyboards.ts';
import type { Answer } from './answer.ts';
import { downloadFrom } from './download.ts';
import { networkFailure } from './network-failure.ts';
import type { Destination, OutgoingFile, StaffTelegramApi } from './telegram-api.ts';
import { type Timeouts, TIMEOUTS } from './timeouts.ts';

/** `callApi` without telegraf's types, which end at Bot API 7.1; it passes on whatever it is given. */
export type CallApi = (method: string, payload: object, options?: { signal?: AbortSignal }) => Promise<unknown>;

interface Line {
  call: CallApi;
  /** Where the server is, and the token: the address of files. */
  apiRoot: string;
  token: string;
  timeouts: Timeouts;
}

type Calls<Method extends keyof StaffTelegramApi> = Pick<StaffTelegramApi, Method>;

/** The Bot API through telegraf. Nothing is answered by way of a webhook's response. */
export function telegrafTelegramApi(
  telegram: Pick<Telegram, 'token' | 'options'>,
  call: CallApi,
  timeouts: Timeouts = TIMEOUTS,
): StaffTelegramApi {
  const line = { call, apiRoot: telegram.options.apiRoot, token: telegram.token, timeouts };
  return { ...sending(line), ...changing(line), ...aside(line), ...forum(line) };
}

const MESSAGE = z.object({ message_id: z.int() });
const DOCUMENT = MESSAGE.extend({ document: z.object({ file_id: z.string() }) });
const FILE = z.object({ file_path: z.string() });
const TOPIC = z.object({ message_thread_id: z.int() });

function sending(line: Line): Calls<'sendMessage' | 'sendDocument' | 'sendPhoto'> {
  const { callMs, fileMs } = line.timeouts;
  return {
    sendMessage: ({ html, markup, ...to }) =>
      ask(line, 'sendMessage', { text: html, ...HTML, ...placing(to), ...replying(markup) }, callMs, (result) => ({
        messageId: MESSAGE.parse(result).message_id,
      })),
    sendDocument: ({ file, captionHtml, markup, ...to }) => {
      const document = { document: inputFile(file), ...captioned(captionHtml), ...placing(to), ...replying(markup) };
      return ask(line, 'sendDocument', document, fileMs, (result) => {
        const sent = DOCUMENT.parse(result);
        return { messageId: sent.message_id, fileId: sent.document.file_id };
      });
    },
    sendPhoto: ({ bytes, captionHtml, markup, ...to }) => {
      const source = inputFile({ bytes, name: 'picture.png' });
      const photo = { photo: source, ...captioned(captionHtml), ...placing(to), ...replying(markup) };
      return ask(line, 'sendPhoto', photo, fileMs, (result) => ({ messageId: MESSAGE.parse(result).message_id }));
    },
  };
}

function changing(line: Line): Calls<'editMessageText' | 'editMessageReplyMarkup' | 'deleteMessage'> {
  const { callMs } = line.timeouts;
  return {
    editMessageText: ({ chatId, messageId, html, markup }) => {
      const edit = { chat_id: chatId, message_id: messageId, text: html, ...HTML, ...replying(markup) };
      return ask(line, 'editMessageText', edit, callMs, nothing);
    },
    editMessageReplyMarkup: ({ chatId, messageId }) =>
      ask(line, 'editMessageReplyMarkup', { chat_id: chatId, message_id: messageId }, callMs, nothing),
    deleteMessage: ({ chatId, messageId }) =>
      ask(line, 'deleteMessage', { chat_id: chatId, message_id: messageId }, callMs, nothing),
  };
}

function aside(line: Line): Calls<'answerCallbackQuery' | 'sendChatAction' | 'downloadFile' | 'setChatCommands'> {
  const { callMs, fileMs } = line.timeouts;
  return {
    answerCallbackQuery: ({ callbackId, text, alert }) => {
      const words = text === undefined ? {} : { text, show_alert: alert ?? false };
      return ask(line, 'answerCallbackQuery', { callback_query_id: callbackId, ...words }, callMs, nothing);
    },
    sendChatAction: ({ chatId, action }) => ask(line, 'sendChatAction', { chat_id: chatId, action }, callMs, nothing),
    async downloadFile({ fileId, maxBytes }) {
      const file = await ask(line, 'getFile', { file_id: fileId }, callMs, (result) => FILE.parse(result).file_path);
      if (file.kind !== 'done') return file;
      const url = `${line.apiRoot}/file/bot${line.token}/${file.value}`;
      return downloadFrom(url, maxBytes, AbortSignal.timeout(fileMs));
    },
    setChatCommands: ({ chatId, commands }) => {
      const scope = { type: 'chat', chat_id: chatId };
      return commands.length === 0
        ? ask(line, 'deleteMyCommands', { scope }, callMs, nothing)
        : ask(line, 'setMyCommands', { scope, commands }, callMs, nothing);
    },
  };
}

function forum(line: Line): Calls<'createForumTopic' | 'changeForumTopic'> {
  const { callMs } = line.timeouts;
  return {
    createForumTopic: ({ chatId, name }) =>
      ask(line, 'createForumTopic', { chat_id: chatId, name }, callMs, (result) => ({
        threadId: TOPIC.parse(result).message_thread_id,
      })),
    changeForumTopic: ({ chatId, threadId, change }) => {
      const topic = { chat_id: chatId, message_thread_id: threadId };
      if (change.kind === 'rename')
        return ask(line, 'editForumTopic', { ...topic, name: change.name }, callMs, nothing);
      return ask(line, `${change.kind}ForumTopic`, topic, callMs, nothing);
    },
  };
}

const HTML = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } };

function captioned(captionHtml: string) {
  return { caption: captionHtml, parse_mode: 'HTML' };
}

// As text, which the Bot API takes too: of a form's objects telegraf writes only the keyboard so.
function placing({ chatId, threadId, replyTo }: Destination) {
  return {
    chat_id: chatId,
    ...(typeof threadId === 'number' && { message_thread_id: threadId }),
    ...(replyTo !== undefined && {
      reply_parameters: JSON.stringify({ message_id: replyTo, allow_sending_without_reply: true }),
    }),
  };
}

function replying(markup: ReplyMarkup | InlineKeyboardMarkup | undefined): object {
  return markup === undefined ? {} : { reply_markup: markup };
}

function inputFile(file: OutgoingFile): string | { source: Buffer; filename: string } {
  return 'fileId' in file ? file.fileId : { source: Buffer.from(file.bytes), filename: file.name };
}

const nothing = (): void => undefined;

async function ask<T>(
  { call }: Line,
  method: string,
  payload: object,
  ms: number,
  read: (result: unknown) => T,
): Promise<Answer<T>> {
  let result: unknown;
  try {
    result = await call(method, payload, { signal: AbortSignal.timeout(ms) });
  } catch (error) {
    if (error instanceof TelegramError) return refusal(error);
    if (isOfTheNetwork(error)) return networkFailure(error);
    throw error;
  }
  return { kind: 'done', value: read(result) };
}

// node-fetch's own; telegraf passes them on.
function isOfTheNetwork(error: unknown): boolean {
  return error instanceof Error && (error.name === 'FetchError' || error.name === 'AbortError');
}

function refusal({ code, description, parameters }: TelegramError): Answer<never> {
  if (code === 429) return { kind: 'too-many', retryAfterMs: 1000 * (parameters?.retry_after ?? 1) };
  return code >= 500 ? { kind: 'not-sent', detail: `${code}` } : { kind: 'refused', code, description };
}
