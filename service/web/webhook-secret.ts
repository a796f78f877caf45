import { createHmac } from 'node:crypto';

/**
 * What Telegram is told to send along with a bot's updates. It follows from the token, so that there is no second secret
 * to keep, and doesn't lead back to it.
 */
export function webhookSecret(token: string): string {
  return createHmac('sha256', token).update('jiazhu/1/webhook').digest('base64url');
}
