/** @import { SandboxEvent } from '../../chat-api.ts' */
/** @typedef {Extract<SandboxEvent, { type: 'callback_answer' }>} Answer */

/** Answers kept for taps whose number this page does not know yet. */
const EARLY = 50;

/**
 * Matches answers with this page's own taps. A fast bot answers before the sandbox has told us the number of
 * the tap; other pages get the same events and must not show answers that are not theirs.
 * @param {(key: string, answer: Answer) => void} onAnswer
 */
export function createTaps(onAnswer) {
  /** @type {Map<string, string>} callback id → key of the button */
  const waiting = new Map();
  /** @type {Map<string, Answer>} */
  const early = new Map();

  return {
    /**
     * @param {string} key
     * @param {string} callbackId
     */
    started: (key, callbackId) => {
      const answer = early.get(callbackId);
      early.delete(callbackId);
      if (answer) onAnswer(key, answer);
      else waiting.set(callbackId, key);
    },
    /** @param {Answer} answer */
    answered: (answer) => {
      const key = waiting.get(answer.callback_id);
      waiting.delete(answer.callback_id);
      if (key !== undefined) return onAnswer(key, answer);
      early.set(answer.callback_id, answer);
      const oldest = early.keys().next().value;
      if (early.size > EARLY && oldest !== undefined) early.delete(oldest);
    },
    /**
     * Gives up waiting for a button.
     * @param {string} key
     * @returns {boolean} whether it still waited
     */
    forget: (key) => {
      const id = [...waiting.keys()].find((known) => waiting.get(known) === key);
      return id !== undefined && waiting.delete(id);
    },
  };
}
