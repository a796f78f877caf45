/** @import { ChatMessage } from '../../../chat-api.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { fileUrl } from '../../net/api.js';
import { fileSize, suffixOf } from '../../core/text.js';
import { contactCard } from '../parts/contact-card.js';
import { h } from '../parts/dom.js';
import { icon } from '../parts/icons.js';

/**
 * What a message carries besides text.
 * @param {ChatMessage} message
 * @param {Translate} t
 * @returns {HTMLElement[]}
 */
export function attachments(message, t) {
  /** @type {HTMLElement[]} */
  const parts = [];
  if (message.photo) parts.push(photo(message.photo.file_id, t));
  if (message.document) parts.push(documentCard(message.document, t));
  if (message.contact) {
    const { first_name, phone_number, user_id } = message.contact;
    parts.push(contactCard(first_name, phone_number, user_id ?? 0));
  }
  if (message.sticker) parts.push(stickerPicture(message.sticker.emoji, t));
  return parts;
}

/**
 * @param {NonNullable<ChatMessage['document']>} file
 * @param {Translate} t
 */
function documentCard({ file_id, file_name, mime_type, file_size }, t) {
  const href = fileUrl(file_id);
  const suffix = suffixOf(file_name);
  const kind = mime_type === 'application/pdf' ? 'pdf' : 'other';
  const open = h(
    'a',
    {
      class: 'file-open',
      attributes: { href, target: '_blank', rel: 'noopener', 'aria-label': t('openFile', { name: file_name }) },
    },
    h('span', { class: `file-picture ${kind}` }, suffix || icon('download')),
    h(
      'span',
      { class: 'file-words' },
      h('span', { class: 'file-name' }, file_name),
      h('span', { class: 'file-size' }, `${fileSize(file_size)} · ${t('open')}`),
    ),
  );
  const label = t('downloadFile', { name: file_name });
  const save = h(
    'a',
    { class: 'file-save', attributes: { href, download: file_name, 'aria-label': label, title: t('download') } },
    icon('download'),
  );
  return h('div', { class: 'file' }, open, save);
}

/**
 * @param {string} fileId
 * @param {Translate} t
 */
function photo(fileId, t) {
  const href = fileUrl(fileId);
  const picture = h('img', { class: 'photo', attributes: { src: href, alt: t('photo') } });
  return h('a', { class: 'photo-link', attributes: { href, target: '_blank', rel: 'noopener' } }, picture);
}

/**
 * @param {string} emoji
 * @param {Translate} t
 */
function stickerPicture(emoji, t) {
  return h('div', { class: 'sticker', attributes: { role: 'img', 'aria-label': t('sticker', { emoji }) } }, emoji);
}
