import type { Logger } from 'pino';
import type { Policy } from '../engine/policy/policy.ts';
import type { Clock } from '../engine/ports/clock.ts';
import type { FileJudge } from '../engine/ports/file-judge.ts';
import type { Reading } from '../engine/ports/stores/verification-stores.ts';
import type { Catalogue } from '../engine/registry/catalogue.ts';
import type { Instant, Zone } from '../engine/time/instant.ts';
import type { IssuedVerdict } from '../engine/verification/issued-verdict.ts';
import type { ReferenceVerdict } from '../engine/verification/verify-reference.ts';
import type { LimitSettings } from './limits/limit-settings.ts';
import type { Webhook } from './routes/webhooks.ts';

/** What the public server works with; tests give what they like. */
export interface WebDeps {
  reading: Reading;
  judge: FileJudge;
  clock: Clock;
  zone: Zone;
  catalogue: Catalogue;
  policy: Pick<Policy, 'authority' | 'scenarios' | 'verification'>;
  /** Where visitors find it; null when it has no address of its own on the net. */
  publicUrl: string | null;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  trustedProxies: readonly string[];
  logger: Pick<Logger, 'error' | 'warn'>;
  webhooks?: readonly Webhook[];
  /** Whether somebody in a chat waits for what shares the event loop; visitors then take turns. Never, when left out. */
  areBotsBusy?: () => boolean;
  limits?: Partial<LimitSettings>;
  /** Learns of each verification. Must not throw, and nobody waits for it. */
  onVerified?: ((verification: Verification) => void) | undefined;
}

/** That something was verified; of the visitor nothing but what was asked. */
export interface Verification {
  at: Instant;
  door: 'page' | 'api';
  by: 'code' | 'digest' | 'file';
  reason: IssuedVerdict['reason'] | ReferenceVerdict['reason'];
  /** Of the endorsement; null for plain copies and where there is none. */
  number: string | null;
}
