import type { Unavailable } from '../ports/copy-maker.ts';

/** The page needs characters that no configured face has. Nothing was made. */
export class MissingGlyphFault extends Error {
  readonly code = 'missing-glyph';
  /** Each once, in order of appearance. */
  readonly characters: readonly string[];

  constructor(characters: readonly string[]) {
    super(`No face has ${characters.map(codePoint).join(', ')}`);
    this.name = 'MissingGlyphFault';
    this.characters = characters;
  }
}

/** A font file can't be used: not TrueType outlines, not to be embedded, or damaged. */
export class UnusableFaceFault extends Error {
  readonly code = 'unusable-face';
  /** Why, as a clause: “it has …”. */
  readonly detail: string;

  constructor(detail: string) {
    super(`Unusable font: ${detail}`);
    this.name = 'UnusableFaceFault';
    this.detail = detail;
  }
}

export type IssuerFaultCode =
  | 'malformed'
  | 'wrong-password'
  | 'no-key'
  | 'no-certificate'
  | 'key-mismatch'
  | 'unsupported-key'
  | 'not-yet-valid'
  | 'expired';

/** An issuer's key file can't be used. */
export class IssuerFault extends Error {
  readonly code: IssuerFaultCode;

  constructor(code: IssuerFaultCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'IssuerFault';
    this.code = code;
  }
}

/** No signer is configured for the issuer that seals a certificate. */
export class UnknownIssuerFault extends Error {
  readonly code = 'unknown-issuer';
  readonly issuer: string;

  constructor(issuer: string) {
    super(`No signer for issuer ${issuer}`);
    this.name = 'UnknownIssuerFault';
    this.issuer = issuer;
  }
}

export type SignerFaultCode =
  | 'unreachable'
  | 'timed-out'
  | 'no-token'
  /** It won't sign: the request, the token or the credential is wrong. */
  | 'refused'
  /** It can't sign now: overloaded or out of order. */
  | 'unavailable'
  | 'not-understood'
  | 'wrong-signature';

/** A signer that is kept elsewhere didn't sign. Nothing was made, and later it may be. `detail` holds no secret. */
export class SignerFault extends Error {
  readonly code: SignerFaultCode;
  readonly detail: string;

  constructor(code: SignerFaultCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.name = 'SignerFault';
    this.code = code;
    this.detail = detail;
  }
}

/** A signer answered something that can't be its signature. Nothing was made. */
export class SignatureFault extends Error {
  readonly code = 'bad-signature';

  constructor(detail: string) {
    super(detail);
    this.name = 'SignatureFault';
  }
}

/** What a signature of the wanted level takes can't be had now. Nothing was made; later it may be. */
export class UnavailableFault extends Error {
  readonly code: Unavailable['code'];
  readonly detail: string;

  constructor(code: Unavailable['code'], detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.name = 'UnavailableFault';
    this.code = code;
    this.detail = detail;
  }
}

// By number only: a rare character is a good part of somebody's name.
function codePoint(character: string): string {
  const value = character.codePointAt(0) ?? 0;
  return `U+${value.toString(16).toUpperCase().padStart(4, '0')}`;
}
