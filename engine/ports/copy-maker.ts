import type { CertificateFace, EndorsementFace, PlainFace } from '../document/faces.ts';
import type { ValidationData } from '../document/revocation/validation-data.ts';
import type { SignatureLevel } from '../policy/policy.ts';

export interface MadeCopy {
  /** Of this copy alone: whoever asked for them may empty them (`engine/generation/discard.ts`). */
  bytes: Uint8Array;
  /** Of the bytes, hex. */
  sha256: string;
  /** Of its signature; B-B when left out. */
  level?: SignatureLevel;
  /** Why that is lower than wanted, when it is. */
  lowered?: Unavailable;
}

/** What a signature above level B-B takes and could not be had. */
export interface Unavailable {
  /**
   * `copy-too-large`: it can be had, but is so long that the copy would be larger than any may be;
   * `certificate-revoked`: it can be had, but speaks against signing at all.
   */
  code: 'timestamp-unavailable' | 'revocation-unavailable' | 'copy-too-large' | 'certificate-revoked';
  /** For staff: what was tried and how it failed, without personal data. */
  detail: string;
}

/** What a document is made with that a time stamp will complete. */
export interface StampRoom {
  /** The most bytes that the token may have. */
  tokenBytes: number;
  /** For level B-LT. */
  validationData: ValidationData | null;
}

/** Makes documents signed at level B-B, with room for what raises the level. */
export interface StampableMaker extends CopyMaker {
  makeCopy(certificate: CertificateFace, endorsement: EndorsementFace, room?: StampRoom): Promise<MadeCopy>;
  makePlainCopy(certificate: CertificateFace, making: PlainFace, room?: StampRoom): Promise<MadeCopy>;
}

/** Makes and signs documents. Throws the faults of `engine/document/faults.ts`, and anything else for a defect. */
export interface CopyMaker {
  makeCopy(certificate: CertificateFace, endorsement: EndorsementFace): Promise<MadeCopy>;
  /** For a certificate that needs no endorsement. */
  makePlainCopy(certificate: CertificateFace, making: PlainFace): Promise<MadeCopy>;
  /** The characters of `text`, each once, that could not be printed. */
  missingCharacters(text: string): string[];
}
