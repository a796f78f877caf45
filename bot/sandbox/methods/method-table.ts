import { answerCallbackQuery } from './answer-callback-query.ts';
import { getChat, getChatMember, getChatMenuButton, setChatMenuButton } from './chats.ts';
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts';
import { copyMessage, forwardMessage } from './copy.ts';
import { deleteMessage, deleteMessages } from './delete.ts';
import { editMessageCaption, editMessageMedia, editMessageReplyMarkup, editMessageText } from './edit.ts';
import * as forumTopics from './forum-topics.ts';
import { getFile } from './files.ts';
import { getUpdates } from './get-updates.ts';
import type { Method } from './method.ts';
import * as profile from './profile.ts';
import { sendChatAction, sendContact, sendDocument, sendMessage, sendPhoto } from './send.ts';
import { deleteWebhook, getWebhookInfo, setWebhook } from './webhook.ts';

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
