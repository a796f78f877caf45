import type { Bilingual } from '../ports/language.ts';
import type { CivilDate } from '../time/civil-date.ts';

/** An entry of the catalogue. */
export interface Qualification {
  /** Stable, `[a-z0-9-]+`. */
  code: string;
  name: Bilingual;
  /** Other names under which a registry file may list it. */
  aliases: readonly string[];
  /** Levels that exist; empty when the qualification has none. */
  levels: readonly string[];
  /** Id of the issuer that seals endorsed copies of it. */
  issuer: string;
  /** Certificates issued before this day need no endorsement; null when all need one. */
  plainBefore: CivilDate | null;
}

/** Who signs, in words. Keys and chains are the signer's business. */
export interface Issuer {
  id: string;
  name: Bilingual;
  /** Where a holder can ask when a detail of the certificate is wrong. */
  contact: Bilingual;
  /** Whether this is a demonstration issuer, whose pages say 样张 SPECIMEN. */
  specimen: boolean;
}

export interface Catalogue {
  /** Changes whenever an entry changes what a page shows. */
  version: string;
  qualifications: readonly Qualification[];
  issuers: readonly Issuer[];
}
