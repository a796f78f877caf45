// The page's server in a process of its own, as `npm start` has it, but for the limits: `server.ts FILE KEY`.
import path from 'node:path';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import { Zone } from '../../engine/time/instant.ts';
import { loadCatalogue } from '../../service/load-catalogue.ts';
import { systemClock } from '../../service/system.ts';
import { openReading } from '../../storage/reading/open-reading.ts';
import { createWebServer } from '../../web/create-web-server.ts';

const [file = '', key = ''] = process.argv.slice(2);
const fault = (...facts: unknown[]): void => void process.stderr.write(`${JSON.stringify(facts)}\n`);
const app = await createWebServer({
  reading: await openReading({ url: file, dataKey: Buffer.from(key, 'hex') }),
  judge: { judge: () => Promise.reject(new Error('no file is sent here')) },
  clock: systemClock,
  zone: new Zone(DEFAULT_POLICY.zone),
  catalogue: await loadCatalogue(path.join(import.meta.dirname, '../../data/catalogue.json')),
  policy: DEFAULT_POLICY,
  publicUrl: null,
  trustedProxies: [],
  logger: { error: fault, warn: fault },
  // One address asks for everything here.
  limits: { perAddressMinute: 1e9, missesPerAddressHour: 1e9, inAllSecond: 1e9 },
});
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
