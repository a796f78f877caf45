import type { IncomingMessage, ServerResponse } from 'node:http';
import { findMethod } from '../bot-api/method-table.ts';
import type { BotAccount } from '../world/bot-account.ts';
import type { World } from '../world/world.ts';
import { answerCall } from './answer-call.ts';
import { sendJson } from './send-json.ts';

/** One call that a bot made, as the log of requests keeps it. `getUpdates` is not logged. */
export interface LoggedRequest {
  at: number;
  bot: string;
  method: string;
  parameters: Readonly<Record<string, unknown>>;
  /** HTTP status; 0 when the connection was cut. */
  status: number;
  /** What was answered when it was refused. */
  description?: string;
}

const LOG_LENGTH = 10_000;

/** Answers the bots: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export class BotSide {
  readonly requests: LoggedRequest[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** True when the address is of the bots' side; then it is answered. */
  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    const [, isFile, token, rest] = /^(\/file)?\/bot([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
    if (token === undefined || rest === undefined) return false;
    const bot = this.#world.bots.find((known) => known.token === decodeURIComponent(token));
    if (isFile) this.#download(response, bot, decodeURIComponent(rest));
    else await this.#call(request, response, url, bot, rest);
    return true;
  }

  async #call(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    bot: BotAccount | undefined,
    name: string,
  ): Promise<void> {
    const found = findMethod(name);
    const canonical = found?.name ?? name;
    const fault = bot && this.#world.faults.take(bot.username, canonical);
    if (fault?.kind === 'drop') {
      this.#log(bot, { method: canonical, parameters: {}, status: 0 });
      return void request.socket.destroy();
    }
    const call = { world: this.#world, request, response, url, bot, method: found?.method, fault };
    const { body, ...outcome } = await answerCall(call);
    const dropped = fault?.kind === 'accept_then_drop';
    this.#log(bot, { method: canonical, ...outcome, ...(dropped && { status: 0 }) });
    if (dropped) request.socket.destroy();
    else if (!response.destroyed) sendJson(response, outcome.status, body);
  }

  #download(response: ServerResponse, bot: BotAccount | undefined, path: string): void {
    const file = bot?.downloads.get(path);
    if (!file) return sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
  }

  #log(bot: BotAccount | undefined, entry: Omit<LoggedRequest, 'at' | 'bot'>): void {
    if (!bot || entry.method === 'getUpdates') return;
    this.requests.push({ at: this.#world.clock.now(), bot: bot.username, ...entry });
    if (this.requests.length > LOG_LENGTH) this.requests.shift();
  }
}
