import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../api/problem.ts';

/** A bot that Telegram brings its updates to. */
export interface Webhook {
  /** In its address, `/telegram/NAME`. */
  name: string;
  /** What Telegram sends along, to be known by. */
  secret: string;
  /** Resolves once the update is answered, or at least will be however the process ends. */
  handle: (update: unknown) => Promise<void>;
}

/** Updates with a long text, its entities and what it answers stay well below. */
const LARGEST_UPDATE = 256 * 1024;

/**
 * The bots' webhooks. An update is confirmed with 200 once it was answered; Telegram brings whatever wasn't again, and
 * what was answered before is then dropped.
 */
export function webhookRoutes(app: FastifyInstance, webhooks: readonly Webhook[]): void {
  for (const { handle, name, secret } of webhooks) {
    app.post(`/telegram/${name}`, {
      bodyLimit: LARGEST_UPDATE,
      // Before the body is read, let alone parsed.
      async onRequest(request, reply) {
        const given = request.headers['x-telegram-bot-api-secret-token'];
        if (!isSame(secret, typeof given === 'string' ? given : '')) return sendProblem(reply, 404, 'not-found');
      },
      async handler(request, reply) {
        await handle(request.body);
        return reply.send({});
      },
    });
  }
}

// Digests are of one length whatever was given, and comparing those takes as long wherever they differ.
function isSame(secret: string, given: string): boolean {
  return timingSafeEqual(digest(secret), digest(given));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
