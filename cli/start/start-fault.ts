import { GrammyError, HttpError } from 'grammy';
import { TelegramError } from 'telegraf';
import type { Config } from '../../config.ts';

/** The service can't start, or had to stop; `message` is one sentence that says what to do. */
class StartFault extends Error {
  override readonly name = 'StartFault';
}

/** Which bot's token was used. */
export type TokenSetting = 'HOLDER_BOT_TOKEN' | 'STAFF_BOT_TOKEN';

/**
 * Puts what an operator can mend into words; anything else is passed on as it is. What telegraf throws is about the
 * staff bot, whatever `setting` says.
 */
export function startFault(error: unknown, config: Config, setting: TokenSetting = 'HOLDER_BOT_TOKEN'): Error {
  const sentence = sentenceFor(error, config, setting);
  if (sentence !== undefined) return new StartFault(sentence, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

function sentenceFor(error: unknown, config: Config, setting: TokenSetting): string | undefined {
  const { telegramApiRoot: apiRoot } = config;
  if (error instanceof GrammyError) return answerSentence(error, apiRoot, setting);
  if (error instanceof TelegramError) {
    return answerSentence({ error_code: error.code, description: error.description }, apiRoot, 'STAFF_BOT_TOKEN');
  }
  if (error instanceof HttpError || isFetchError(error))
    return `${apiRoot} can't be reached; check the network and TELEGRAM_API_ROOT.`;
  return portSentence(error, config);
}

/** A port that can't be listened at; undefined when it is something else. */
function portSentence(error: unknown, config: Config): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('port' in error)) return undefined;
  const { code, port } = error;
  const setting = portSetting(port, config);
  if (code === 'EADDRINUSE')
    return `Port ${String(port)} is in use; stop what uses it, or set ${setting} to another one.`;
  if (code === 'EACCES') return `Port ${String(port)} may not be used by this user; set ${setting} to one above 1023.`;
  return undefined;
}

function portSetting(port: unknown, { web }: Config): string {
  if (port === web.operations?.port) return 'OPERATIONS_PORT';
  return port === web.port ? 'WEB_PORT' : 'PORT';
}

// Of node-fetch, which telegraf passes on.
function isFetchError(error: unknown): boolean {
  return error instanceof Error && error.name === 'FetchError';
}

/** What setWebhook's refusals begin with. */
const BAD_WEBHOOK = 'Bad Request: bad webhook';

function answerSentence(
  { error_code: code, description }: Pick<GrammyError, 'error_code' | 'description'>,
  apiRoot: string,
  setting: TokenSetting,
): string {
  if (code === 401 || code === 404) {
    return `Telegram does not know the token in ${setting}; copy it again from @BotFather.`;
  }
  if (description.startsWith(BAD_WEBHOOK)) {
    return `Telegram can't bring updates to PUBLIC_URL${description.slice(BAD_WEBHOOK.length)}; change it, or set WEBHOOK to 0.`;
  }
  if (code === 409) {
    return `Another process uses the token in ${setting} (or a webhook is set for it); stop that one first.`;
  }
  return `${apiRoot} answers ${code} ${description}; try again later, or check TELEGRAM_API_ROOT.`;
}
