import type { CertificateFace, EndorsementFace, PlainFace } from '../document/faces.ts';

export interface MadeCopy {
  bytes: Uint8Array;
  /** Of the bytes, hex. */
  sha256: string;
}

/** Makes and signs documents. Throws the faults of `engine/document/faults.ts`, and anything else for a defect. */
export interface CopyMaker {
  makeCopy(certificate: CertificateFace, endorsement: EndorsementFace): Promise<MadeCopy>;
  /** For a certificate that needs no endorsement. */
  makePlainCopy(certificate: CertificateFace, making: PlainFace): Promise<MadeCopy>;
  /** The characters of `text`, each once, that could not be printed. */
  missingCharacters(text: string): string[];
}
