import type { Transaction } from '../ports/storage.ts';
import { refused, type Result } from '../result.ts';
import type { Instant } from '../time/instant.ts';
import { type RequestDeps, requestEndorsement, type Requested, type RequestRefusal } from './request-endorsement.ts';

/** Asks for the same again: certificate, scenario and number of days of an endorsement, from today on. */
export async function renewEndorsement(
  tx: Transaction,
  deps: RequestDeps,
  ask: {
    now: Instant;
    accountId: string;
    holderId: string;
    endorsementId: string;
    requestKey: string;
    progressMessageId: number | null;
  },
): Promise<Result<Requested, RequestRefusal>> {
  const { endorsementId, ...rest } = ask;
  const earlier = await tx.endorsements.get(endorsementId);
  if (earlier?.holderId !== ask.holderId) return refused({ kind: 'not-yours' });
  return requestEndorsement(tx, deps, {
    ...rest,
    certificateId: earlier.certificateId,
    scenario: earlier.scenario,
    validity: { days: earlier.days },
  });
}
