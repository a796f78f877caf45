/** @import { Chat, Outgoing, World } from '../../chat-api.ts' */
/** @import { Seat } from '../core/types.ts' */

/** The sandbox refused, or could not be reached (status 0). */
export class ApiFault extends Error {
  /**
   * @param {string} message
   * @param {number} status
   */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

const ROOT = '/sandbox/api';

/**
 * @param {string} path
 * @param {object} [body] posts it as JSON; gets without one
 * @returns {Promise<unknown>}
 */
async function call(path, body) {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(ROOT + path, { cache: 'no-store', ...init }).catch((cause) => {
    throw new ApiFault(String(cause), 0);
  });
  /** @type {unknown} */
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new ApiFault(errorOf(answer) ?? response.statusText, response.status);
}

/** @param {unknown} answer */
function errorOf(answer) {
  const error = answer && typeof answer === 'object' && 'error' in answer ? answer.error : null;
  return typeof error === 'string' ? error : null;
}

/**
 * @param {Seat} seat
 * @param {string} [action]
 */
function chatPath({ bot, person, group }, action = '') {
  const query = group === undefined ? '' : `?group=${group}`;
  return `/chats/${encodeURIComponent(bot)}/${person}${action}${query}`;
}

/** @returns {Promise<World>} */
export async function fetchWorld() {
  return /** @type {World} */ (await call('/world'));
}

/**
 * @param {Seat} seat
 * @returns {Promise<Chat>}
 */
export async function fetchChat(seat) {
  return /** @type {Chat} */ (await call(chatPath(seat)));
}

/**
 * @param {Seat} seat
 * @param {Outgoing} outgoing
 */
export async function send(seat, outgoing) {
  await call(chatPath(seat, '/send'), outgoing);
}

/**
 * @param {Seat} seat
 * @param {{ message_id: number, data: string }} tapped
 * @returns {Promise<string>} the callback's id; its answer comes as an event
 */
export async function tap(seat, tapped) {
  const answer = /** @type {{ callback_id: string }} */ (await call(chatPath(seat, '/tap'), tapped));
  return answer.callback_id;
}

/**
 * @param {Seat} seat
 * @param {boolean} blocked
 */
export async function block(seat, blocked) {
  await call(chatPath(seat, '/block'), { blocked });
}

/**
 * @param {number} ms forward
 * @returns {Promise<number>} the sandbox's new now, epoch milliseconds
 */
export async function advanceClock(ms) {
  const answer = /** @type {{ now: number }} */ (await call('/clock', { advance_ms: ms }));
  return answer.now;
}

/** @param {string} fileId */
export function fileUrl(fileId) {
  return `${ROOT}/files/${encodeURIComponent(fileId)}`;
}

export const eventsUrl = `${ROOT}/events`;
