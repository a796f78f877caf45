import type { Config } from '../config.ts';
import { Zone } from '../engine/time/instant.ts';
import { checkIssuers, type CheckOptions, type IssuerFinding } from '../service/issuers/check-issuers.ts';
import type { ReadIssuers } from '../service/issuers/read-issuers.ts';
import { systemClock } from '../service/system.ts';
import { signingLevel } from '../service/trust/signing-level.ts';
import { issuerRevocations } from './issuer-revocations.ts';

/** What an operator should know of the issuers now, by the settings and what the service has learnt. */
export async function issuerFindings(
  config: Config,
  read: ReadIssuers,
  { certificates }: Pick<CheckOptions, 'certificates'>,
): Promise<IssuerFinding[]> {
  const { signature, validity, zone } = config.policy;
  return checkIssuers(read, {
    zone: new Zone(zone),
    now: systemClock.now(),
    revocations: await issuerRevocations(config, read),
    level: (chain) => signingLevel(chain, { policy: signature, settings: config.trust }),
    maxDays: validity.maxDays,
    certificates,
  });
}
