import { type BotCommand, DEFAULT_SCOPE } from '../../world/bot-account.ts';
import { badRequest } from '../api-error.ts';
import type { Call, Method } from '../method.ts';
import { isRecord, Parameters } from '../parameters.ts';
import { readLanguage } from '../reading/read-language.ts';

const MAX_COMMANDS = 100;
const SCOPES = new Set(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']);
const CHAT_SCOPES = new Set(['chat', 'chat_administrators', 'chat_member']);

export const setMyCommands: Method = (call) => {
  const list = call.parameters.json('commands');
  if (!Array.isArray(list)) throw badRequest("can't parse commands: expected an Array");
  if (list.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  return store(call, list.map(readCommand));
};

export const deleteMyCommands: Method = (call) => store(call, []);

export const getMyCommands: Method = ({ bot, parameters }) =>
  bot.commands.get(readScope(parameters))?.get(readLanguage(parameters)) ?? [];

function store({ world, bot, parameters }: Call, commands: BotCommand[]): true {
  const scope = readScope(parameters);
  const byLanguage = bot.commands.get(scope) ?? new Map<string, BotCommand[]>();
  if (commands.length > 0) byLanguage.set(readLanguage(parameters), commands);
  else byLanguage.delete(readLanguage(parameters));
  bot.commands.set(scope, byLanguage);
  if (byLanguage.size === 0) bot.commands.delete(scope);
  world.events.tell({ type: 'bot', bot: bot.view() });
  return true;
}

function readCommand(value: unknown): BotCommand {
  if (!isRecord(value)) throw badRequest("can't parse BotCommand: expected an Object");
  const fields = new Parameters(value);
  const command = fields.text('command').replace(/^\//, '');
  const description = fields.text('description').trim();
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command, description };
}

function readScope(parameters: Parameters): string {
  const scope = parameters.json('scope');
  if (scope === undefined) return DEFAULT_SCOPE;
  if (!isRecord(scope)) throw badRequest("can't parse BotCommandScope: expected an Object");
  const fields = new Parameters(scope);
  const type = fields.text('type');
  if (SCOPES.has(type)) return JSON.stringify({ type });
  if (!CHAT_SCOPES.has(type)) throw badRequest("can't parse BotCommandScope: unsupported type specified");
  const chat_id = fields.text('chat_id');
  return JSON.stringify({ type, chat_id, ...(type === 'chat_member' && { user_id: fields.text('user_id') }) });
}
