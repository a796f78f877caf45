import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Courier } from '../../engine/ports/courier.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { grammyTelegramApi } from '../telegram/api/grammy-api.ts';
import { createCourier } from '../telegram/courier.ts';
import { createPacing, type PacingOptions } from '../telegram/pacing.ts';
import { createOutboxRenderer } from './outbox/render-outbox.ts';
import { publishProfile } from './profile/publish-profile.ts';
import type { HolderDeps } from './turn.ts';
import { UPDATE_KINDS } from './update/read-update.ts';
import { UpdateQueue } from './update/update-queue.ts';

export interface HolderBotDeps extends HolderDeps {
  token: string;
  /** Of a Bot API server of one's own; Telegram's when left out. */
  apiRoot?: string;
  storage: Storage;
  clock: Clock;
  maker: Pick<CopyMaker, 'makePlainCopy'>;
  /** Where a copy with this verification code is checked. */
  verifyUrl: (verificationCode: string) => string;
  logger: Pick<Logger, 'error' | 'warn' | 'info'>;
  pacing?: Partial<PacingOptions>;
  /** Called after each update: there may be copies to make and messages to send. */
  onHandled?: () => void;
}

export interface HolderBot {
  /** Delivers the outbox's items for this bot. */
  readonly courier: Courier;
  /**
   * Checks the token, sets what people see of the bot, and resolves once it polls. Rejects with grammY's error for a
   * wrong token; what ends polling later goes to `onFatal`.
   */
  start(onFatal: (error: unknown) => void): Promise<void>;
  /** Handles an update that came another way, such as a webhook. Resolves once it is answered. */
  handle(update: Update): Promise<void>;
  /** Lets what is being answered finish, confirms it and ends polling. */
  stop(): Promise<void>;
}

export function createHolderBot(deps: HolderBotDeps): HolderBot {
  const { token, apiRoot, logger } = deps;
  const bot = new Bot(token, apiRoot === undefined ? {} : { client: { apiRoot } });
  const api = grammyTelegramApi(bot.api);
  const pacing = createPacing(deps.pacing);
  const queue = new UpdateQueue({ ...deps, api, pacing, username: () => bot.botInfo.username });
  let polling: Promise<void> | undefined;

  // grammY hands over one update at a time and waits; ours are answered side by side, one after another in each chat.
  bot.use(({ update }) => void queue.add(update));
  bot.catch(({ error }) => logger.error({ err: error }, 'an update could not be taken'));
  // Asking for more confirms what came before: only after it was answered.
  bot.api.config.use(async (call, method, payload, signal) => {
    if (method === 'getUpdates') await queue.drained();
    return call(method, payload, signal);
  });

  return {
    courier: createCourier({
      api,
      pacing,
      render: createOutboxRenderer(deps),
      onFault: (fault, facts) => logger.error({ err: fault, ...facts }, 'a message could not be worded'),
    }),
    async start(onFatal) {
      await bot.init();
      await publishProfile(bot.api).catch((error: unknown) => {
        logger.warn({ err: error }, 'the commands and descriptions of the bot could not be set');
      });
      await new Promise<void>((resolve, reject) => {
        polling = bot.start({ allowed_updates: UPDATE_KINDS, onStart: () => resolve() }).catch((error: unknown) => {
          reject(error);
          onFatal(error);
        });
      });
    },
    async handle(update) {
      if (!bot.isInited()) await bot.init();
      await queue.add(update);
    },
    async stop() {
      if (bot.isRunning()) await bot.stop();
      await polling;
      await queue.drained();
      await pacing.close();
    },
  };
}
