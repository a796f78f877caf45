/** @import { SandboxEvent } from '../../chat-api.ts' */
/** @import { Store } from '../core/store.js' */
import { eventsUrl, fetchChat, fetchWorld } from './api.js';
import { chatKey, seatIn } from '../core/state.js';

const RETRY_MS = 1000;

/**
 * Keeps the store equal to the sandbox. Each time the stream of events opens, everything is fetched anew and the
 * events that came meanwhile are applied on top, so nothing is lost over a restart of the sandbox.
 * @param {Store} store
 * @param {(event: SandboxEvent) => void} onEvent hears every event after it is in the store
 * @param {() => void} onSynced after each full fetch
 */
export function startSync(store, onEvent, onSynced) {
  /** @type {SandboxEvent[] | null} events held back while fetching */
  let held = null;

  /** @param {SandboxEvent} event */
  const apply = (event) => {
    store.change(event);
    onEvent(event);
  };

  /** @type {EventSource | null} the one that counts; what comes of an older one is ignored */
  let current = null;

  /** @param {EventSource} source */
  const refetch = async (source) => {
    held = [];
    const complete = await fetchAll(store).catch(() => false);
    if (source !== current) return;
    if (!complete) return reconnect(source);
    const missed = held;
    held = null;
    missed.forEach(apply);
    store.change({ type: 'connection', connection: 'live' });
    onSynced();
  };

  /** @param {EventSource} source */
  const reconnect = (source) => {
    if (source !== current) return;
    current = null;
    source.close();
    store.change({ type: 'connection', connection: 'lost' });
    setTimeout(connect, RETRY_MS);
  };

  const connect = () => {
    const source = new EventSource(eventsUrl);
    current = source;
    source.addEventListener('open', () => void refetch(source));
    source.addEventListener('error', () => reconnect(source));
    source.addEventListener('message', ({ data }) => {
      /** @type {SandboxEvent} */
      const event = JSON.parse(data);
      if (held) held.push(event);
      else apply(event);
    });
  };
  connect();
}

/**
 * Fetches the world, everybody's chat with their bot, and the other chats that were opened here.
 * @param {Store} store
 */
async function fetchAll(store) {
  const world = await fetchWorld();
  const bots = new Set(world.bots.map(({ username }) => username));
  const chatIds = new Set([...world.people, ...world.groups].map(({ id }) => id));
  const usual = world.people.map(({ bot, id }) => ({ bot, person: id }));
  const groups = world.groups.flatMap(({ id, members, bots: inside }) =>
    members.length === 0 ? [] : inside.map((bot) => ({ bot, person: id })),
  );
  const wanted = [...usual, ...groups, ...Object.values(store.state().chats)].filter(
    ({ bot, person }) => bots.has(bot) && chatIds.has(person),
  );
  const keyed = new Map(wanted.map(({ bot, person }) => [chatKey(bot, person), { bot, person }]));
  const here = { ...store.state(), groups: world.groups };
  const chats = await Promise.all([...keyed.values()].map((chat) => fetchChat(seatIn(here, chat))));
  store.change({ type: 'synced', world, chats });
  return true;
}
