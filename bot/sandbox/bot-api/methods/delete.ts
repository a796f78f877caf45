import { DAY_MS } from '../../../../engine/time/instant.ts';
import type { Conversation } from '../../world/conversation.ts';
import type { StoredMessage } from '../../world/message.ts';
import { badRequest } from '../api-error.ts';
import type { Call, Method } from '../method.ts';
import { findChat, findMessage } from '../reading/find-target.ts';

const DELETABLE_FOR_SECONDS = (2 * DAY_MS) / 1000;
const MAX_AT_ONCE = 100;

export const deleteMessage: Method = (call) => {
  const conversation = findChat(call);
  const message = findMessage(call, conversation, 'delete');
  if (!deletable(call, conversation, message)) throw badRequest("message can't be deleted for everyone");
  conversation.delete(message);
  return true;
};

export const deleteMessages: Method = (call) => {
  const conversation = findChat(call);
  const ids = call.parameters.json('message_ids');
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > MAX_AT_ONCE) throw badRequest('too many message identifiers specified');
  for (const id of ids) {
    const message = conversation.message(Number(id));
    if (message && deletable(call, conversation, message)) conversation.delete(message);
  }
  return true;
};

function deletable({ world, bot }: Call, conversation: Conversation, message: StoredMessage): boolean {
  if (world.seconds() - message.date >= DELETABLE_FOR_SECONDS) return false;
  const mine = message.from.id === bot.id;
  return mine || conversation.chat.type === 'private' || conversation.admins.has(bot.id);
}
