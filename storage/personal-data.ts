import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { StorageFault } from './storage-fault.ts';

/** Where a value is kept. A sealed value opens in no other place. */
export interface Place {
  table: string;
  column: string;
  /** The row's primary key. */
  row: string;
}

// The envelope: version (1 byte), nonce (12), ciphertext, tag (16). Random nonces of 96 bits may be
// used for 2^32 values under one key (NIST SP 800-38D, 8.3), some thousand imports of a million rows.
const VERSION = 1;
const NONCE_AT = 1;
const NONCE_BYTES = 12;
const TEXT_AT = NONCE_AT + NONCE_BYTES;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Encrypts what the database keeps of people, and hashes what they are looked up by. */
export class PersonalData {
  readonly #sealingKey: KeyObject;
  readonly #lookUpKey: KeyObject;
  readonly #chainKey: KeyObject;
  /** Tells one data key from another without saying anything about either. */
  readonly fingerprint: string;

  /** `dataKey` is 32 random bytes, from which a key for each purpose is derived. */
  constructor(dataKey: Uint8Array) {
    if (dataKey.length !== KEY_BYTES) {
      throw new StorageFault('bad-key', `The data key has ${dataKey.length} bytes instead of ${KEY_BYTES}.`);
    }
    // As key objects: given as bytes, a key is imported at every use, which takes eight times as long.
    this.#sealingKey = createSecretKey(derive(dataKey, 'seal'));
    this.#lookUpKey = createSecretKey(derive(dataKey, 'look-up'));
    this.#chainKey = createSecretKey(derive(dataKey, 'audit'));
    this.fingerprint = derive(dataKey, 'fingerprint').toString('base64url');
  }

  /** AES-256-GCM with the place as associated data. */
  seal(place: Place, plain: Uint8Array): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#sealingKey, nonce);
    cipher.setAAD(associatedData(place));
    return Buffer.concat([Uint8Array.of(VERSION), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws StorageFault `undecipherable` when the value was altered or sealed elsewhere. */
  open(place: Place, sealed: Uint8Array): Uint8Array {
    const where = `${place.table}.${place.column}`;
    if (sealed[0] !== VERSION || sealed.length < TEXT_AT + TAG_BYTES) {
      throw new StorageFault('undecipherable', `A value of ${where} has an unknown format.`);
    }
    const tagAt = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', this.#sealingKey, sealed.subarray(NONCE_AT, TEXT_AT), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(associatedData(place));
    decipher.setAuthTag(sealed.subarray(tagAt));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(TEXT_AT, tagAt)), decipher.final()]);
    } catch (cause) {
      throw new StorageFault('undecipherable', `A value of ${where} was altered or moved.`, { cause });
    }
  }

  /** A keyed hash (HMAC-SHA-256, base64url) under which `parts` are found again, but not read. */
  lookUp(
    purpose: 'document' | 'holder-search' | 'link-code' | 'staff-invitation',
    ...parts: readonly string[]
  ): string {
    return createHmac('sha256', this.#lookUpKey)
      .update(JSON.stringify([purpose, ...parts]))
      .digest('base64url');
  }

  /** A keyed hash (HMAC-SHA-256, base64url) of a row of the audit, which nobody without the data key can make. */
  chain(text: string): string {
    return createHmac('sha256', this.#chainKey).update(text).digest('base64url');
  }
}

function derive(dataKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, new Uint8Array(0), `jiazhu/1/${purpose}`, KEY_BYTES));
}

function associatedData(place: Place): Buffer {
  return Buffer.from(`${place.table}\0${place.column}\0${place.row}`);
}
