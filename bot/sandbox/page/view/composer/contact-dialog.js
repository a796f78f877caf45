/** @import { Person } from '../../../chat-api.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { fullName, readablePhone } from '../../core/text.js';
import { contactCard } from '../parts/contact-card.js';
import { ask } from '../parts/dialogs.js';
import { h } from '../parts/dom.js';

/**
 * Nobody gives a bot their phone number by a single tap.
 * @param {Person} person
 * @param {string} botName
 * @param {Translate} t
 * @returns {Promise<boolean>} whether the person agreed
 */
export async function confirmContact(person, botName, t) {
  const card = contactCard(fullName(person), person.phone_number, person.id);
  const text = t('shareText', { bot: botName, phone: readablePhone(person.phone_number) });
  const choices = [{ label: t('cancel') }, { label: t('share'), primary: true }];
  return (await ask(t('shareTitle'), [card, h('p', {}, text)], choices)) === 1;
}
