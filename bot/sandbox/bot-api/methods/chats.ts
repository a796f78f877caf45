import { userOf } from '../../person/person-actions.ts';
import { badRequest } from '../api-error.ts';
import type { Call, Method } from '../method.ts';
import { isRecord } from '../parameters.ts';
import { findChat } from '../reading/find-target.ts';

export const getChat: Method = (call) => {
  const { chat } = findChat(call);
  return { ...chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: NO_GIFTS };
};

export const getChatMember: Method = (call) => {
  const { chat } = findChat(call);
  const userId = call.parameters.integer('user_id', 0);
  const person = call.world.people.get(userId);
  if (!person) throw badRequest('PARTICIPANT_ID_INVALID');
  const isMember = chat.id === userId || call.world.groups.get(chat.id)?.members.has(userId);
  return { status: isMember ? 'member' : 'left', user: userOf(person) };
};

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

export const setChatMenuButton: Method = (call) => {
  const button = call.parameters.json('menu_button') ?? { type: 'default' };
  if (!isRecord(button)) throw badRequest('MenuButton must be an Object');
  call.bot.menuButtons.set(menuPlace(call), button);
  return true;
};

export const getChatMenuButton: Method = (call) => {
  const { menuButtons } = call.bot;
  return menuButtons.get(menuPlace(call)) ?? menuButtons.get('default') ?? { type: 'commands' };
};

function menuPlace(call: Call): number | 'default' {
  return call.parameters.text('chat_id') === '' ? 'default' : findChat(call).chat.id;
}
