import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from '../api/problem.ts';

/** A bot that Telegram brings its updates to. */
export interface Webhook {
  /** The path of its address. */
  path: string;
  /** What Telegram sends along, to be known by. */
  secret: string;
  /** Resolves once the update can't be lost, however the process ends, or can't be taken now. */
  handle: (update: { update_id: number }) => Promise<'noted' | 'not-yet'>;
}

/** Updates with a long text, its entities and what it answers stay well below. */
const LARGEST_UPDATE = 256 * 1024;

/**
 * The bots' webhooks. An update is confirmed with 200 once it is noted with its reply. Telegram brings again whatever
 * wasn't confirmed, and what was noted before is then dropped.
 */
export function webhookRoutes(app: FastifyInstance, webhooks: readonly Webhook[]): void {
  for (const { handle, path, secret } of webhooks) {
    app.post(path, {
      bodyLimit: LARGEST_UPDATE,
      // Before the body is read, let alone parsed.
      async onRequest(request, reply) {
        if (!knows(secret, request)) return sendProblem(reply, 404, 'not-found');
      },
      async handler(request, reply) {
        if (!isUpdate(request.body)) return sendProblem(reply, 400, 'invalid-request');
        if ((await handle(request.body)) === 'not-yet') return sendProblem(reply, 503, 'fault');
        return reply.send({});
      },
    });
  }
}

/** Whether a request is for a webhook, and by whoever knows its secret. */
export function isFromTelegram(webhooks: readonly Webhook[], request: FastifyRequest): boolean {
  return webhooks.some(({ path, secret }) => path === request.routeOptions.url && knows(secret, request));
}

function knows(secret: string, { headers }: FastifyRequest): boolean {
  const given = headers['x-telegram-bot-api-secret-token'];
  return isSame(secret, typeof given === 'string' ? given : '');
}

function isUpdate(body: unknown): body is { update_id: number } {
  return typeof body === 'object' && body !== null && 'update_id' in body && Number.isSafeInteger(body.update_id);
}

// Digests are of one length whatever was given, and comparing those takes as long wherever they differ.
function isSame(secret: string, given: string): boolean {
  return timingSafeEqual(digest(secret), digest(given));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
