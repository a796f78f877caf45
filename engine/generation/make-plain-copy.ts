import { MissingGlyphFault } from '../document/faults.ts';
import { enqueue, outboxKey } from '../outbox/enqueue.ts';
import type { HolderItem } from '../outbox/outbox-item.ts';
import type { Clock } from '../ports/clock.ts';
import type { CopyMaker, MadeCopy } from '../ports/copy-maker.ts';
import type { Storage, Transaction } from '../ports/storage.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Certificate, Holder } from '../registry/holder.ts';
import type { Instant, Zone } from '../time/instant.ts';
import { certificateFace } from './copy-faces.ts';
import { glyphFacts } from './glyph-facts.ts';
import { sealingIssuer } from './issuer-alerts.ts';
import { tellOfCopy, tellOfFault } from './tell-of-making.ts';

export interface PlainCopyDeps {
  storage: Storage;
  clock: Clock;
  zone: Zone;
  catalogue: Catalogue;
  maker: Pick<CopyMaker, 'makePlainCopy'>;
}

export interface PlainCopyAsk {
  certificate: Certificate;
  holder: Holder;
  /** What delivers it; `attempts` counts this one. */
  item: Pick<HolderItem, 'key' | 'accountId' | 'attempts'>;
}

/**
 * Rule 4: makes the plain copy of a certificate, and records by which bytes it is known again before anybody has them.
 * It isn't kept: whoever asks again gets another. Outside any transaction. Rejects as the maker does; it is tried again
 * with the item that delivers it. Meanwhile staff are alerted of what is for them to mend, and whoever asked is told,
 * once, that it comes by itself.
 */
export async function makePlainCopy(deps: PlainCopyDeps, ask: PlainCopyAsk): Promise<Uint8Array> {
  const { catalogue, clock, maker, storage, zone } = deps;
  const madeAt = clock.now();
  const face = certificateFace(ask.holder, ask.certificate, catalogue);
  let copy: MadeCopy;
  try {
    copy = await maker.makePlainCopy(face, { madeAt, zone: zone.name });
  } catch (fault) {
    await storage.transact((tx) => settleFault(tx, deps, ask, fault));
    throw fault;
  }
  await storage.transact((tx) => record(tx, deps, ask, copy, madeAt));
  return copy.bytes;
}

async function record(
  tx: Transaction,
  { catalogue, clock }: PlainCopyDeps,
  { certificate, holder, item }: PlainCopyAsk,
  copy: MadeCopy,
  madeAt: Instant,
): Promise<void> {
  const issuer = sealingIssuer(catalogue, certificate);
  const of = { certificateId: certificate.id };
  await tx.plainCopies.add({ sha256: copy.sha256, ...of, holderId: holder.id, madeAt });
  await tx.outbox.cancel(outboxKey.plainCopyWaits(item.key));
  await tx.alerts.clear(glyphKey(certificate));
  const making = { issuer, accountId: item.accountId, holderId: holder.id, about: of };
  await tellOfCopy(tx, clock.now(), making, copy);
}

async function settleFault(
  tx: Transaction,
  { catalogue, clock }: PlainCopyDeps,
  { certificate, item: { accountId, attempts, key } }: PlainCopyAsk,
  fault: unknown,
): Promise<void> {
  const now = clock.now();
  const certificateId = certificate.id;
  await tellOfFault(tx, now, fault, { issuer: sealingIssuer(catalogue, certificate), attempts });
  if (fault instanceof MissingGlyphFault) {
    const facts = { certificateId, ...glyphFacts(fault.characters) };
    await tx.alerts.raise({ key: glyphKey(certificate), kind: 'missing-glyph', at: now, facts });
  }
  const message = { kind: 'plain-copy-waits', certificateId } as const;
  await enqueue(tx, now, { key: outboxKey.plainCopyWaits(key), accountId, message });
}

function glyphKey({ id }: Certificate): string {
  return `plain-copy:${id}`;
}
