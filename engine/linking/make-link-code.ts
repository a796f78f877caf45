import { newLinkCode, normalizeLinkCode } from '../ids.ts';
import type { Policy } from '../policy/policy.ts';
import type { Random } from '../ports/random.ts';
import type { Transaction } from '../ports/storage.ts';
import type { DocumentType, Holder } from '../registry/holder.ts';
import { normalizeDocumentNumber } from '../registry/normalize.ts';
import { done, refused, type Result } from '../result.ts';
import { HOUR_MS, type Instant, later } from '../time/instant.ts';

export interface MadeLinkCode {
  /** As it is shown, `XXXXX-XXXXX`. Only a keyed hash is kept. */
  code: string;
  expiresAt: Instant;
  holder: Holder;
}

/** Makes a one-time code for a holder; an earlier one that is unused stops working. */
export async function makeLinkCode(
  tx: Transaction,
  { policy, random }: { policy: Policy; random: Random },
  { now, documentType, documentNumber }: { now: Instant; documentType: DocumentType; documentNumber: string },
): Promise<Result<MadeLinkCode, { kind: 'no-such-holder' }>> {
  const number = normalizeDocumentNumber(documentType, documentNumber);
  const holder = await tx.holders.findByDocument(documentType, number);
  return holder
    ? done(await makeLinkCodeFor(tx, { policy, random }, { now, holder }))
    : refused({ kind: 'no-such-holder' });
}

/** The same for a holder who was found already. */
export async function makeLinkCodeFor(
  tx: Transaction,
  { policy, random }: { policy: Policy; random: Random },
  { now, holder }: { now: Instant; holder: Holder },
): Promise<MadeLinkCode> {
  const code = newLinkCode(random);
  const expiresAt = later(now, policy.linking.codeHours * HOUR_MS);
  await tx.linkCodes.put(normalizeLinkCode(code) ?? code, holder.id, expiresAt);
  await tx.journal.add({
    at: now,
    kind: 'link-code-made',
    accountId: null,
    holderId: holder.id,
    facts: { expiresAt },
  });
  return { code, expiresAt, holder };
}
