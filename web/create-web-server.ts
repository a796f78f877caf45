import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { Assets } from './assets.ts';
import { createErrorHandlers, createNotFoundHandler } from './error-handlers.ts';
import { DEFAULT_LIMITS, type LimitSettings } from './limits/limit-settings.ts';
import { createLimits } from './limits/limits.ts';
import { takeTurns } from './limits/turns.ts';
import { createPages } from './pages/pages.ts';
import { apiRoutes } from './routes/api.ts';
import { assetRoutes } from './routes/assets.ts';
import { fileRoutes, LARGEST_UPLOAD } from './routes/files.ts';
import { pageRoutes } from './routes/pages.ts';
import { isFromTelegram, webhookRoutes } from './routes/webhooks.ts';
import { securityHeaders } from './security-headers.ts';
import { MOST_CONNECTIONS, serverOptions } from './server-options.ts';
import { createVerifying } from './verify.ts';
import type { WebDeps } from './web-deps.ts';

const HEALTH = '/healthz';

/** The public server: verification for people and programs, and the bots' webhooks. It listens to nothing yet. */
export async function createWebServer(deps: WebDeps): Promise<FastifyInstance> {
  const app = Fastify(serverOptions(deps));
  const settings: LimitSettings = {
    ...DEFAULT_LIMITS,
    // Staff may change it while the page is served.
    missesPerAddressHour: () => deps.policy.verification.unknownPerHour,
    ...deps.limits,
  };
  app.server.maxConnections = MOST_CONNECTIONS;
  const { areBotsBusy = () => false, webhooks = [] } = deps;
  // Telegram's updates are not the visitors' doing, and alive is alive.
  takeTurns(app, areBotsBusy, (request) => request.routeOptions.url === HEALTH || isFromTelegram(webhooks, request));
  const headers = await securityHeaders(deps.publicUrl);
  app.addHook('onRequest', (_request, reply, next) => {
    void reply.headers(headers);
    next();
  });
  await app.register(rateLimit, { global: false });
  await app.register(multipart, {
    limits: { files: 1, fileSize: LARGEST_UPLOAD, fields: 4, fieldSize: 100, parts: 5 },
  });
  const limits = createLimits(app, settings);
  const assets = new Assets();
  const pages = createPages(deps, assets);
  const verifying = createVerifying(deps, limits);
  createErrorHandlers(app, deps, pages);
  webhookRoutes(app, webhooks);
  app.get(HEALTH, async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }));
  await app.register(async (visitors) => {
    visitors.addHook('onRequest', async (request, reply) => {
      const waitSeconds = await limits.inAll(request);
      if (waitSeconds !== undefined) return pages.tooManyRequests(request, reply, waitSeconds);
    });
    createNotFoundHandler(visitors, pages);
    assetRoutes(visitors, assets);
    pageRoutes(visitors, { ...deps, pages, verifying });
    fileRoutes(visitors, { pages, verifying, limits: settings });
    apiRoutes(visitors, { ...deps, verifying });
  });
  return app;
}
