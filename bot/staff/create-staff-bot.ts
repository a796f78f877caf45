import type { Logger } from 'pino';
import { Telegraf } from 'telegraf';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Courier } from '../../engine/ports/courier.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { type CallApi, telegrafTelegramApi } from '../telegram/api/telegraf-api.ts';
import type { StaffTelegramApi } from '../telegram/api/telegram-api.ts';
import { createCourier } from '../telegram/sending/courier.ts';
import { createPacing, type Pacing, type PacingOptions } from '../telegram/sending/pacing.ts';
import { type Taken, type WebhookAddress, WebhookFeed } from '../telegram/update/webhook-feed.ts';
import { CommandMenus } from './commands/command-menus.ts';
import { deleteDue } from './delete-due.ts';
import type { Duty } from './duty.ts';
import { DUTIES } from './duties.ts';
import { createNewsRenderer } from './outbox/render-staff-news.ts';
import type { ServiceFigures } from './service-figures.ts';
import { runNextTask } from './tasks/run-task.ts';
import type { StaffDeps } from './turn.ts';
import { StaffPoller } from './update/poller.ts';
import { type StaffUpdate, UPDATE_KINDS } from './update/read-update.ts';
import { staffUpdates } from './update/staff-updates.ts';

export interface StaffBotDeps extends Omit<StaffDeps, 'username' | 'holderBotUsername' | 'duties' | 'figures'> {
  token: string;
  /** Of a Bot API server of one's own; Telegram's when left out. */
  apiRoot?: string;
  storage: Storage;
  clock: Clock;
  /** Without @; asked for when somebody is to be sent there. */
  holderBotUsername: () => string;
  /** Of the process, and of the holder bot's sender. */
  figures: () => Omit<ServiceFigures, 'staffSender'>;
  logger: Pick<Logger, 'error' | 'warn' | 'info'>;
  pacing?: Partial<PacingOptions>;
  duties?: readonly Duty[];
  /** Has Telegram bring the updates there, to be handed to `take`; asked for without. */
  webhook?: WebhookAddress | undefined;
  /** Called after each update: there may be work and messages. */
  onHandled?: () => void;
}

export interface StaffBot {
  /** Delivers the outbox's items for this bot. */
  readonly courier: Courier;
  /** The bot's user name, without @; known once it has started. */
  readonly username: string;
  /**
   * Checks the token and resolves once the bot polls or has a webhook. Rejects with telegraf's error for a wrong
   * token; what ends polling later goes to `onFatal`.
   */
  start(onFatal: (error: unknown) => void): Promise<void>;
  /**
   * Handles an update that a webhook brought. Resolves once it is noted with its reply, which a kill then doesn't lose,
   * or at once when the bot isn't at work.
   */
  take(update: StaffUpdate): Promise<Taken>;
  /** Runs the task that waits longest. */
  runTask(): Promise<'worked' | 'idle'>;
  /** Deletes the messages whose time has come. */
  deleteDue(): Promise<'worked' | 'idle'>;
  /** Gives each member the menu of commands that their role and language ask for. */
  publishMenus(): Promise<void>;
  /** Lets what is being answered finish, confirms it and ends polling, or takes the webhook away. */
  stop(): Promise<void>;
}

export function createStaffBot(deps: StaffBotDeps): StaffBot {
  const { token, apiRoot, logger } = deps;
  const bot = createTelegraf(token, apiRoot);
  bot.catch((err) => logger.error({ err }, 'an update could not be taken'));
  const api = telegrafTelegramApi(bot.telegram, bot.telegram.callApi.bind(bot.telegram) as CallApi);
  const pacing = createPacing(deps.pacing);
  const inside = { ...deps, api, pacing, staffDeps: () => staffDepsOf(deps, usernameOf(bot), pacing) };
  const queue = staffUpdates(inside);
  const { webhook: address } = deps;
  const webhook = address && new WebhookFeed({ api: bot.telegram, address, kinds: UPDATE_KINDS, queue, logger });
  const feed = webhook ?? new StaffPoller(bot, queue);
  const menus = new CommandMenus(inside);
  return {
    courier: courierOf(inside),
    get username() {
      return usernameOf(bot);
    },
    async start(onFatal) {
      await init(bot);
      await queue.resume();
      await feed.start(onFatal);
    },
    take: async (update) => (await webhook?.take(update)) ?? 'not-yet',
    runTask: () => runNextTask(inside),
    deleteDue: () => deleteDue(inside),
    publishMenus: () => menus.publish(),
    async stop() {
      await feed.stop();
      await queue.drained();
      await pacing.close();
    },
  };
}

// A handler that takes long is not cancelled by telegraf's timeout, only reported as a failure, which it is not. An
// answer in a webhook's response would go out past the pacing.
function createTelegraf(token: string, apiRoot: string | undefined): Telegraf {
  const telegram = { webhookReply: false, ...(apiRoot !== undefined && { apiRoot }) };
  return new Telegraf(token, { handlerTimeout: Number.POSITIVE_INFINITY, telegram });
}

async function init(bot: Telegraf): Promise<void> {
  bot.botInfo ??= await bot.telegram.getMe();
}

function usernameOf({ botInfo }: Telegraf): string {
  if (!botInfo) throw new Error('the staff bot has not started yet');
  return botInfo.username;
}

function staffDepsOf(deps: StaffBotDeps, username: string, pacing: Pacing): StaffDeps {
  const { policy, rules, zone, catalogue, random, holderFile, missingCharacters, duties = DUTIES } = deps;
  const holderBotUsername = deps.holderBotUsername();
  const figures = () => ({ ...deps.figures(), staffSender: pacing.figures() });
  const given = { policy, rules, zone, catalogue, random, holderFile, missingCharacters };
  return { ...given, username, holderBotUsername, duties, figures };
}

function courierOf(
  deps: StaffBotDeps & { api: StaffTelegramApi; pacing: Pacing; staffDeps: () => StaffDeps },
): Courier {
  return createCourier({
    api: deps.api,
    pacing: deps.pacing,
    render: createNewsRenderer(deps),
    onFault: (fault, facts) => deps.logger.error({ err: fault, ...facts }, 'a message could not be worded'),
  });
}
