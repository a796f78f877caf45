import type { Certificate, Person } from '../registry/holder.ts';
import type { Issuer, Qualification } from '../registry/catalogue.ts';
import type { Scenario } from '../policy/policy.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Instant } from '../time/instant.ts';

/** All that the page says of a certificate. Personal data. */
export interface CertificateFace {
  person: Omit<Person, 'phone'>;
  certificate: Omit<Certificate, 'id' | 'holderId' | 'status'>;
  qualification: Qualification;
  issuer: Issuer;
}

/** All that the page says of an endorsement. */
export interface EndorsementFace {
  number: string;
  scenario: Scenario;
  firstDay: CivilDate;
  lastDay: CivilDate;
  days: number;
  /** 制作时间; also the time of the signature. */
  madeAt: Instant;
  /** What the QR code says. */
  verificationUrl: string;
}

export interface MadeCopy {
  bytes: Uint8Array;
  /** Of the bytes, hex. */
  sha256: string;
}

/**
 * Makes and signs documents. Both makers throw `MissingGlyphs` when a face needs characters that no font
 * has, `SignerUnavailable` when the key can't be used now, and anything else for a fault.
 */
export interface CopyMaker {
  makeCopy(certificate: CertificateFace, endorsement: EndorsementFace): Promise<MadeCopy>;
  /** For a certificate that needs no endorsement. */
  makePlainCopy(certificate: CertificateFace, madeAt: Instant): Promise<MadeCopy>;
  /** The characters of `text`, each once, that could not be printed. */
  missingCharacters(text: string): string[];
}

/** No font has these characters; trying again can't help. */
export class MissingGlyphs extends Error {
  readonly code = 'missing-glyph';
  readonly characters: readonly string[];

  constructor(characters: readonly string[]) {
    // They are characters of a name: the message is logged, so it says how many and not which.
    super(`${characters.length} character(s) have no glyph`);
    this.name = 'MissingGlyphs';
    this.characters = characters;
  }
}

/** The key or the service behind it doesn't answer; trying again may help. */
export class SignerUnavailable extends Error {
  readonly code = 'signer';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SignerUnavailable';
  }
}
