import type { Bilingual } from '../../ports/language.ts';
import type { GlyphTable } from '../font/page-fonts.ts';
import type { BandMarks } from '../page/band.ts';

/** Object numbers that an endorsement's update writes anew, and one that it adds. */
interface UpdatedObjects {
  catalog: number;
  info: number;
  metadata: number;
  /** The band's content stream, empty in the base. */
  band: number;
  signatureField: number;
  /** The link over the QR code; null in a base for plain copies. */
  link: number | null;
  /** The signature dictionary. The base refers to no such object. */
  signature: number;
}

/** A page with a blank band and an empty signature field: an unsigned PDF, and what updating it takes. Plain data. */
export interface BaseDocument {
  kind: 'endorsed' | 'plain';
  bytes: Uint8Array;
  /** Where its cross-reference table starts. */
  startXref: number;
  /** The file identifier that all its copies share, in hex. */
  id: string;
  objects: UpdatedObjects;
  /** Dictionaries of the signed revision, in ASCII. The link's still lacks its action and closing brackets. */
  dictionaries: { catalog: string; signatureField: string; link: string };
  title: Bilingual;
  subject: string;
  /** The certificate's issuer as the signature names it. */
  signer: string;
  /** By number of face. */
  glyphs: Readonly<Record<number, GlyphTable>>;
  marks: BandMarks;
}
