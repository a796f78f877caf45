import { enqueue, outboxKey } from '../outbox/enqueue.ts';
import { PRIORITY } from '../outbox/outbox-item.ts';
import type { Transaction } from '../ports/storage.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import { type NotYours, viewCertificate } from '../registry/list-certificates.ts';
import { done, never, refused, type Result } from '../result.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Instant, Zone } from '../time/instant.ts';
import type { Endorsement } from './endorsement.ts';
import { standingOf } from './standing.ts';

export type FetchRefusal =
  | NotYours
  | { kind: 'expired'; lastDay: CivilDate }
  | { kind: 'revoked' }
  | { kind: 'failed' }
  | { kind: 'still-generating'; promisedBy: Instant }
  /** It holds, but its copy went when the holder had an account erased. */
  | { kind: 'copy-erased' };

/**
 * Rule 6: has the copy of a valid endorsement sent once more. The same update asks once. `askedBy` staff, nobody waits in
 * the chat, and one who blocks the bot gets nothing.
 */
export async function fetchCopy(
  tx: Transaction,
  { zone }: { zone: Zone },
  ask: {
    now: Instant;
    accountId: string;
    holderId: string;
    endorsementId: string;
    updateId: number;
    askedBy?: 'staff';
  },
): Promise<Result<Endorsement, FetchRefusal>> {
  const endorsement = await tx.endorsements.get(ask.endorsementId);
  if (endorsement?.holderId !== ask.holderId) return refused({ kind: 'not-yours' });
  const refusal = refusalOf(endorsement, zone.dateOf(ask.now));
  if (refusal) return refused(refusal);
  if (!(await tx.copies.get(endorsement.id))) return refused({ kind: 'copy-erased' });
  await enqueue(tx, ask.now, {
    key: outboxKey.copyAgain(endorsement.id, ask.updateId, ask.askedBy),
    accountId: ask.accountId,
    priority: ask.askedBy === 'staff' ? PRIORITY.copy : PRIORITY.interactive,
    message: { kind: 'copy', endorsementId: endorsement.id, firstTime: false },
  });
  return done(endorsement);
}

export type FetchPlainRefusal = NotYours | { kind: 'certificate-withdrawn' } | { kind: 'endorsement-needed' };

/** Rule 4: has the plain copy of a certificate sent that needs no endorsement. One that is on its way is hurried. */
export async function fetchPlainCopy(
  tx: Transaction,
  { catalogue }: { catalogue: Catalogue },
  ask: { now: Instant; accountId: string; holderId: string; certificateId: string; updateId: number },
): Promise<Result<{ certificateId: string }, FetchPlainRefusal>> {
  const view = await viewCertificate(tx, catalogue, ask);
  if (!view.ok) return view;
  if (view.value.certificate.status === 'withdrawn') return refused({ kind: 'certificate-withdrawn' });
  if (view.value.needsEndorsement) return refused({ kind: 'endorsement-needed' });
  const { accountId, certificateId } = ask;
  const message = { kind: 'plain-copy', certificateId } as const;
  const all = { kind: message.kind, accountId, keyPrefix: outboxKey.plainCopies(certificateId) };
  const isOnItsWay = await tx.outbox.hurry(all, ask.now);
  const key = outboxKey.plainCopy(certificateId, ask.updateId);
  if (!isOnItsWay) await enqueue(tx, ask.now, { key, accountId, message });
  return done({ certificateId });
}

function refusalOf(endorsement: Endorsement, today: CivilDate): FetchRefusal | undefined {
  const standing = standingOf(endorsement, today);
  switch (standing) {
    case 'valid':
      return undefined;
    case 'generating':
      return { kind: 'still-generating', promisedBy: endorsement.promisedBy };
    case 'expired':
      return { kind: 'expired', lastDay: endorsement.lastDay };
    case 'failed':
    case 'revoked':
      return { kind: standing };
    default:
      return never(standing);
  }
}
