import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { Person } from './chat-api.ts';
import { MovableClock } from './movable-clock.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import type { BotOptions } from './world/bot-account.ts';

export interface SandboxCommandIo {
  out(text: string): void;
  err(text: string): void;
}

/** None that `npm start` listens at: both may run at once. */
const DEFAULT_PORT = '8090';
const DEFAULT_BOT = '1000000001:token-of-the-sandbox-bot=sandbox_bot';

/**
 * Runs the local Bot API alone, for any bot, until `signal` aborts (an interrupt, unless given). Returns the exit
 * code: 0 done, 1 it can't listen there, 2 misused, which the caller explains.
 */
export async function runSandboxCommand(
  argv: readonly string[],
  io: SandboxCommandIo,
  signal: AbortSignal = interrupted(),
): Promise<0 | 1 | 2> {
  const options = readOptions(argv);
  if (!options) return 2;
  try {
    const people = PEOPLE.map((person) => ({ ...person, bot: options.bots[0]?.username ?? '' }));
    const sandbox = await startSandbox({ ...options, clock: MovableClock.real(), people });
    io.out(greeting(sandbox, options.bots));
    if (!signal.aborted) await once(signal, 'abort');
    await sandbox.close();
    return 0;
  } catch (error) {
    io.err(`The sandbox can't start: ${explain(error, options.port)}\n`);
    return 1;
  }
}

function explain(error: unknown, port: number): string {
  if (!(error instanceof Error)) return String(error);
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error.message;
  return `port ${port} is in use; stop what uses it, or take another one with --port N.`;
}

interface Options {
  port: number;
  host: string;
  bots: BotOptions[];
}

function readOptions(argv: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: DEFAULT_PORT },
        host: { type: 'string', default: '127.0.0.1' },
        bot: { type: 'string', multiple: true, default: [DEFAULT_BOT] },
      },
    });
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
    const bots = values.bot.flatMap((text, index) => readBot(text, index) ?? []);
    if (!(port <= 65_535) || bots.length < values.bot.length) return undefined;
    return { port, host: values.host, bots };
  } catch {
    return undefined;
  }
}

function readBot(text: string, index: number): BotOptions | undefined {
  const match = /^([1-9]\d*:[\w-]+)(?:=(\w{1,32}))?$/.exec(text);
  const [, token, username = index === 0 ? 'sandbox_bot' : `sandbox_${index + 1}_bot`] = match ?? [];
  return token === undefined ? undefined : { token, username, name: username };
}

function greeting({ url, apiRoot }: Sandbox, bots: BotOptions[]): string {
  const token = bots[0]?.token ?? '';
  return [
    `Chat page   ${url}`,
    `API root    ${apiRoot}`,
    ...bots.map((bot) => `Token       ${bot.token}  (@${bot.username})`),
    '',
    'With grammY:',
    `  new Bot('${token}', { client: { apiRoot: '${apiRoot}' } })`,
    'With Telegraf:',
    `  new Telegraf('${token}', { telegram: { apiRoot: '${apiRoot}' } })`,
    'By hand:',
    `  curl ${apiRoot}/bot${token}/getMe`,
    '',
    'Everything is in memory. Stop it with Ctrl+C.',
    '',
  ].join('\n');
}

function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

const PEOPLE: Omit<Person, 'bot'>[] = [
  { id: 700_001, first_name: '小明', language_code: 'zh-hans', phone_number: '8613900000001' },
  { id: 700_002, first_name: 'Ada', language_code: 'en', phone_number: '447700900001' },
];
