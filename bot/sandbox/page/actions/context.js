/** @import { Store } from '../core/store.js' */
/** @import { Translate } from '../core/i18n.js' */
import { ApiFault } from '../net/api.js';
import { translator } from '../core/i18n.js';
import { seatIn } from '../core/state.js';

/**
 * What every action needs.
 * @typedef {object} Context
 * @property {Store} store
 * @property {(text: string) => void} toast
 * @property {Translate} t in the language of the moment
 * @property {(work: () => Promise<unknown>) => Promise<boolean>} attempt says what went wrong; whether it went well
 */

/**
 * @param {Store} store
 * @param {(text: string) => void} toast
 * @returns {Context}
 */
export function createContext(store, toast) {
  /** @type {Translate} */
  const t = (word, values) => translator(store.state().language)(word, values);
  return {
    store,
    toast,
    t,
    async attempt(work) {
      try {
        await work();
        return true;
      } catch (error) {
        if (!(error instanceof ApiFault)) throw error;
        toast(t('failed', { reason: error.status === 0 ? t('unreachable') : error.message }));
        return false;
      }
    },
  };
}

/**
 * The chat on screen with its bot and its person.
 * @param {Context} context
 */
export function openChatOf({ store }) {
  const { open, chats, bots, people } = store.state();
  const chat = open ? chats[open] : undefined;
  if (!chat) return null;
  const bot = bots.find(({ username }) => username === chat.bot);
  const seat = seatIn(store.state(), chat);
  const person = people.find(({ id }) => id === seat.person);
  return { chat, bot, person, seat };
}
