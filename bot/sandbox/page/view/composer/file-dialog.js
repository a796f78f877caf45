/** @import { Outgoing } from '../../../chat-api.ts' */
/** @import { Translate } from '../../core/i18n.js' */
import { fileSize, suffixOf } from '../../core/text.js';
import { ask } from '../parts/dialogs.js';
import { h } from '../parts/dom.js';

/** What a bot may download (Bot API, getFile). */
export const MAX_UPLOAD_BYTES = 20_000_000;

/**
 * Shows the file that is about to go out and takes a caption.
 * @param {File} file
 * @param {Translate} t
 * @returns {Promise<Outgoing | null>} null when dismissed
 */
export async function confirmFile(file, t) {
  const caption = h('input', {
    class: 'field',
    attributes: { type: 'text', maxlength: 1024, placeholder: t('caption'), 'aria-label': t('caption') },
  });
  const card = h(
    'div',
    { class: 'file' },
    h('span', { class: 'file-picture other' }, suffixOf(file.name)),
    h(
      'span',
      { class: 'file-words' },
      h('span', { class: 'file-name' }, file.name),
      h('span', { class: 'file-size' }, fileSize(file.size)),
    ),
  );
  const choice = await ask(
    t('sendFileTitle'),
    [card, caption],
    [{ label: t('cancel') }, { label: t('send'), primary: true }],
  );
  if (choice !== 1) return null;
  return {
    kind: 'document',
    file_name: file.name,
    mime_type: file.type || 'application/octet-stream',
    base64: await toBase64(file),
    ...(caption.value.trim() ? { caption: caption.value.trim() } : {}),
  };
}

/**
 * @param {File} file
 * @returns {Promise<string>}
 */
function toBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : ''),
    );
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable file')));
    reader.readAsDataURL(file);
  });
}
