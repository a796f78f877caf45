import { MissingGlyphFault } from '../document/faults.ts';
import type { Clock } from '../ports/clock.ts';
import type { CopyMaker } from '../ports/copy-maker.ts';
import type { Storage } from '../ports/storage.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Certificate, Holder } from '../registry/holder.ts';
import type { Zone } from '../time/instant.ts';
import { certificateFace } from './copy-faces.ts';
import { glyphFacts } from './glyph-facts.ts';

export interface PlainCopyDeps {
  storage: Storage;
  clock: Clock;
  zone: Zone;
  catalogue: Catalogue;
  maker: Pick<CopyMaker, 'makePlainCopy'>;
}

/**
 * Rule 4: makes the plain copy of a certificate, and records by which bytes it is known again before anybody has them.
 * It isn't kept: whoever asks again gets another. Outside any transaction. Rejects as the maker does; staff are
 * alerted of characters that no face has, for only they can add one, and it is tried again until then.
 */
export async function makePlainCopy(
  { catalogue, clock, maker, storage, zone }: PlainCopyDeps,
  { certificate, holder }: { certificate: Certificate; holder: Holder },
): Promise<Uint8Array> {
  const madeAt = clock.now();
  const face = certificateFace(holder, certificate, catalogue);
  const key = `plain-copy:${certificate.id}`;
  const { bytes, sha256 } = await maker.makePlainCopy(face, { madeAt, zone: zone.name }).catch(async (fault) => {
    if (fault instanceof MissingGlyphFault) {
      const facts = { certificateId: certificate.id, ...glyphFacts(fault.characters) };
      await storage.transact((tx) => tx.alerts.raise({ key, kind: 'missing-glyph', at: madeAt, facts }));
    }
    throw fault;
  });
  const copy = { sha256, certificateId: certificate.id, holderId: holder.id, madeAt };
  await storage.transact(async (tx) => {
    await tx.plainCopies.add(copy);
    await tx.alerts.clear(key);
  });
  return bytes;
}
