import type { Update } from 'grammy/types';
import { ApiError, conflict } from '../api-error.ts';
import type { Call, Method } from '../method.ts';

const MAX_TIMEOUT_SECONDS = 50;
const TERMINATED = 'terminated by other getUpdates request; make sure that only one bot instance is running';
const WEBHOOK_ACTIVE =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

export const getUpdates: Method = async (call) => {
  const { bot, parameters } = call;
  if (bot.webhook) throw conflict(WEBHOOK_ACTIVE);
  // Of two pollers the one that came first loses its poll.
  bot.endPoll?.(TERMINATED);
  const allowed = parameters.json('allowed_updates');
  if (Array.isArray(allowed)) bot.updates.allowOnly(allowed.map(String));
  const limit = clamp(parameters.integer('limit', 100), 1, 100);
  const found = bot.updates.fetch(parameters.integer('offset', 0), limit);
  const timeout = clamp(parameters.integer('timeout', 0), 0, MAX_TIMEOUT_SECONDS);
  return found.length > 0 || timeout === 0 ? found : poll(call, limit, timeout);
};

function poll({ bot, signal }: Call, limit: number, timeoutSeconds: number): Promise<Update[]> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      stopListening();
      signal.removeEventListener('abort', hangUp);
      if (bot.endPoll === end) bot.endPoll = undefined;
      settle();
    };
    const hangUp = (): void => finish(() => resolve([]));
    const end = (reason: string): void => finish(() => reject(new ApiError(409, `Conflict: ${reason}`)));
    const timer = setTimeout(hangUp, timeoutSeconds * 1000);
    const stopListening = bot.updates.onPush(() => finish(() => resolve(bot.updates.fetch(0, limit))));
    signal.addEventListener('abort', hangUp);
    bot.endPoll = end;
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
