import { createDocumentMaker } from '../../engine/document/maker.ts';
import { createStampingMaker } from '../../engine/document/timestamp/stamping-maker.ts';
import type { VerificationBasis } from '../../engine/document/verify-document.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { CopyMaker, StampableMaker } from '../../engine/ports/copy-maker.ts';
import type { TimestampAuthority } from '../../engine/ports/trust-services.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { createExchange } from '../../service/trust/exchange.ts';
import { createTimestampClient } from '../../service/trust/timestamp-client.ts';
import { ValidationKeeper } from '../../service/trust/validation-keeper.ts';
import { shippedFonts } from '../document/samples.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import type { TrustServers } from './trust-servers.ts';

/** Long enough for a local server on a busy machine, short enough to wait for one that never answers. */
const TIMEOUT_MS = 1500;

export function authorityOf(
  servers: TrustServers,
  clock: Clock,
  over: { urls?: string[]; policy?: string } = {},
): TimestampAuthority {
  return createTimestampClient({
    urls: over.urls ?? [`${servers.url}/tsa`],
    roots: [servers.timestampRoot.certificate],
    policy: over.policy ?? null,
    exchange: createExchange(TIMEOUT_MS),
    random: seededRandom('nonces'),
    clock,
  });
}

export function keeperOf(clock: Clock, settings = { ocsp: true, lists: true }): ValidationKeeper {
  return new ValidationKeeper({ settings, exchange: createExchange(TIMEOUT_MS), clock });
}

export interface LevelOptions {
  clock: Clock;
  onUnavailable?: 'wait' | 'issue-lower';
  /** Signs with the key of the servers' signing party. */
  maker?: StampableMaker;
}

/** A maker at that level whose issuer `demonstration` is the servers' signing party. */
export function makerAt(
  level: 'B-T' | 'B-LT',
  servers: TrustServers,
  { clock, maker, onUnavailable = 'wait' }: LevelOptions,
): CopyMaker {
  const { signer } = servers;
  return createStampingMaker({
    maker: maker ?? createDocumentMaker({ fonts: shippedFonts(), signers: new Map([['demonstration', signer]]) }),
    signingChain: () => signer.chain,
    authority: authorityOf(servers, clock),
    validation: level === 'B-LT' ? keeperOf(clock) : null,
    onUnavailable,
  });
}

/** Trusts the servers' roots. */
export function basisAt(servers: TrustServers, at: Instant): VerificationBasis {
  return { trustedRoots: [servers.root.certificate], timestampRoots: [servers.timestampRoot.certificate], at };
}
