import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../chat-api.ts';
import { ApiError } from '../methods/api-error.ts';
import { Described } from '../methods/method.ts';
import { findMethod } from '../methods/method-table.ts';
import type { BotAccount } from '../world/bot-account.ts';
import type { World } from '../world/world.ts';
import { readParameters } from './read-parameters.ts';

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

  /** True when the address is of the bots' side and is being answered. */
  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
    if (file) return this.#download(response, decodeURIComponent(file[1] ?? ''), decodeURIComponent(file[2] ?? ''));
    const call = /^\/bot([^/]+)\/([^/]+)$/.exec(url.pathname);
    if (!call) return false;
    await this.#call(request, response, decodeURIComponent(call[1] ?? ''), call[2] ?? '', url.searchParams);
    return true;
  }

  async #call(request: IncomingMessage, response: ServerResponse, token: string, name: string, query: URLSearchParams) {
    const bot = this.#bot(token);
    const found = findMethod(name);
    const fault = bot && this.#takeFault(bot, found?.name ?? name);
    const method = found?.name ?? name;
    if (fault?.kind === 'drop') {
      if (bot) this.#log({ bot: bot.username, method, parameters: {}, status: 0 });
      return void request.socket.destroy();
    }
    const outcome = await this.#outcome(request, response, bot, found, query, fault);
    if (fault?.kind === 'accept_then_drop') outcome.status = 0;
    if (bot) this.#log({ bot: bot.username, method, ...outcome });
    if (outcome.status === 0) request.socket.destroy();
    else if (!response.destroyed) sendJson(response, outcome.status, outcome.body);
  }

  async #outcome(
    request: IncomingMessage,
    response: ServerResponse,
    bot: BotAccount | undefined,
    found: ReturnType<typeof findMethod>,
    query: URLSearchParams,
    fault: Fault['fault'] | undefined,
  ): Promise<Outcome> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    let parameters = {};
    try {
      const read = await readParameters(request, query);
      parameters = read.values;
      if (fault) await apply(fault);
      if (!bot) throw unknownToken(request);
      if (!found) throw new ApiError(404, 'Not Found: method not found');
      const result: unknown = await found.method({ world: this.#world, bot, parameters: read, signal: gone.signal });
      return { parameters, status: 200, body: success(result) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { code, message: description, parameters: extra } = error;
      const body = { ok: false, error_code: code, description, ...(extra && { parameters: extra }) };
      return { parameters, status: code, body, description };
    }
  }

  #download(response: ServerResponse, token: string, path: string): true {
    const bot = this.#bot(token);
    const file = bot && this.#world.files.atPath(path);
    if (!file) sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
    return true;
  }

  #bot(token: string): BotAccount | undefined {
    return this.#world.bots.find((bot) => bot.token === token);
  }

  #takeFault(bot: BotAccount, method: string): Fault['fault'] | undefined {
    return this.#world.faults.take(bot.username, method);
  }

  #log(entry: Omit<LoggedRequest, 'at'> & { body?: object }): void {
    if (entry.method === 'getUpdates') return;
    const { bot, method, parameters, status, description } = entry;
    const logged = { at: this.#world.clock.now(), bot, method, parameters, status };
    this.requests.push(description === undefined ? logged : { ...logged, description });
    if (this.requests.length > LOG_LENGTH) this.requests.shift();
  }
}

interface Outcome {
  parameters: Readonly<Record<string, unknown>>;
  status: number;
  body: object;
  description?: string;
}

async function apply(fault: Fault['fault']): Promise<void> {
  if (fault.kind === 'delay') await delay(fault.ms);
  if (fault.kind === 'server_error') throw new ApiError(500, 'Internal Server Error');
  if (fault.kind === 'too_many_requests') {
    const { retry_after } = fault;
    throw new ApiError(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
  }
}

function success(result: unknown): object {
  if (result instanceof Described) return { ok: true, result: result.result, description: result.description };
  return { ok: true, result };
}

// What can't be a token is an unknown address; what could be one is not authorised.
function unknownToken(request: IncomingMessage): ApiError {
  const wellFormed = /^\/bot\d+:[\w-]+\//.test(decodeURIComponent(request.url ?? ''));
  return wellFormed ? new ApiError(401, 'Unauthorized') : new ApiError(404, 'Not Found');
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
