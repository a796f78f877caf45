import { isIP } from 'node:net';
import { normalizeIP, type RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LimitSettings } from './limit-settings.ts';

/** Undefined when the request may go on, otherwise how many seconds to wait. */
type Wait = number | undefined;

/** Counts who asks how much. */
export interface Limits {
  /** Of a verification: counts it for its address. */
  verification(request: FastifyRequest): Promise<Wait>;
  /** Whether an address has asked for too many codes that don't exist; counts nothing. */
  misses(request: FastifyRequest): Promise<Wait>;
  /** Counts it, and says whether it was one too many: others may have been counted since `misses` was asked. */
  countMiss(request: FastifyRequest): Promise<Wait>;
  /** Of any request, in all: counts it. */
  inAll(request: FastifyRequest): Promise<Wait>;
}

/** Addresses whose misses and verifications are counted at a time; those counted longest ago are forgotten first. */
export const COUNTED_ADDRESSES = 50_000;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Needs `@fastify/rate-limit` to be registered. */
export function createLimits(app: FastifyInstance, settings: LimitSettings): Limits {
  const perAddress: RateLimitOptions = { keyGenerator: addressOf, cache: COUNTED_ADDRESSES };
  const verification = app.createRateLimit({
    ...perAddress,
    max: settings.perAddressMinute,
    timeWindow: MINUTE_MS,
  });
  const { missesPerAddressHour: most } = settings;
  const misses = app.createRateLimit({
    ...perAddress,
    max: typeof most === 'number' ? most : () => most(),
    timeWindow: HOUR_MS,
  });
  const inAll = app.createRateLimit({ max: settings.inAllSecond, timeWindow: SECOND_MS, keyGenerator: () => 'all' });
  return {
    verification: async (request) => waitOf(await verification(request)),
    misses: async (request) => {
      const state = await misses(request, { increment: false });
      // What was reached is not exceeded yet, but the next would.
      return !state.isAllowed && state.remaining === 0 ? state.ttlInSeconds : undefined;
    },
    countMiss: async (request) => waitOf(await misses(request)),
    inAll: async (request) => waitOf(await inAll(request)),
  };
}

function waitOf(state: Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>): Wait {
  return !state.isAllowed && state.isExceeded ? state.ttlInSeconds : undefined;
}

/**
 * Who asks, as far as limits go. An IPv6 address counts as its network of 64 bits, which one visitor has for himself.
 * Some proxies write the port, too, which would make each connection somebody else; what is no address is nobody.
 */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  const address = /^\[([^\]]*)\](?::\d+)?$/.exec(ip)?.[1] ?? /^([^:]*):\d+$/.exec(ip)?.[1] ?? ip;
  return isIP(address) === 0 ? 'nobody' : normalizeIP(address);
}
