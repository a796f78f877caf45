import type { MadeCopy, StampableMaker, StampRoom } from '../ports/copy-maker.ts';
import type { Instant } from '../time/instant.ts';
import { BaseCache, type CachedBase } from './base/base-cache.ts';
import { timestampCapacity } from './cms/signed-data.ts';
import { compose } from './compose.ts';
import { digest, fileHash, hashAhead } from './digest.ts';
import { embed } from './embed.ts';
import type { BandFace, CertificateFace } from './faces.ts';
import { UnknownIssuerFault } from './faults.ts';
import type { FontFaces } from './font/font-faces.ts';
import { type KeyRing, newestUsable, type RingKey, ringKeys } from './issuer/key-ring.ts';
import { prepare } from './prepare.ts';
import type { SealPicture } from './seal/seal-picture.ts';
import { sign, signatureCapacity } from './sign.ts';

export interface DocumentMakerOptions {
  fonts: FontFaces;
  /** By id of the issuer that they sign for. The newest key that is valid when a copy is made signs it. */
  signers: ReadonlyMap<string, KeyRing>;
  /** By id of the issuer whose seal they show. */
  seals?: ReadonlyMap<string, SealPicture>;
  /** How many composed bases to keep, some 60 kB each. */
  keptBases?: number;
}

/** A certificate is asked for again soon or not for months; 64 stay below 10 MB. */
const KEPT_BASES = 64;

interface Sealing extends RingKey {
  /** Bytes of CMS. */
  room: number;
}

/** The whole way from a certificate and its endorsement to a signed file. */
export function createDocumentMaker(options: DocumentMakerOptions): StampableMaker {
  const { fonts, keptBases = KEPT_BASES, seals, signers } = options;
  const bases = new BaseCache((face) => compose(face, fonts, seals?.get(face.certificate.sealedBy.id)), keptBases);

  // How much room a signature takes depends on its signer alone; to measure it for each copy costs as much as hashing.
  const sealings = new Map([...signers].map(([id, ring]) => [id, sealingsOf(ring)]));

  const make = async (certificate: CertificateFace, band: BandFace, room?: StampRoom): Promise<MadeCopy> => {
    const sealing = sealingAt(sealings, certificate.sealedBy.id, band.madeAt);
    const cached = await bases.get({ certificate, kind: band.kind, bandTexts: bandTexts(band) });
    return finish(cached, band, sealing, room);
  };

  return {
    makeCopy: (certificate, endorsement, room) => make(certificate, { ...endorsement, kind: 'endorsed' }, room),
    makePlainCopy: (certificate, plain, room) => make(certificate, { ...plain, kind: 'plain' }, room),
    missingCharacters: (text) => fonts.missingCharacters(text),
  };
}

function sealingsOf(ring: KeyRing): Sealing[] {
  return ringKeys(ring).map((key) => ({ ...key, room: signatureCapacity(key.signer) }));
}

function sealingAt(sealings: ReadonlyMap<string, readonly Sealing[]>, issuer: string, at: Instant): Sealing {
  const keys = sealings.get(issuer);
  if (!keys || keys.length === 0) throw new UnknownIssuerFault(issuer);
  return newestUsable(keys, at);
}

async function finish(
  { base, hash }: CachedBase,
  band: BandFace,
  { room, signer }: Sealing,
  stamp?: StampRoom,
): Promise<MadeCopy> {
  const prepared = stamp
    ? prepare(base, band, room + timestampCapacity(stamp.tokenBytes), stamp.validationData)
    : prepare(base, band, room);
  const ahead = hashAhead(prepared, { hash, bytes: base.bytes.length });
  const cms = await sign(digest(prepared, ahead), signer);
  const bytes = embed(prepared, cms);
  return { bytes, sha256: fileHash(bytes, ahead) };
}

function bandTexts(band: BandFace): string[] {
  return band.kind === 'endorsed' ? [band.scenario['zh-CN'], band.scenario.en] : [];
}
