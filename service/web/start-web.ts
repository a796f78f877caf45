import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Policy } from '../../engine/policy/policy.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Reading } from '../../engine/ports/stores/verification-stores.ts';
import { createWebServer } from '../../web/create-web-server.ts';
import { createOperationsServer } from '../../web/operations/create-operations-server.ts';
import type { Webhook } from '../../web/routes/webhooks.ts';
import type { WebDeps } from '../../web/web-deps.ts';
import { type Metrics, watchQueues } from '../metrics.ts';
import type { Prepared } from '../documents/prepare.ts';
import { startFileJudge } from '../verification/start-file-judge.ts';
import { startVerificationRecorder } from '../verification/verification-recorder.ts';
import { queueLengths, readiness, type ReadinessDeps } from './readiness.ts';
import type { WebSettings } from './web-settings.ts';

/** A server that listens. */
export interface Listening {
  /** Its own address, without a slash at the end; not the one that visitors use when a proxy stands before it. */
  url: string;
  close(): Promise<void>;
}

export interface WebOptions {
  prepared: Pick<
    Prepared,
    'catalogue' | 'isBusy' | 'revocations' | 'timestampRoots' | 'trustedRoots' | 'unwatched' | 'zone'
  >;
  reading: Reading;
  clock: Clock;
  policy: Policy;
  settings: Pick<WebSettings, 'host' | 'port' | 'trustedProxies'>;
  publicUrl: string | null;
  logger: Logger;
  webhooks?: readonly Webhook[];
  onVerified?: WebDeps['onVerified'];
}

/**
 * The verification page and the bots' webhooks. Files that visitors upload are judged by a thread of their own, so that
 * none of them keeps people in the chat waiting, and what was verified is counted a little after it was answered.
 */
export async function startWeb({ prepared, settings, ...options }: WebOptions): Promise<Listening> {
  const { catalogue, isBusy, revocations, timestampRoots, trustedRoots, unwatched: storage, zone } = prepared;
  const judge = startFileJudge({ clock: options.clock, trust: { trustedRoots, timestampRoots }, revocations });
  const recorder = startVerificationRecorder({
    ...options,
    storage,
    zone,
    onFault: (err) => options.logger.error({ err }, 'verifications could not be counted'),
  });
  const app = await createWebServer({
    ...options,
    catalogue,
    zone,
    judge,
    areBotsBusy: isBusy,
    trustedProxies: settings.trustedProxies,
    onVerified(verification) {
      options.onVerified?.(verification);
      recorder.note(verification);
    },
  });
  const stop = async (): Promise<void> => {
    await recorder.stop();
    await judge.close();
  };
  const server = await listen(app, settings).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url: server.url, close: () => server.close().then(stop) };
}

export interface OperationsOptions extends ReadinessDeps {
  metrics: Metrics;
  logger: Pick<Logger, 'error'>;
  settings: { host: string; port: number };
}

/** `/readyz` and `/metrics`, at an address of their own. */
export async function startOperations({ logger, metrics, settings, ...deps }: OperationsOptions): Promise<Listening> {
  watchQueues(metrics, () => queueLengths(deps));
  const app = createOperationsServer({
    readiness: () => readiness(deps),
    metrics: metrics.registry,
    onFault: (err) => logger.error({ err }, 'a question about the service could not be answered'),
  });
  return listen(app, settings);
}

async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<Listening> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port: taken } = app.server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${taken}`, close: () => app.close() };
}
