import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../chat-api.ts';
import { ApiError } from '../bot-api/api-error.ts';
import { Described, type Method } from '../bot-api/method.ts';
import type { BotAccount } from '../world/bot-account.ts';
import type { World } from '../world/world.ts';
import { readParameters } from './body/read-parameters.ts';

/** A Bot API call as it came in. */
export interface IncomingCall {
  world: World;
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** Undefined when no bot has that token. */
  bot: BotAccount | undefined;
  /** Undefined when the Bot API (or this one) has no such method. */
  method: Method | undefined;
  fault: Fault['fault'] | undefined;
}

/** How a call went. */
export interface Outcome {
  parameters: Readonly<Record<string, unknown>>;
  status: number;
  body: object;
  /** The reason of a refusal. */
  description?: string;
}

/** Carries a call out, with its fault if it has one; the answer is still to be sent. */
export async function answerCall(incoming: IncomingCall): Promise<Outcome> {
  const gone = new AbortController();
  incoming.response.once('close', () => gone.abort());
  let parameters = {};
  try {
    const read = await readParameters(incoming.request, incoming.url.searchParams);
    parameters = read.values;
    const { bot, method } = await admit(incoming);
    const result = await method({ world: incoming.world, bot, parameters: read, signal: gone.signal });
    return { parameters, status: 200, body: success(result) };
  } catch (error) {
    if (error instanceof ApiError) return { parameters, ...refusal(error) };
    throw error;
  }
}

async function admit({ url, bot, method, fault }: IncomingCall): Promise<{ bot: BotAccount; method: Method }> {
  if (fault) await suffer(fault);
  // What can't be a token is an unknown address; what could be one is not authorised.
  if (!bot) throw isTokenLike(url) ? new ApiError(401, 'Unauthorized') : new ApiError(404, 'Not Found');
  if (!method) throw new ApiError(404, 'Not Found: method not found');
  return { bot, method };
}

async function suffer(fault: Fault['fault']): Promise<void> {
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

function refusal({ code, message: description, parameters }: ApiError): Omit<Outcome, 'parameters'> {
  const body = { ok: false, error_code: code, description, ...(parameters && { parameters }) };
  return { status: code, body, description };
}

function isTokenLike({ pathname }: URL): boolean {
  return /^\/bot\d+:[\w-]+\//.test(decodeURIComponent(pathname));
}
