/** @import { ChatMessage } from '../../chat-api.ts' */
/** @import { ChatState, LogItem } from './types.ts' */
import { dayOf } from './time.js';

/** Messages further apart than this do not stand as one group. */
const GROUP_SECONDS = 300;

/**
 * What stands in the log, top to bottom: days and messages, each message knowing its place in its group.
 * @param {ChatState} chat
 * @param {number} [self] who one is in a group, where not every person's message is one's own
 * @returns {LogItem[]}
 */
export function logItems({ messages, readUpTo }, self) {
  const topics = topicNames(messages);
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const after = messages[index + 1];
    const at = message.date * 1000;
    const day = dayOf(at);
    const topic = message.thread_id === undefined ? null : (topics.get(message.thread_id) ?? null);
    /** @type {LogItem} */
    const item = {
      kind: 'message',
      key: `message ${message.message_id}`,
      message,
      own: message.from === 'person' && (!message.sender || message.sender.id === self),
      first: !before || !together(before, message),
      last: !after || !together(message, after),
      read: message.message_id <= readUpTo,
      topic: before?.thread_id === message.thread_id ? null : topic,
      quoted: messages.find(({ message_id }) => message_id === message.reply_to) ?? null,
    };
    if (before && dayOf(before.date * 1000) === day) return [item];
    return [{ kind: 'day', key: `day ${day} ${message.message_id}`, day, at }, item];
  });
}

/**
 * What each topic is called now. It has the number of the message that opened it.
 * @param {ChatMessage[]} messages
 */
function topicNames(messages) {
  /** @type {Map<number, string>} */
  const names = new Map();
  for (const { message_id, thread_id, topic_name } of messages)
    if (topic_name !== undefined) names.set(thread_id ?? message_id, topic_name);
  return names;
}

/**
 * @param {ChatMessage} a
 * @param {ChatMessage} b
 */
function together(a, b) {
  if (a.from !== b.from || b.date - a.date > GROUP_SECONDS) return false;
  if (a.sender?.id !== b.sender?.id || a.thread_id !== b.thread_id) return false;
  if (a.service !== undefined || b.service !== undefined) return false;
  // A keyboard hangs below its message, so the tail belongs above it.
  return !a.inline_keyboard?.length && dayOf(a.date * 1000) === dayOf(b.date * 1000);
}
