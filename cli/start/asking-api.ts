import { type Api, Bot } from 'grammy';

const PATIENCE_SECONDS = 10;

/** A bot's Bot API for one question. Asks once, where a bot that starts would go on asking, and rejects with grammY's error. */
export function askingApi(token: string, apiRoot: string): Api {
  return new Bot(token, { client: { apiRoot, timeoutSeconds: PATIENCE_SECONDS } }).api;
}
