/** @import { Chat, Outgoing, World } from '../../chat-api.ts' */

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
 * @param {string} bot
 * @param {number} person
 */
function chatPath(bot, person) {
  return `/chats/${encodeURIComponent(bot)}/${person}`;
}

/** @returns {Promise<World>} */
export async function fetchWorld() {
  return /** @type {World} */ (await call('/world'));
}

/**
 * @param {string} bot
 * @param {number} person
 * @returns {Promise<Chat>}
 */
export async function fetchChat(bot, person) {
  return /** @type {Chat} */ (await call(chatPath(bot, person)));
}

/**
 * @param {string} bot
 * @param {number} person
 * @param {Outgoing} outgoing
 */
export async function send(bot, person, outgoing) {
  await call(`${chatPath(bot, person)}/send`, outgoing);
}

/**
 * @param {string} bot
 * @param {number} person
 * @param {{ message_id: number, data: string }} tapped
 * @returns {Promise<string>} the callback's id; its answer comes as an event
 */
export async function tap(bot, person, tapped) {
  const answer = /** @type {{ callback_id: string }} */ (await call(`${chatPath(bot, person)}/tap`, tapped));
  return answer.callback_id;
}

/**
 * @param {string} bot
 * @param {number} person
 * @param {boolean} blocked
 */
export async function block(bot, person, blocked) {
  await call(`${chatPath(bot, person)}/block`, { blocked });
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
