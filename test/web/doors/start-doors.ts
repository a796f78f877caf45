import type { Person } from '../../../bot/sandbox/chat-api.ts';
import { MovableClock } from '../../../bot/sandbox/movable-clock.ts';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { type Sandbox, startSandbox } from '../../../bot/sandbox/sandbox.ts';
import { createLogger } from '../../../bot/telegram/log/create-logger.ts';
import { type Config, parseConfig } from '../../../config.ts';
import { inviteMember } from '../../../engine/staff/invite-member.ts';
import { prepare, type Prepared } from '../../../service/documents/prepare.ts';
import { createService, type Service } from '../../../service/service.ts';
import { createDoors } from '../../../service/web/doors.ts';
import { type BotName, type Webhooks, webhookAddresses } from '../../../service/web/webhook-addresses.ts';
import { at } from '../../fakes/fixed-clock.ts';
import { freePort } from '../../fakes/free-port.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';

export const BOT_ACCOUNTS = {
  holder: { token: '1001:doors-token-that-is-no-secret-at-all', username: 'doors_bot', name: '加注' },
  staff: { token: '2002:doors-token-of-staff-no-secret-either', username: 'doors_staff_bot', name: '客服' },
} as const;

export const LI: Person = {
  id: 5_550_601,
  first_name: '李',
  language_code: 'zh-CN',
  phone_number: '8613800000001',
  bot: BOT_ACCOUNTS.holder.username,
};
const ZHOU: Person = {
  id: 5_550_602,
  first_name: '周',
  language_code: 'zh-CN',
  phone_number: '8613800000002',
  bot: BOT_ACCOUNTS.staff.username,
};

interface WebhookInfo {
  url: string;
  allowed_updates?: string[];
  pending_update_count: number;
  last_error_message?: string;
}

/** Both bots of a service in real use, their webhooks and the page, over HTTP; Telegram's place is the sandbox's. */
export interface OpenDoors {
  readonly sandbox: Sandbox;
  readonly prepared: Prepared;
  readonly service: Service;
  readonly config: Config;
  /** Where the page is, and where operators' tools ask. */
  readonly page: string;
  readonly operations: string;
  readonly webhooks: Webhooks;
  /** Brings something to a bot's webhook, as Telegram does when `secret` is the bot's. */
  bring(bot: BotName, body: unknown, secret?: string): Promise<Response>;
  secretOf(bot: BotName): string;
  /** Calls the Bot API for a bot. */
  ask<T>(bot: BotName, method: string, parameters?: object): Promise<T>;
  info(bot: BotName): Promise<WebhookInfo>;
  /** The next process with the same database, after the service was stopped; it hasn't started yet. */
  nextService(options: { webhooks: Webhooks }): Service;
  close(): Promise<void>;
}

export interface DoorsOptions {
  /** Gives places in a folder of their own. */
  path: (name: string) => string;
  /** Called while the doors are open and the service hasn't started. */
  beforeStart?: (doors: OpenDoors) => Promise<void>;
}

export async function startDoors({ path, beforeStart }: DoorsOptions): Promise<OpenDoors> {
  const clock = MovableClock.frozenAt(at('2026-11-22T10:00:00+08:00'));
  const sandbox = await startSandbox({ clock, people: [LI, ZHOU], bots: Object.values(BOT_ACCOUNTS) });
  const config = await settings(sandbox, path);
  const prepared = await prepare(config, clock);
  const logger = createLogger({ level: 'silent' });
  const doors = await createDoors({ config, prepared, clock, logger });
  const nextService = (over: { webhooks?: Webhooks }): Service =>
    createService({
      ...prepared,
      ...doors.forService,
      clock,
      random: seededRandom(),
      logger,
      policy: config.policy,
      token: BOT_ACCOUNTS.holder.token,
      staffToken: BOT_ACCOUNTS.staff.token,
      apiRoot: sandbox.apiRoot,
      verifyUrl: (code) => `${config.publicUrl}/v/${code}`,
      pacing: { betweenCallsMs: 0, betweenInChatMs: 0 },
      ...over,
    });
  const service = nextService({});
  const open: OpenDoors = {
    ...telegramSide(sandbox, webhookAddresses(config)),
    sandbox,
    prepared,
    service,
    config,
    page: config.publicUrl ?? '',
    operations: `http://127.0.0.1:${config.web.operations?.port}`,
    nextService,
    async close() {
      await service.stop();
      await doors.close();
      await prepared.close();
      await sandbox.close();
    },
  };
  await doors.open(service);
  await beforeStart?.(open);
  await service.start(fail);
  return open;
}

/** Enough for a busy machine. */
export const PATIENCE = { timeout: 10_000 };

/** What ends a bot has no place in these tests. */
export function fail(error: unknown): never {
  throw error;
}

/** Somebody new among the staff, in their chat with the staff bot. */
export async function joinStaff({ config, prepared, sandbox }: OpenDoors): Promise<PersonClient> {
  const { policy } = config;
  const now = at('2026-11-22T10:00:00+08:00');
  const deps = { policy, random: seededRandom('invitation') };
  const { code } = await prepared.storage.transact((tx) => inviteMember(tx, deps, { now, role: 'agent', by: null }));
  const member = sandbox.person(ZHOU.id);
  await member.openDeepLink(code);
  await member.waitForText('欢迎加入');
  return member;
}

function telegramSide(sandbox: Sandbox, webhooks: Webhooks) {
  const ask = async <T>(bot: BotName, method: string, parameters: object = {}): Promise<T> => {
    const response = await post(`${sandbox.apiRoot}/bot${BOT_ACCOUNTS[bot].token}/${method}`, parameters);
    const { result } = (await response.json()) as { result: T };
    return result;
  };
  return {
    webhooks,
    ask,
    info: (bot: BotName) => ask<WebhookInfo>(bot, 'getWebhookInfo'),
    secretOf: (bot: BotName) => webhooks[bot]?.secret ?? '',
    bring: (bot: BotName, body: unknown, secret?: string) =>
      post(webhooks[bot]?.url ?? '', body, secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
  };
}

function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const json = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } });
}

async function settings({ apiRoot }: Sandbox, path: DoorsOptions['path']): Promise<Config> {
  const webPort = await freePort();
  const env = {
    HOLDER_BOT_TOKEN: BOT_ACCOUNTS.holder.token,
    STAFF_BOT_TOKEN: BOT_ACCOUNTS.staff.token,
    TELEGRAM_API_ROOT: apiRoot,
    DATABASE_URL: path('jiazhu.db'),
    DATA_KEY_FILE: path('data.key'),
    ISSUER_DIR: path('issuer'),
    PUBLIC_URL: `http://127.0.0.1:${webPort}`,
    WEB_PORT: `${webPort}`,
    OPERATIONS_PORT: `${await freePort()}`,
    WEBHOOK: '1',
  };
  return parseConfig(env, { policy: null }, new URL('../../..', import.meta.url).pathname);
}
