import { createHmac } from 'node:crypto';
import type { WebhookAddress } from '../../bot/telegram/update/webhook-feed.ts';
import type { Config } from '../../config.ts';

export const BOTS = ['holder', 'staff'] as const;
export type BotName = (typeof BOTS)[number];

/** By bot, where Telegram brings its updates; none for a bot that asks for them. */
export type Webhooks = Partial<Record<BotName, WebhookAddress>>;

/** What the settings make of it: an address and a secret for each bot that there is. */
export function webhookAddresses({
  holderBotToken,
  publicUrl,
  staffBotToken,
  web,
}: Pick<Config, 'holderBotToken' | 'publicUrl' | 'staffBotToken' | 'web'>): Webhooks {
  if (!web.webhook || publicUrl === null) return {};
  return {
    ...(holderBotToken !== null && { holder: addressOf('holder', holderBotToken, publicUrl) }),
    ...(staffBotToken !== null && { staff: addressOf('staff', staffBotToken, publicUrl) }),
  };
}

function addressOf(bot: BotName, token: string, publicUrl: string): WebhookAddress {
  return { url: `${publicUrl}/telegram/${bot}`, secret: secretOf(token) };
}

/**
 * What Telegram is told to send along with a bot's updates. It follows from the token, so that there is no second secret
 * to keep, doesn't lead back to it, and differs from the other bot's as their tokens do.
 */
function secretOf(token: string): string {
  return createHmac('sha256', token).update('jiazhu/1/webhook').digest('base64url');
}
