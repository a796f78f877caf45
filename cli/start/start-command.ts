import { once } from 'node:events';
import path from 'node:path';
import type { Logger } from 'pino';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import { createLogger } from '../../bot/telegram/log/create-logger.ts';
import { RecentErrors } from '../../bot/telegram/log/recent-errors.ts';
import type { Config } from '../../config.ts';
import { type Loop, startLoop } from '../../service/loop.ts';
import { type Prepared, prepare } from '../../service/documents/prepare.ts';
import { serviceFacts } from '../../service/service-facts.ts';
import { createService, type Service } from '../../service/service.ts';
import { startSandboxService } from '../../service/start-sandbox-service.ts';
import { systemClock, systemRandom } from '../../service/system.ts';
import { tellFaults } from '../../service/trust/tell-faults.ts';
import { createDoors, type Doors } from '../../service/web/doors.ts';
import { type Command, type ExitCode, type Io, UsageFault } from '../command.ts';
import { askUserName } from './ask-user-name.ts';
import { startFault } from './start-fault.ts';
import { loadConfig } from '../project.ts';

const REFRESH_TRUST_MS = 60_000;

export const startCommand: Command = async (argv, io) => {
  if (argv.length > 0) throw new UsageFault('start takes no arguments; settings come from the environment or .env.');
  const config = loadConfig();
  if (config.holderBotToken === null) return startSandbox(config, io);
  return startForReal(config, config.holderBotToken, io);
};

async function startForReal(config: Config, token: string, io: Io): Promise<ExitCode> {
  const errors = new RecentErrors(systemClock);
  const logger = createLogger({ level: config.logLevel, secrets: secretsOf(config), errors });
  const prepared = await prepare(config, systemClock);
  const trust = refreshTrust(prepared, logger);
  const doors = await createDoors({ config, prepared, clock: systemClock, logger });
  const service = createService({
    ...prepared,
    ...doors.forService,
    clock: systemClock,
    random: systemRandom,
    logger,
    policy: config.policy,
    token,
    staffToken: config.staffBotToken,
    facts: serviceFacts({ clock: systemClock, databaseUrl: config.databaseUrl, errors }),
    apiRoot: config.telegramApiRoot,
    verifyUrl: (code, username) =>
      config.publicUrl === null ? `https://t.me/${username}?start=v-${code}` : `${config.publicUrl}/v/${code}`,
  });
  try {
    const fatal = await runUntilStopped(config, token, service, doors, logger);
    if (fatal === undefined) return 0;
    io.err(`${startFault(fatal.error, config).message}\n`);
    return 1;
  } catch (error) {
    throw startFault(error, config);
  } finally {
    await doors.close();
    await trust.stop();
    await prepared.close();
  }
}

/** Answers what ended it, if it wasn't whoever runs it. */
async function runUntilStopped(
  config: Config,
  token: string,
  service: Service,
  doors: Doors,
  logger: Logger,
): Promise<{ error: unknown } | undefined> {
  const ended = new AbortController();
  let fatal: { error: unknown } | undefined;
  await askUserName(token, config.telegramApiRoot);
  await checkStaffToken(config);
  await doors.open(service);
  await service.start((error) => {
    fatal = { error };
    ended.abort();
  });
  logger.info(config.staffBotToken === null ? 'the holder bot is running' : 'both bots are running');
  await interrupted(ended);
  await service.stop();
  return fatal;
}

/** Before anything runs that would have to be stopped again. */
async function checkStaffToken(config: Config): Promise<void> {
  const { staffBotToken, telegramApiRoot } = config;
  if (staffBotToken === null) return;
  await askUserName(staffBotToken, telegramApiRoot).catch((error: unknown) => {
    throw startFault(error, config, 'STAFF_BOT_TOKEN');
  });
}

function refreshTrust(prepared: Prepared, logger: Logger): Loop {
  const tell = tellFaults(logger);
  return startLoop({
    run: async () => {
      await prepared.refreshTrust();
      tell(prepared.trustFaults());
      return 'idle';
    },
    idleMs: REFRESH_TRUST_MS,
    onFault: (err) => logger.error({ err }, 'validation data could not be renewed'),
  });
}

async function startSandbox(config: Config, io: Io): Promise<ExitCode> {
  const errors = new RecentErrors(systemClock);
  const running = await startSandboxService({
    config,
    dir: path.join(config.varDir, 'sandbox'),
    port: config.port,
    webPort: config.web.port,
    clock: MovableClock.real(),
    random: systemRandom,
    logger: createLogger({ level: 'warn', secrets: secretsOf(config), errors }),
    errors,
  }).catch((error: unknown) => {
    throw startFault(error, config);
  });
  io.out(
    [
      '',
      'Jiazhu 加注 · sandbox',
      '',
      `  Chat page           ${running.sandbox.url}`,
      `  Verification page   ${running.web.url}`,
      '',
      'Open the page, choose a demonstration holder and press Start; below them are members of staff, to play the other',
      'side. The control at the top moves the clock.',
      'Everything is made up, and begun anew at each start. Set HOLDER_BOT_TOKEN to talk to Telegram instead.',
      'Ctrl-C stops it.',
      '',
      '',
    ].join('\n'),
  );
  await interrupted(new AbortController());
  await running.close();
  return 0;
}

function secretsOf({ holderBotToken, staffBotToken }: Config): string[] {
  return [holderBotToken, staffBotToken].filter((token) => token !== null);
}

/** Resolves when the process is asked to stop, or `ended` aborts. */
async function interrupted(ended: AbortController): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  if (!ended.signal.aborted) await once(ended.signal, 'abort');
}
