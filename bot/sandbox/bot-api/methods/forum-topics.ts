import type { Conversation, Topic } from '../../world/conversation.ts';
import { badRequest } from '../api-error.ts';
import type { Call, Method } from '../method.ts';
import { findChat } from '../reading/find-target.ts';

const DEFAULT_ICON_COLOR = 0x6f_b9_f0;
const MAX_NAME = 128;

export const createForumTopic: Method = (call) => {
  const conversation = findForum(call);
  const name = readName(call);
  const icon_color = call.parameters.integer('icon_color', DEFAULT_ICON_COLOR);
  const opening = happened(call, conversation, 'forum_topic_created', { name, icon_color });
  conversation.topics.set(opening.message_id, { name, closed: false });
  return { message_thread_id: opening.message_id, name, icon_color };
};

export const editForumTopic: Method = (call) => {
  const { conversation, id, topic } = findTopic(call);
  const name = readName(call);
  if (name === topic.name) throw badRequest('TOPIC_NOT_MODIFIED');
  conversation.topics.set(id, { ...topic, name });
  happened(call, conversation, 'forum_topic_edited', { name }, id);
  return true;
};

export const closeForumTopic: Method = (call) => setClosed(call, true);
export const reopenForumTopic: Method = (call) => setClosed(call, false);

export const deleteForumTopic: Method = (call) => {
  const { conversation, id } = findTopic(call);
  conversation.topics.delete(id);
  for (const message of conversation.messages()) {
    if (message.thread_id === id || message.message_id === id) conversation.delete(message);
  }
  return true;
};

function setClosed(call: Call, closed: boolean): true {
  const { conversation, id, topic } = findTopic(call);
  if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED');
  conversation.topics.set(id, { ...topic, closed });
  happened(call, conversation, closed ? 'forum_topic_closed' : 'forum_topic_reopened', {}, id);
  return true;
}

function findForum(call: Call): Conversation {
  const conversation = findChat(call);
  const { chat } = conversation;
  if (chat.type !== 'supergroup' || !chat.is_forum) throw badRequest('the chat is not a forum');
  if (!conversation.admins.has(call.bot.id)) throw badRequest('not enough rights to create a topic');
  return conversation;
}

function findTopic(call: Call): { conversation: Conversation; id: number; topic: Topic } {
  const conversation = findForum(call);
  const id = call.parameters.integer('message_thread_id', 0);
  const topic = conversation.topics.get(id);
  if (!topic) throw badRequest('TOPIC_ID_INVALID');
  return { conversation, id, topic };
}

function readName({ parameters }: Call): string {
  const name = parameters.text('name').trim();
  if (name === '' || name.length > MAX_NAME) throw badRequest('TOPIC_TITLE_INVALID');
  return name;
}

function happened(call: Call, conversation: Conversation, field: string, value: object, thread_id?: number) {
  const content = { kind: 'service' as const, field, value };
  return conversation.add({ from: call.bot.user, content, ...(thread_id !== undefined && { thread_id }) });
}
