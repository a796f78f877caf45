import { randomBytes } from 'node:crypto';
import type { Clock } from '../engine/ports/clock.ts';
import type { Random } from '../engine/ports/random.ts';
import { instant } from '../engine/time/instant.ts';

export const systemClock: Clock = { now: () => instant(Date.now()) };

export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };
