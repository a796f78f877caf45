import { countCharacters } from '../../text/formatted-text.ts';
import { badRequest } from '../api-error.ts';
import type { Method } from '../method.ts';

const MAX_ANSWER = 200;

export const answerCallbackQuery: Method = ({ world, bot, parameters }) => {
  const id = parameters.text('callback_query_id');
  const tap = bot.taps.get(id);
  if (!tap || tap.expiresAt <= world.clock.now()) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const text = parameters.text('text');
  if (countCharacters(text) > MAX_ANSWER) throw badRequest('MESSAGE_TOO_LONG');
  bot.taps.delete(id);
  const url = parameters.text('url');
  const place = { bot: bot.username, person: tap.conversation.chat.id };
  const shown = { ...(text && { text }), ...(url && { url }) };
  world.record({ ...place, what: 'callback_answer', ...(text && { text }) });
  const show_alert = parameters.flag('show_alert');
  world.events.tell({ type: 'callback_answer', ...place, callback_id: id, show_alert, ...shown });
  return true;
};
