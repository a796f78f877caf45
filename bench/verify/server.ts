// The page's server in a process of its own, as `npm start` has it, but for the limits: `server.ts FILE KEY`.
import path from 'node:path';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import { Zone } from '../../engine/time/instant.ts';
import { loadCatalogue } from '../../service/load-catalogue.ts';
import { systemClock } from '../../service/system.ts';
import { startVerificationRecorder } from '../../service/verification/verification-recorder.ts';
import { watchStorage } from '../../service/watch-storage.ts';
import { openStorage } from '../../storage/open-storage.ts';
import { openReading } from '../../storage/reading/open-reading.ts';
import { createWebServer } from '../../web/create-web-server.ts';

const [file = '', key = ''] = process.argv.slice(2);
const fault = (...facts: unknown[]): void => void process.stderr.write(`${JSON.stringify(facts)}\n`);
const dataKey = Buffer.from(key, 'hex');
const zone = new Zone(DEFAULT_POLICY.zone);
const { isBusy, unwatched: storage } = watchStorage(await openStorage({ url: file, dataKey }));
const counting = { storage, clock: systemClock, zone, policy: DEFAULT_POLICY, onFault: fault };
const recorder = startVerificationRecorder(counting);
const app = await createWebServer({
  reading: await openReading({ url: file, dataKey }),
  judge: { judge: () => Promise.reject(new Error('no file is sent here')) },
  clock: systemClock,
  zone,
  catalogue: await loadCatalogue(path.join(import.meta.dirname, '../../data/catalogue.json')),
  policy: DEFAULT_POLICY,
  publicUrl: null,
  trustedProxies: [],
  areBotsBusy: isBusy,
  logger: { error: fault, warn: fault },
  onVerified: recorder.note,
  // One address asks for everything here.
  limits: { perAddressMinute: 1e9, missesPerAddressHour: 1e9, inAllSecond: 1e9 },
});
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
