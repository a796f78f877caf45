/** @import { Outgoing } from '../../chat-api.ts' */
/** @import { Context } from './context.js' */
import { send } from '../net/api.js';
import { confirmContact } from '../view/composer/contact-dialog.js';
import { MAX_UPLOAD_BYTES, confirmFile } from '../view/composer/file-dialog.js';
import { openChatOf } from './context.js';

/**
 * @param {Context} context
 * @returns {{ reply_to: number, thread_id?: number } | null}
 */
function repliedTo(context) {
  const { replying } = context.store.state();
  const message = openChatOf(context)?.chat.messages.find(({ message_id }) => message_id === replying);
  if (!message) return null;
  const { message_id: reply_to, thread_id } = message;
  return thread_id === undefined ? { reply_to } : { reply_to, thread_id };
}

/**
 * What the person sends to the bot of the chat on screen. Each answers whether it went out.
 * @param {Context} context
 */
export function createSending(context) {
  const { attempt, t, toast } = context;

  /** @param {Outgoing} outgoing */
  const sendHere = async (outgoing) => {
    const seat = openChatOf(context)?.seat;
    return seat ? attempt(() => send(seat, outgoing)) : false;
  };

  /**
   * A text answers the message that was chosen for it, in that one's topic.
   * @param {string} text
   */
  const sendText = async (text) => {
    const answered = repliedTo(context);
    const sent = await sendHere({ kind: 'text', text, ...answered });
    if (sent && answered) context.store.change({ type: 'replying', message: null });
    return sent;
  };

  return {
    send: sendHere,
    sendText,
    /** @param {number | null} message that the next text answers */
    replyTo: (message) => context.store.change({ type: 'replying', message }),

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
