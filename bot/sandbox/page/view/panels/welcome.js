/** @import { BotView, Person } from '../../../chat-api.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { byLanguage } from '../../core/text.js';
import { avatar } from '../parts/avatar.js';
import { h, refill } from '../parts/dom.js';

/** What an empty chat shows: the bot's own description, as in a first visit. */
export function createWelcome() {
  const element = h('div', { class: 'welcome' });
  /**
   * @param {BotView} bot
   * @param {Person | undefined} person
   * @param {Translate} t
   */
  const render = (bot, person, t) => {
    const about = describe(bot, person?.language_code ?? '');
    refill(element, [bot.name, about, t('start')], () => [
      h(
        'div',
        { class: 'welcome-card' },
        avatar(bot.name, bot.id, 'large'),
        h('h2', {}, bot.name),
        h('p', { class: 'card-kicker' }, t('whatCanBotDo')),
        about && h('p', { class: 'welcome-about' }, about),
      ),
    ]);
  };
  return { element, render };
}

/**
 * @param {BotView} bot
 * @param {string} language
 */
export function describe(bot, language) {
  return byLanguage(bot.description, language) || byLanguage(bot.short_description, language) || '';
}
