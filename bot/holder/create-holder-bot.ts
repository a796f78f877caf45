import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { isAwaited } from '../../engine/generation/failure-of.ts';
import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { FileJudge } from '../../engine/ports/file-judge.ts';
import type { Courier } from '../../engine/ports/courier.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import type { TelegramApi } from '../telegram/api/telegram-api.ts';
import { grammyTelegramApi } from '../telegram/api/grammy-api.ts';
import { createCourier } from '../telegram/sending/courier.ts';
import { createPacing, type Pacing, type PacingOptions, type SenderFigures } from '../telegram/sending/pacing.ts';
import { type Taken, type WebhookAddress, WebhookFeed } from '../telegram/update/webhook-feed.ts';
import { createOutboxRenderer } from './outbox/render-outbox.ts';
import { publishProfile } from './profile/publish-profile.ts';
import type { HolderDeps } from './turn.ts';
import { Poller } from './update/poller.ts';
import { holderUpdates } from './update/holder-updates.ts';
import { UPDATE_KINDS } from './update/read-update.ts';

export interface HolderBotDeps extends Omit<HolderDeps, 'username'> {
  token: string;
  /** Of a Bot API server of one's own; Telegram's when left out. */
  apiRoot?: string;
  storage: Storage;
  clock: Clock;
  maker: Pick<CopyMaker, 'makePlainCopy'>;
  /** Of the files that people send. */
  judge: FileJudge;
  logger: Pick<Logger, 'error' | 'warn' | 'info'>;
  pacing?: Partial<PacingOptions>;
  /** Has Telegram bring the updates there, to be handed to `take`; asked for without. */
  webhook?: WebhookAddress | undefined;
  /** Called after each update: there may be copies to make and messages to send. */
  onHandled?: () => void;
}

export interface HolderBot {
  /** Delivers the outbox's items for this bot. */
  readonly courier: Courier;
  /** The bot's user name, without @; known once it has started. */
  readonly username: string;
  /** How busy its sender is. */
  sending(): SenderFigures;
  /**
   * Checks the token, sets what people see of the bot, and resolves once it polls or has a webhook. Rejects with
   * grammY's error for a wrong token; what ends polling later goes to `onFatal`.
   */
  start(onFatal: (error: unknown) => void): Promise<void>;
  /** A file that somebody sent, of at most so many bytes. Throws FileFault when it can't be had. */
  fetchFile(fileId: string, maxBytes: number): Promise<Uint8Array>;
  /** Handles an update that came another way. Resolves once it is answered. */
  handle(update: Update): Promise<void>;
  /**
   * Handles an update that a webhook brought. Resolves once it is noted with its reply, which a kill then doesn't lose,
   * or at once when the bot isn't at work.
   */
  take(update: Update): Promise<Taken>;
  /** Lets what is being answered finish, confirms it and ends polling, or takes the webhook away. */
  stop(): Promise<void>;
}

export function createHolderBot(deps: HolderBotDeps): HolderBot {
  const { token, apiRoot, logger } = deps;
  const bot = new Bot(token, apiRoot === undefined ? {} : { client: { apiRoot } });
  bot.catch(({ error }) => logger.error({ err: error }, 'an update could not be taken'));
  const api = grammyTelegramApi(bot.api);
  const pacing = createPacing(deps.pacing);
  const queue = holderUpdates({ ...deps, api, pacing, username: () => bot.botInfo.username });
  const { webhook: address } = deps;
  const webhook = address && new WebhookFeed({ api: bot.api, address, kinds: UPDATE_KINDS, queue, logger });
  const feed = webhook ?? new Poller(bot, queue);
  return {
    courier: courierOf(deps, api, pacing),
    get username() {
      return bot.botInfo.username;
    },
    sending: () => pacing.figures(),
    async start(onFatal) {
      await bot.init();
      await publishProfile(bot.api).catch((error: unknown) => {
        logger.warn({ err: error }, 'the commands and descriptions of the bot could not be set');
      });
      await queue.resume();
      await feed.start(onFatal);
    },
    fetchFile: (fileId, maxBytes) => fetchFile(api, fileId, maxBytes),
    async handle(update) {
      if (!bot.isInited()) await bot.init();
      await queue.add(update);
    },
    take: async (update) => (await webhook?.take(update)) ?? 'not-yet',
    async stop() {
      await feed.stop();
      await queue.drained();
      await pacing.close();
    },
  };
}

/** A file that somebody sent can't be fetched. */
class FileFault extends Error {
  readonly code = 'file';

  constructor(detail: string) {
    super(`a file could not be fetched: ${detail}`);
    this.name = 'FileFault';
  }
}

async function fetchFile(api: TelegramApi, fileId: string, maxBytes: number): Promise<Uint8Array> {
  const fetched = await api.downloadFile({ fileId, maxBytes });
  if (fetched.kind !== 'done') throw new FileFault(fetched.kind);
  if (fetched.value === 'too-large') throw new FileFault(fetched.value);
  return fetched.value;
}

function courierOf(deps: HolderBotDeps, api: TelegramApi, pacing: Pacing): Courier {
  return createCourier({
    api,
    pacing,
    render: createOutboxRenderer(deps),
    onFault: (err, facts) =>
      isAwaited(err)
        ? deps.logger.warn({ err, ...facts }, 'a copy could not be made')
        : deps.logger.error({ err, ...facts }, 'a message could not be worded'),
  });
}
