/** @import { Outgoing } from '../../chat-api.ts' */
/** @import { Context } from './context.js' */
import { send } from '../net/api.js';
import { confirmContact } from '../view/composer/contact-dialog.js';
import { MAX_UPLOAD_BYTES, confirmFile } from '../view/composer/file-dialog.js';
import { openChatOf } from './context.js';

/**
 * What the person sends to the bot of the chat on screen. Each answers whether it went out.
 * @param {Context} context
 */
export function createSending(context) {
  const { attempt, t, toast } = context;

  /** @param {Outgoing} outgoing */
  const sendHere = async (outgoing) => {
    const here = openChatOf(context)?.chat;
    return here ? attempt(() => send(here.bot, here.person, outgoing)) : false;
  };

  return {
    send: sendHere,
    /** @param {string} text */
    sendText: (text) => sendHere({ kind: 'text', text }),

    async shareContact() {
      const here = openChatOf(context);
      if (!here?.bot || !here.person) return false;
      const agreed = await confirmContact(here.person, here.bot.name, t);
      return agreed ? sendHere({ kind: 'contact' }) : false;
    },

    /** @param {File} file */
    async sendFile(file) {
      if (file.size > MAX_UPLOAD_BYTES) return (toast(t('fileTooBig')), false);
      if (file.size === 0) return (toast(t('fileEmpty')), false);
      const outgoing = await confirmFile(file, t);
      return outgoing ? sendHere(outgoing) : false;
    },
  };
}
