import type { CopyMaker, MadeCopy } from '../ports/copy-maker.ts';
import type { Signer } from '../ports/signer.ts';
import { BaseCache, type CachedBase } from './base/base-cache.ts';
import { compose } from './compose.ts';
import { digest } from './digest.ts';
import { embed } from './embed.ts';
import type { BandFace, CertificateFace } from './faces.ts';
import { UnknownIssuerFault } from './faults.ts';
import type { FontFaces } from './font/font-faces.ts';
import { prepare } from './prepare.ts';
import { sign, signatureCapacity } from './sign.ts';

export interface DocumentMakerOptions {
  fonts: FontFaces;
  /** By id of the issuer that they sign for. */
  signers: ReadonlyMap<string, Signer>;
  /** How many composed bases to keep, some 60 kB each. */
  keptBases?: number;
}

const KEPT_BASES = 200;

interface Sealing {
  signer: Signer;
  /** Bytes of CMS. */
  room: number;
}

/** The whole way from a certificate and its endorsement to a signed file. */
export function createDocumentMaker({ fonts, keptBases = KEPT_BASES, signers }: DocumentMakerOptions): CopyMaker {
  const bases = new BaseCache((face) => compose(face, fonts), keptBases);

  // How much room a signature takes depends on its signer alone; to measure it for each copy costs as much as hashing.
  const sealing = new Map([...signers].map(([id, signer]) => [id, { signer, room: signatureCapacity(signer) }]));

  const make = async (certificate: CertificateFace, band: BandFace): Promise<MadeCopy> => {
    const seal = sealing.get(certificate.sealedBy.id);
    if (!seal) throw new UnknownIssuerFault(certificate.sealedBy.id);
    const cached = await bases.get({ certificate, kind: band.kind, bandTexts: bandTexts(band) });
    return finish(cached, band, seal);
  };

  return {
    makeCopy: (certificate, endorsement) => make(certificate, { ...endorsement, kind: 'endorsed' }),
    makePlainCopy: (certificate, plain) => make(certificate, { ...plain, kind: 'plain' }),
    missingCharacters: (text) => fonts.missingCharacters(text),
  };
}

async function finish({ base, hash }: CachedBase, band: BandFace, { room, signer }: Sealing): Promise<MadeCopy> {
  const prepared = prepare(base, band, room);
  const cms = await sign(digest(prepared, hash, base.bytes.length), signer);
  const bytes = embed(prepared, cms);
  const sha256 = hash.copy().update(bytes.subarray(base.bytes.length)).digest('hex');
  return { bytes, sha256 };
}

function bandTexts(band: BandFace): string[] {
  return band.kind === 'endorsed' ? [band.scenario['zh-CN'], band.scenario.en] : [];
}
