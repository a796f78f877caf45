import type { Conversation } from '../../world/conversation.ts';
import type { StoredMessage } from '../../world/message.ts';
import { badRequest, forbidden } from '../api-error.ts';
import type { Call } from '../method.ts';

/** The chat that `chat_id` (or another parameter) names, for reading or deleting. */
export function findChat({ world, bot, parameters }: Call, name = 'chat_id'): Conversation {
  const given = parameters.text(name).trim();
  if (given === '') throw badRequest(`${name} is empty`);
  const id = Number(given);
  const group = world.groups.get(id);
  if (group) {
    if (!group.bots.has(bot)) throw forbidden('bot is not a member of the supergroup chat');
    return group.conversation;
  }
  const person = world.people.get(id);
  if (!person) throw badRequest('chat not found');
  const conversation = bot.conversations.get(id);
  if (!conversation) throw forbidden("bot can't initiate conversation with a user");
  return conversation;
}

/** The chat that `chat_id` names, for writing into. */
export function findWritableChat(call: Call): Conversation {
  const conversation = findChat(call);
  if (call.bot.blockedBy.has(conversation.chat.id)) throw forbidden('bot was blocked by the user');
  return conversation;
}

/** The message that `message_id` names, or a 400 that says what it was wanted for. */
export function findMessage(call: Call, conversation: Conversation, purpose: string): StoredMessage {
  const id = call.parameters.integer('message_id', 0);
  if (id <= 0) throw badRequest('message identifier is not specified');
  const message = conversation.message(id);
  if (!message) throw badRequest(`message to ${purpose} not found`);
  return message;
}
