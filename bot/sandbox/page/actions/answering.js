/** @import { Answer } from '../net/taps.js' */
/** @import { Context } from './context.js' */
import { parseDeepLink, safeHref } from '../core/links.js';
import { tap } from '../net/api.js';
import { createTaps } from '../net/taps.js';
import { ask } from '../view/parts/dialogs.js';
import { h } from '../view/parts/dom.js';
import { openChatOf } from './context.js';

/** As long as a messenger shows progress on a button. */
const PATIENCE_MS = 30_000;

/**
 * Taps on inline buttons and what the bot answers to them.
 * @param {Context} context
 * @param {(href: string) => boolean} followDeepLink
 */
export function createAnswering(context, followDeepLink) {
  const { store, attempt, t } = context;

  /** @param {string} key */
  const waits = (key) => store.state().taps.includes(key);
  const taps = createTaps((key, answer) => {
    store.change({ type: 'tap_over', key });
    void showAnswer(answer, context, followDeepLink);
  });

  return {
    answered: taps.answered,
    /**
     * @param {string} key tapKey
     * @param {{ message_id: number, data: string }} tapped
     */
    async tap(key, tapped) {
      const seat = openChatOf(context)?.seat;
      if (!seat || waits(key)) return;
      store.change({ type: 'tap', key });
      const sent = await attempt(async () => taps.started(key, await tap(seat, tapped)));
      if (!sent) return store.change({ type: 'tap_over', key });
      setTimeout(() => {
        if (!taps.forget(key)) return;
        store.change({ type: 'tap_over', key });
        context.toast(t('noAnswer'));
      }, PATIENCE_MS);
    },
  };
}

/**
 * @param {Answer} answer
 * @param {Context} context
 * @param {(href: string) => boolean} followDeepLink
 */
async function showAnswer({ text, show_alert, url }, context, followDeepLink) {
  const { t, toast } = context;
  if (url !== undefined) return openAnswerLink(url, t, followDeepLink);
  if (!text) return;
  if (!show_alert) return toast(text);
  const title = openChatOf(context)?.bot?.name ?? t('bot');
  await ask(title, [h('p', { class: 'alert-text' }, text)], [{ label: t('ok'), primary: true }]);
}

/**
 * @param {string} url
 * @param {Context['t']} t
 * @param {(href: string) => boolean} followDeepLink
 */
async function openAnswerLink(url, t, followDeepLink) {
  const href = safeHref(url);
  if (!href || (parseDeepLink(href) && followDeepLink(href))) return;
  const choice = await ask(
    t('linkTitle'),
    [h('p', { class: 'link-text' }, href)],
    [{ label: t('cancel') }, { label: t('open'), primary: true }],
  );
  if (choice === 1) window.open(href, '_blank', 'noopener');
}
