/** @import { ChatMessage } from '../../chat-api.ts' */
/** @import { ChatState, LogItem } from './types.ts' */
import { dayOf } from './time.js';

/** Messages further apart than this do not stand as one group. */
const GROUP_SECONDS = 300;

/**
 * What stands in the log, top to bottom: days and messages, each message knowing its place in its group.
 * @param {ChatState} chat
 * @returns {LogItem[]}
 */
export function logItems({ messages, readUpTo }) {
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const after = messages[index + 1];
    const at = message.date * 1000;
    const day = dayOf(at);
    /** @type {LogItem} */
    const item = {
      kind: 'message',
      key: `message ${message.message_id}`,
      message,
      first: !before || !together(before, message),
      last: !after || !together(message, after),
      read: message.message_id <= readUpTo,
    };
    if (before && dayOf(before.date * 1000) === day) return [item];
    return [{ kind: 'day', key: `day ${day} ${message.message_id}`, day, at }, item];
  });
}

/**
 * @param {ChatMessage} a
 * @param {ChatMessage} b
 */
function together(a, b) {
  if (a.from !== b.from || b.date - a.date > GROUP_SECONDS) return false;
  // A keyboard hangs below its message, so the tail belongs above it.
  return !a.inline_keyboard?.length && dayOf(a.date * 1000) === dayOf(b.date * 1000);
}
