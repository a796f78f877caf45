import type { Clock } from '../ports/clock.ts';
import type { CopyMaker } from '../ports/copy-maker.ts';
import type { Storage } from '../ports/storage.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Certificate, Holder } from '../registry/holder.ts';
import type { Zone } from '../time/instant.ts';
import { certificateFace } from './copy-faces.ts';

export interface PlainCopyDeps {
  storage: Storage;
  clock: Clock;
  zone: Zone;
  catalogue: Catalogue;
  maker: Pick<CopyMaker, 'makePlainCopy'>;
}

/**
 * Rule 4: makes the plain copy of a certificate, and records by which bytes it is known again before anybody has them.
 * It isn't kept: whoever asks again gets another. Outside any transaction.
 */
export async function makePlainCopy(
  { catalogue, clock, maker, storage, zone }: PlainCopyDeps,
  { certificate, holder }: { certificate: Certificate; holder: Holder },
): Promise<Uint8Array> {
  const madeAt = clock.now();
  const face = certificateFace(holder, certificate, catalogue);
  const { bytes, sha256 } = await maker.makePlainCopy(face, { madeAt, zone: zone.name });
  const copy = { sha256, certificateId: certificate.id, holderId: holder.id, madeAt };
  await storage.transact((tx) => tx.plainCopies.add(copy));
  return bytes;
}
