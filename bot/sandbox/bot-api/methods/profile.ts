import { countCharacters } from '../../text/formatted-text.ts';
import type { ByLanguage } from '../../world/bot-account.ts';
import { badRequest } from '../api-error.ts';
import type { Call, Method } from '../method.ts';
import { readLanguage } from '../reading/read-language.ts';

export const getMe: Method = ({ bot }) => bot.getMe();

export const setMyName = setter('name', 64, ({ bot }) => bot.names);
export const getMyName = getter('name', ({ bot }) => bot.names);
export const setMyDescription = setter('description', 512, ({ bot }) => bot.descriptions);
export const getMyDescription = getter('description', ({ bot }) => bot.descriptions);
export const setMyShortDescription = setter('short_description', 120, ({ bot }) => bot.shortDescriptions);
export const getMyShortDescription = getter('short_description', ({ bot }) => bot.shortDescriptions);

function setter(field: string, max: number, texts: (call: Call) => ByLanguage<string>): Method {
  return (call) => {
    const language = readLanguage(call.parameters);
    const text = call.parameters.text(field);
    if (countCharacters(text) > max) throw badRequest(`bot ${field.replace('_', ' ')} is too long`);
    const byLanguage = texts(call);
    // A bot always has a name: an empty one goes back to what there was for everyone.
    if (text) byLanguage.set(language, text);
    else if (language || field !== 'name') byLanguage.delete(language);
    call.world.events.tell({ type: 'bot', bot: call.bot.view() });
    return true;
  };
}

function getter(field: string, texts: (call: Call) => ByLanguage<string>): Method {
  return (call) => {
    const byLanguage = texts(call);
    return { [field]: byLanguage.get(readLanguage(call.parameters)) ?? byLanguage.get('') ?? '' };
  };
}
