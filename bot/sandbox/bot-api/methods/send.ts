import type { Message } from 'grammy/types';
import type { Conversation } from '../../world/conversation.ts';
import { type Content, type StoredMessage, toBotApi } from '../../world/message.ts';
import { badRequest } from '../api-error.ts';
import type { Call, Method } from '../method.ts';
import { isRecord } from '../parameters.ts';
import { readDocument, readPhoto } from '../reading/read-file.ts';
import { readCaption, readText } from '../reading/read-text.ts';
import { readReplyMarkup, type ReplyMarkup } from '../reading/read-reply-markup.ts';
import { findWritableChat } from '../reading/find-target.ts';

const ACTIONS = new Set(
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note'.split(
    ' ',
  ),
);

export const sendMessage: Method = (call) => {
  const content = { kind: 'text' as const, ...readText(call.parameters) };
  return send(call, content);
};

export const sendDocument: Method = (call) => {
  const file = readDocument(call, 'document');
  return send(call, { kind: 'document', file, ...readCaption(call.parameters) });
};

export const sendPhoto: Method = (call) => {
  const photo = readPhoto(call, 'photo');
  return send(call, { kind: 'photo', ...photo, ...readCaption(call.parameters) });
};

export const sendContact: Method = (call) => {
  const { parameters } = call;
  const phone_number = parameters.text('phone_number');
  const first_name = parameters.text('first_name');
  if (!phone_number) throw badRequest('contact phone number is empty');
  if (!first_name) throw badRequest('contact first name is empty');
  const last_name = parameters.text('last_name');
  return send(call, { kind: 'contact', phone_number, first_name, ...(last_name && { last_name }) });
};

export const sendChatAction: Method = (call) => {
  const conversation = findWritableChat(call);
  const action = call.parameters.text('action');
  if (!ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
  conversation.act(action);
  return true;
};

/** Puts a message of the bot into the chat that `chat_id` names, with its markup. */
export function send(call: Call, content: Content, extra: Partial<StoredMessage> = {}): Message {
  const markup = readReplyMarkup(call.parameters);
  const conversation = findWritableChat(call);
  const replied = readReplied(call, conversation);
  const thread = readThread(call, conversation);
  const message = conversation.add({
    from: call.bot.user,
    content,
    ...(markup.kind === 'inline' && { inline_keyboard: markup.rows }),
    ...(['reply', 'remove', 'force'].includes(markup.kind) && { had_reply_markup: true }),
    ...(replied && { reply_to: replied.message_id }),
    ...thread,
    ...extra,
  });
  showKeyboard(conversation, markup);
  return toBotApi(message, conversation.chat, call.bot.id, replied);
}

function showKeyboard(conversation: Conversation, markup: ReplyMarkup): void {
  if (markup.kind === 'reply') conversation.showReplyKeyboard(markup.keyboard);
  if (markup.kind === 'remove') conversation.showReplyKeyboard(null);
}

function readReplied({ parameters }: Call, conversation: Conversation): StoredMessage | undefined {
  const given = parameters.json('reply_parameters');
  const reply = isRecord(given) ? given : { message_id: parameters.integer('reply_to_message_id', 0) };
  const id = Number(reply['message_id'] ?? 0);
  if (id === 0) return undefined;
  const message = conversation.message(id);
  const optional = reply['allow_sending_without_reply'] === true || parameters.flag('allow_sending_without_reply');
  if (!message && !optional) throw badRequest('message to be replied not found');
  return message;
}

function readThread({ bot, parameters }: Call, conversation: Conversation): { thread_id?: number } {
  const id = parameters.integer('message_thread_id', 0);
  if (id === 0) return {};
  const topic = conversation.topics.get(id);
  if (!topic) throw badRequest('message thread not found');
  if (topic.closed && !conversation.admins.has(bot.id)) throw badRequest('TOPIC_CLOSED');
  return { thread_id: id };
}
