import { badRequest } from '../api-error.ts';
import { type Call, Described, type Method } from '../method.ts';

const SECRET = /^[A-Za-z0-9_-]{1,256}$/;

// As a Bot API server of one's own in local mode, and unlike Telegram's, this takes addresses without TLS.
export const setWebhook: Method = (call) => {
  const { bot, parameters } = call;
  const url = parameters.text('url');
  if (url === '') return deleteWebhook(call);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw badRequest('bad webhook: invalid webhook URL specified');
  }
  const secretToken = parameters.text('secret_token');
  if (secretToken && !SECRET.test(secretToken)) throw badRequest('secret token contains unallowed characters');
  applyCommon(call);
  bot.endPoll?.('terminated by setWebhook request');
  const unchanged = bot.webhook?.url === url && bot.webhook.secretToken === (secretToken || undefined);
  const maxConnections = Math.min(Math.max(parameters.integer('max_connections', 40), 1), 100);
  bot.setWebhook({ url, maxConnections, ...(secretToken && { secretToken }) });
  return new Described(true, unchanged ? 'Webhook is already set' : 'Webhook was set');
};

export const deleteWebhook: Method = (call) => {
  applyCommon(call);
  const had = call.bot.webhook !== undefined;
  call.bot.setWebhook(undefined);
  return new Described(true, had ? 'Webhook was deleted' : 'Webhook is already deleted');
};

export const getWebhookInfo: Method = ({ bot }) => {
  const { webhook, updates } = bot;
  const error = webhook?.lastError;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.pending().length,
    ...(error && { last_error_date: error.date, last_error_message: error.message }),
    ...(webhook && { max_connections: webhook.maxConnections }),
    ...(updates.allowed && { allowed_updates: updates.allowed }),
  };
};

function applyCommon({ bot, parameters }: Call): void {
  if (parameters.flag('drop_pending_updates')) bot.updates.clear();
  const allowed = parameters.json('allowed_updates');
  if (Array.isArray(allowed)) bot.updates.allowOnly(allowed.map(String));
}
