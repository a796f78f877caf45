import { createPublicKey, type KeyObject, sign } from 'node:crypto';

import type { Signer } from '../../ports/signer.ts';
import { chainOfKey, keyAlgorithm } from './certificate-chain.ts';

export interface SigningMode {
  /** Signs on the thread that asks, for threads that do nothing else: a pool costs them as much as the signature. */
  blocking?: boolean;
}

/**
 * A signer whose private key is in memory. `certificates` are DER, in any order; those that don't vouch for the key are
 * left out. Throws IssuerFault when they don't belong together. When they are valid is for those to ask who sign.
 */
export function createKeySigner(
  key: KeyObject,
  certificates: readonly Uint8Array[],
  { blocking = false }: SigningMode = {},
): Signer {
  return {
    algorithm: keyAlgorithm(key),
    chain: chainOfKey(createPublicKey(key), certificates),
    sign: blocking ? async (data) => sign('sha256', data, key) : (data) => signInPool(data, key),
  };
}

// With a callback, so that the thread pool does the work and chats go on.
function signInPool(data: Uint8Array, key: KeyObject): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    sign('sha256', data, key, (error, signature) => (error ? reject(error) : resolve(signature)));
  });
}
