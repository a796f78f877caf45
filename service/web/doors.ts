import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import { createMetrics } from '../metrics.ts';
import { openForReading } from '../open-database.ts';
import type { Prepared } from '../documents/prepare.ts';
import type { Service, ServiceDeps } from '../service.ts';
import { type Listening, startOperations, startWeb } from './start-web.ts';
import { webhookSecret } from './webhook-secret.ts';

export interface DoorOptions {
  config: Config;
  prepared: Prepared;
  token: string;
  clock: Clock;
  logger: Logger;
}

/** Where a service in real use is reached but in the chat: page, webhooks, and what operators' tools ask. */
export interface Doors {
  /** What the service has to know of it. */
  readonly forService: Pick<ServiceDeps, 'metrics' | 'webhook'>;
  /** Listens, before the service starts: then Telegram is told where to bring updates. */
  open(service: Pick<Service, 'policy' | 'take'>): Promise<void>;
  /** After the service has stopped. */
  close(): Promise<void>;
}

const HOLDER = 'holder';

export async function createDoors({ clock, config, logger, prepared, token }: DoorOptions): Promise<Doors> {
  const { publicUrl, staffBotToken, web } = config;
  const metrics = createMetrics();
  const reading = await openForReading(config);
  const secret = webhookSecret(token);
  const listening: Listening[] = [];
  const shared = { reading, clock, logger };
  return {
    forService: {
      metrics,
      webhook: web.webhook ? { url: `${publicUrl}/telegram/${HOLDER}`, secret } : undefined,
    },
    async open(service) {
      if (web.served) {
        const webhooks = web.webhook ? [{ name: HOLDER, secret, handle: service.take }] : [];
        const { policy } = service;
        const page = await startWeb({
          ...shared,
          prepared,
          policy,
          settings: web,
          publicUrl,
          webhooks,
          onVerified: metrics.verified,
        });
        listening.push(page);
        logger.info({ url: page.url }, 'the verification page is served');
      }
      if (!web.operations) return;
      const bots = staffBotToken === null ? ([HOLDER] as const) : ([HOLDER, 'staff'] as const);
      listening.push(await startOperations({ ...shared, metrics, bots, settings: web.operations }));
    },
    async close() {
      for (const server of listening.splice(0)) await server.close();
      await reading.close();
    },
  };
}
