import { answerCallbackQuery } from './methods/answer-callback-query.ts';
import { getChat, getChatMember, getChatMenuButton, setChatMenuButton } from './methods/chats.ts';
import { deleteMyCommands, getMyCommands, setMyCommands } from './methods/commands.ts';
import { copyMessage, forwardMessage } from './methods/copy.ts';
import { deleteMessage, deleteMessages } from './methods/delete.ts';
import { editMessageCaption, editMessageMedia, editMessageReplyMarkup, editMessageText } from './methods/edit.ts';
import * as forumTopics from './methods/forum-topics.ts';
import { getFile } from './methods/get-file.ts';
import { getUpdates } from './methods/get-updates.ts';
import type { Method } from './method.ts';
import * as profile from './methods/profile.ts';
import { sendChatAction, sendContact, sendDocument, sendMessage, sendPhoto } from './methods/send.ts';
import { deleteWebhook, getWebhookInfo, setWebhook } from './methods/webhook.ts';

const METHODS: Record<string, Method> = {
  ...forumTopics,
  ...profile,
  answerCallbackQuery,
  close: () => true,
  copyMessage,
  deleteMessage,
  deleteMessages,
  deleteMyCommands,
  deleteWebhook,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
  forwardMessage,
  getChat,
  getChatMember,
  getChatMenuButton,
  getFile,
  getMyCommands,
  getUpdates,
  getWebhookInfo,
  logOut: () => true,
  sendChatAction,
  sendContact,
  sendDocument,
  sendMessage,
  sendPhoto,
  setChatMenuButton,
  setMyCommands,
  setWebhook,
};

const BY_LOWER_CASE = new Map(Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), { name, method }]));

/** The method of that name, in whatever case, with the name as the Bot API spells it. */
export function findMethod(name: string): { name: string; method: Method } | undefined {
  return BY_LOWER_CASE.get(name.toLowerCase());
}
