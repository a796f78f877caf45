import type { MessageOrigin } from 'grammy/types';
import type { StoredMessage } from '../../world/message.ts';
import { badRequest } from '../api-error.ts';
import type { Call, Method } from '../method.ts';
import { readCaption } from '../reading/read-text.ts';
import { send } from './send.ts';
import { findChat, findMessage } from '../reading/find-target.ts';

export const copyMessage: Method = (call) => {
  const { content } = findSource(call, 'copy');
  if (content.kind === 'service') throw badRequest("message can't be copied");
  const recaptioned = 'caption' in content && 'caption' in call.parameters.values;
  const { message_id } = send(call, recaptioned ? { ...content, ...readCaption(call.parameters) } : content);
  return { message_id };
};

export const forwardMessage: Method = (call) => {
  const source = findSource(call, 'forward');
  if (source.content.kind === 'service') throw badRequest("message can't be forwarded");
  const origin: MessageOrigin = { type: 'user', sender_user: source.from, date: source.date };
  return send(call, source.content, { forward_origin: source.forward_origin ?? origin });
};

function findSource(call: Call, purpose: string): StoredMessage {
  return findMessage(call, findChat(call, 'from_chat_id'), purpose);
}
