/** @import { ChatMessage } from '../../../chat-api.ts' */
/** @import { Translate } from '../../core/i18n.js' */

/** Characters that a line can need. */
const LINE = 120;

/**
 * What a message says, in a line.
 * @param {ChatMessage} message
 * @param {Translate} t
 */
export function quotedWords(message, t) {
  return (message.text ?? message.caption ?? kindOf(message, t)).replaceAll(/\s+/g, ' ').slice(0, LINE);
}

/**
 * @param {ChatMessage} message
 * @param {Translate} t
 */
function kindOf(message, t) {
  if (message.sticker) return message.sticker.emoji;
  if (message.contact) return t('contact');
  if (message.photo) return t('photo');
  return message.document?.file_name ?? t('document');
}
