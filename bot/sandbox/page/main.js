/** @import { SandboxEvent } from '../chat-api.ts' */
import { createActions } from './actions/actions.js';
import { createContext } from './actions/context.js';
import { preferredLanguage } from './core/i18n.js';
import { chatKey, emptyState } from './core/state.js';
import { createStore } from './core/store.js';
import { startSync } from './net/sync.js';
import { createApp } from './view/app.js';
import { now } from './view/parts/now.js';
import { createToasts } from './view/parts/toasts.js';

/** sendChatAction lasts this long (Bot API). */
const ACTION_MS = 5000;
const MINUTE_MS = 60_000;

const store = createStore(emptyState(preferredLanguage()));
const toasts = createToasts();
const context = createContext(store, toasts.show);
const actions = createActions(context);
const app = createApp(actions, toasts.element);

/** @type {Map<string, ReturnType<typeof setTimeout>>} */
const actionTimers = new Map();

/** @param {Extract<SandboxEvent, { type: 'action' }>} event */
function endActionLater({ bot, person }) {
  const key = chatKey(bot, person);
  clearTimeout(actionTimers.get(key));
  actionTimers.set(
    key,
    setTimeout(() => store.change({ type: 'action_over', bot, person }), ACTION_MS),
  );
}

/** The clock on the page shows minutes, so it is drawn at each full one. */
function tick() {
  app.render(store.state());
  setTimeout(tick, MINUTE_MS - (now(store.state()) % MINUTE_MS));
}

let arrived = false;
function onSynced() {
  if (arrived) return context.toast(context.t('reconnected'));
  arrived = true;
  void actions.arrive();
}

store.subscribe(app.render);
app.render(store.state());
document.body.replaceChildren(...app.nodes);
tick();
addEventListener('popstate', () => void actions.arrive());
startSync(
  store,
  (event) => {
    if (event.type === 'callback_answer') actions.answered(event);
    if (event.type === 'action') endActionLater(event);
  },
  onSynced,
);
