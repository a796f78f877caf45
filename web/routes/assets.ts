import type { FastifyInstance } from 'fastify';
import type { Assets } from '../assets.ts';

/** Scripts, styles and pictures. Their names change with what is in them, so nobody asks for one twice. */
export function assetRoutes(app: FastifyInstance, assets: Assets): void {
  app.get<{ Params: { name: string } }>('/assets/:name', async ({ params }, reply) => {
    const asset = assets.find(params.name);
    if (!asset) return reply.callNotFound();
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.bytes);
  });
}
