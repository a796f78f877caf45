/** @import { Context } from './context.js' */
import { rememberLanguage } from '../core/i18n.js';
import { shortStamp } from '../core/time.js';
import { advanceClock, block } from '../net/api.js';
import { copyText } from '../view/parts/clipboard.js';
import { ask } from '../view/parts/dialogs.js';
import { h } from '../view/parts/dom.js';
import { describe } from '../view/panels/welcome.js';
import { openChatOf } from './context.js';

/**
 * What the person changes around the conversation.
 * @param {Context} context
 */
export function createSettings(context) {
  const { store, attempt, t, toast } = context;
  return {
    /** @param {boolean} blocked */
    async setBlocked(blocked) {
      const seat = openChatOf(context)?.seat;
      if (!seat || !(await attempt(() => block(seat, blocked)))) return;
      store.change({ type: 'blocked', bot: seat.bot, person: seat.person, blocked });
      toast(t(blocked ? 'blocked' : 'unblocked'));
    },

    /** @param {number} ms */
    async moveClock(ms) {
      await attempt(async () => {
        const now = await advanceClock(ms);
        store.change({ type: 'clock', now });
        toast(t('moved', { at: shortStamp(store.state().language, now) }));
      });
    },

    /** @param {string} text */
    async copy(text) {
      toast(t((await copyText(text)) ? 'copied' : 'copyFailed'));
    },

    switchLanguage() {
      const language = store.state().language === 'zh' ? 'en' : 'zh';
      rememberLanguage(language);
      store.change({ type: 'language', language });
    },

    async showBot() {
      const here = openChatOf(context);
      if (!here?.bot) return;
      const about = describe(here.bot, here.person?.language_code ?? '');
      const body = [h('p', { class: 'bot-handle' }, `@${here.bot.username}`), h('p', { class: 'alert-text' }, about)];
      await ask(here.bot.name, body, [{ label: t('close'), primary: true }]);
    },
  };
}
