import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Webhook } from '../../web/routes/webhooks.ts';
import { createMetrics } from '../metrics.ts';
import { openForReading } from '../open-database.ts';
import type { Prepared } from '../documents/prepare.ts';
import type { Service, ServiceDeps } from '../service.ts';
import { type Listening, startOperations, startWeb } from './start-web.ts';
import { BOTS, type Webhooks, webhookAddresses } from './webhook-addresses.ts';

export interface DoorOptions {
  config: Config;
  prepared: Prepared;
  clock: Clock;
  logger: Logger;
}

/** Where a service in real use is reached but in the chat: page, webhooks, and what operators' tools ask. */
export interface Doors {
  /** What the service has to know of it. */
  readonly forService: Pick<ServiceDeps, 'metrics'> & { webhooks: Webhooks };
  /** Listens, before the service starts: then Telegram is told where to bring updates. */
  open(service: Pick<Service, 'policy' | 'take'>): Promise<void>;
  /** After the service has stopped. */
  close(): Promise<void>;
}

export async function createDoors({ clock, config, logger, prepared }: DoorOptions): Promise<Doors> {
  const { publicUrl, staffBotToken, web } = config;
  const metrics = createMetrics();
  const reading = await openForReading(config);
  const webhooks = webhookAddresses(config);
  const listening: Listening[] = [];
  const shared = { reading, clock, logger };
  return {
    forService: { metrics, webhooks },
    async open(service) {
      if (web.served) {
        const { policy } = service;
        const page = await startWeb({
          ...shared,
          prepared,
          policy,
          settings: web,
          publicUrl,
          webhooks: routesOf(webhooks, service),
          onVerified: metrics.verified,
        });
        listening.push(page);
        logger.info({ url: page.url }, 'the verification page is served');
      }
      if (!web.operations) return;
      const bots = BOTS.filter((bot) => bot === 'holder' || staffBotToken !== null);
      listening.push(await startOperations({ ...shared, metrics, bots, settings: web.operations }));
    },
    async close() {
      for (const server of listening.splice(0)) await server.close();
      await reading.close();
    },
  };
}

/** A path of its own for each bot, at which its own secret is asked for. */
function routesOf(webhooks: Webhooks, service: Pick<Service, 'take'>): Webhook[] {
  return BOTS.flatMap((bot) => {
    const address = webhooks[bot];
    if (!address) return [];
    const { secret, url } = address;
    return [{ path: new URL(url).pathname, secret, handle: (update) => service.take(bot, update) }];
  });
}
