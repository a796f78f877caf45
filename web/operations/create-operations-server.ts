import Fastify, { type FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.ts';

export interface OperationsDeps {
  readiness: () => Promise<Readiness>;
  /** In Prometheus's text format. */
  metrics: { contentType: string; metrics(): Promise<string> };
  onFault: (fault: unknown) => void;
}

/** What operators' tools ask for: `/healthz`, `/readyz`, `/metrics`. Not for the public address. */
export function createOperationsServer({ metrics, onFault, readiness }: OperationsDeps): FastifyInstance {
  const app = Fastify({ logger: false, requestTimeout: 10_000, bodyLimit: 1024, forceCloseConnections: true });
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const found = await readiness();
    return reply.code(found.ready ? 200 : 503).send(found);
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
  app.setErrorHandler((error, _request, reply) => {
    onFault(error);
    return reply.code(500).send({ status: 'fault' });
  });
  return app;
}
