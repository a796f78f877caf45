/** @import { Context } from './context.js' */
import { parseDeepLink, parseQuery } from '../core/links.js';
import { chatKey, seatIn } from '../core/state.js';
import { fetchChat, send } from '../net/api.js';
import { openChatOf } from './context.js';

/** Both columns fit from here on (styles/layout.css has the same figure). */
const TWO_COLUMNS = '(min-width: 760px)';
const START_CODE = /^[\w-]{1,64}$/;

/**
 * Which chat is on screen. The address says it, so that reload, back and a copied link work.
 * @param {Context} context
 */
export function createNavigation(context) {
  const { store, attempt } = context;

  /**
   * @param {string} bot
   * @param {number} person
   */
  const show = async (bot, person) => {
    const key = chatKey(bot, person);
    const load = async () => {
      store.change({ type: 'loaded', chat: await fetchChat(seatIn(store.state(), { bot, person })) });
    };
    if (person > 0) store.change({ type: 'speaker', person });
    const ready = store.state().chats[key] ? true : await attempt(load);
    if (ready) store.change({ type: 'open', key });
    return ready;
  };

  /**
   * @param {string} bot
   * @param {number} person
   */
  const openChat = async (bot, person) => {
    const query = new URLSearchParams({ bot, person: String(person) });
    if (location.search !== `?${query}`) history.pushState(null, '', `?${query}`);
    return show(bot, person);
  };

  /**
   * @param {string} bot
   * @param {number} person
   * @param {string | null} code
   */
  const start = async (bot, person, code) => {
    if (!(await openChat(bot, person)) || code === null) return;
    const text = START_CODE.test(code) ? `/start ${code}` : '/start';
    await attempt(() => send(seatIn(store.state(), { bot, person }), { kind: 'text', text }));
  };

  return {
    openChat,
    closeChat() {
      history.pushState(null, '', location.pathname);
      store.change({ type: 'open', key: null });
    },
    followDeepLink: (/** @type {string} */ href) => follow(href, context, start),
    /** Opens what the address asks for; `?start=` is acted on once and leaves the address. */
    arrive: () => arrive(context, show, start),
  };
}

/** @typedef {(bot: string, person: number, code: string | null) => Promise<void>} Start */

/**
 * Opens a link to a bot of this sandbox as the person on screen.
 * @param {string} href
 * @param {Context} context
 * @param {Start} start
 * @returns {boolean} false for every other link, which the browser then follows
 */
function follow(href, context, start) {
  const link = parseDeepLink(href);
  const bot = link && findBot(context, link.bot);
  const person = openChatOf(context)?.seat.person;
  if (!link || !bot || person === undefined) return false;
  void start(bot.username, person, link.start);
  return true;
}

/**
 * @param {Context} context
 * @param {(bot: string, person: number) => Promise<boolean>} show
 * @param {Start} start
 */
async function arrive(context, show, start) {
  const { people } = context.store.state();
  const query = parseQuery(location.search);
  const group = findGroup(context, query.person);
  if (group) return void (await show(group.bot, group.id));
  const asked = query.bot === null ? undefined : findBot(context, query.bot);
  const person =
    people.find(({ id, bot }) => (query.person === null ? bot === asked?.username : id === query.person)) ??
    (asked && people[0]);
  if (person && query.start !== null) {
    history.replaceState(null, '', location.pathname);
    return start(asked?.username ?? person.bot, person.id, query.start);
  }
  const chosen = person ?? (matchMedia(TWO_COLUMNS).matches ? people[0] : undefined);
  if (chosen) await show(asked?.username ?? chosen.bot, chosen.id);
  else context.store.change({ type: 'open', key: null });
}

/**
 * @param {Context} context
 * @param {number | null} wanted
 */
function findGroup({ store }, wanted) {
  const group = store.state().groups.find(({ id }) => id === wanted);
  const [bot] = group?.bots ?? [];
  return group && bot !== undefined ? { id: group.id, bot } : undefined;
}

/**
 * Usernames know no case.
 * @param {Context} context
 * @param {string} name
 */
function findBot({ store }, name) {
  return store.state().bots.find(({ username }) => username.toLowerCase() === name.toLowerCase());
}
