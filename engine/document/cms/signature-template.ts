import { randomBytes } from 'node:crypto';

import type { Signer } from '../../ports/signer.ts';
import { signedAttributes } from './signed-attributes.ts';
import { longestSignature, signedData } from './signed-data.ts';

type SigningKey = Pick<Signer, 'algorithm' | 'chain'>;

/** A SignedData whose attributes and signature are still to be filled in. */
interface Blank {
  bytes: Buffer;
  attributesAt: number;
  signatureAt: number;
}

/**
 * What all signatures by one key have in common: DER in which a few bytes at known places differ. To build it anew for
 * each copy would take a tenth of the time that an RSA-2048 signature does.
 */
export class SignatureTemplate {
  /** The most bytes that `signedData` answers. */
  readonly capacity: number;
  readonly #key: SigningKey;
  readonly #attributes: Buffer;
  readonly #digestAt: number;
  /** By length of the signature: those of ECDSA vary by a byte or two, and the lengths around them with it. */
  readonly #blanks = new Map<number, Blank>();

  constructor(key: SigningKey) {
    // Chance doesn't occur anywhere else in the attributes.
    const digest = randomBytes(32);
    this.#key = key;
    this.#attributes = Buffer.from(signedAttributes(digest, key.chain[0]));
    this.#digestAt = this.#attributes.indexOf(digest);
    this.capacity = this.#blank(longestSignature(key.algorithm)).bytes.length;
  }

  /** As the function `signedAttributes` answers them for a document with this digest. */
  attributes(documentDigest: Uint8Array): Uint8Array {
    const bytes = Buffer.from(this.#attributes);
    bytes.set(documentDigest, this.#digestAt);
    return bytes;
  }

  /** As the function `signedData` answers it for such attributes and the signature over them. */
  signedData(attributes: Uint8Array, signature: Uint8Array): Uint8Array {
    const { attributesAt, bytes, signatureAt } = this.#blank(signature.length);
    const filled = Buffer.from(bytes);
    filled.set(attributes.subarray(1), attributesAt);
    filled.set(signature, signatureAt);
    return filled;
  }

  #blank(length: number): Blank {
    const known = this.#blanks.get(length);
    if (known) return known;
    const { algorithm, chain } = this.#key;
    const bytes = Buffer.from(signedData({ kind: algorithm.kind, chain }, this.#attributes, new Uint8Array(length)));
    const blank = {
      bytes,
      // All but their tag, which is another one there (RFC 5652, 5.4).
      attributesAt: bytes.indexOf(this.#attributes.subarray(1)),
      // The last thing in it.
      signatureAt: bytes.length - length,
    };
    this.#blanks.set(length, blank);
    return blank;
  }
}
