import type { Chat, Person } from '../chat-api.ts';
import type { BotAccount } from '../world/bot-account.ts';
import type { Conversation } from '../world/conversation.ts';
import type { Group } from '../world/group.ts';
import { toChatMessage } from '../world/message.ts';
import { PersonError } from './person-error.ts';
import type { World } from '../world/world.ts';

/** Where a person sits: in the private chat with a bot, or in a group that the bot is in. */
export interface Seat {
  world: World;
  bot: BotAccount;
  person: Person;
  group?: Group;
}

/** The seat of a person; throws PersonError 404 when there is no such person, bot or group. */
export function findSeat(world: World, username: string, personId: number, groupId?: number): Seat {
  const person = world.people.get(personId);
  if (!person) throw new PersonError(404, `there is no person ${personId}`);
  const bot = world.bot(username);
  if (!bot) throw new PersonError(404, `there is no bot @${username}`);
  if (groupId === undefined) return { world, bot, person };
  const group = world.groups.get(groupId);
  if (!group?.bots.has(bot) || !group.members.has(personId)) {
    throw new PersonError(404, `there is no group ${groupId} with @${username} and person ${personId}`);
  }
  return { world, bot, person, group };
}

export function conversationOf({ world, bot, person, group }: Seat): Conversation {
  return group?.conversation ?? world.privateChat(bot, person);
}

/** Under which id the chat's events come: the person's, or the group's. */
export function chatIdOf({ person, group }: Seat): number {
  return group?.conversation.chat.id ?? person.id;
}

/** The chat as the person sees it. */
export function chatView(seat: Seat): Chat {
  const { bot, person, group } = seat;
  // Looking at a chat must not start it: until the person writes, the bot can't either.
  const conversation = group?.conversation ?? bot.conversations.get(person.id);
  return {
    bot: bot.username,
    person: chatIdOf(seat),
    blocked: !group && bot.blockedBy.has(person.id),
    messages: (conversation?.messages() ?? []).map((message) => toChatMessage(message, bot.id, group !== undefined)),
    reply_keyboard: conversation?.replyKeyboard ?? null,
  };
}
