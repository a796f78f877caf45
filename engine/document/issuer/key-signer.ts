import { createPublicKey, type KeyObject, sign } from 'node:crypto';

import type { Signer } from '../../ports/signer.ts';
import { chainOfKey, keyAlgorithm } from './certificate-chain.ts';

/**
 * A signer whose private key is in memory. `certificates` are DER, in any order; those that don't vouch for the key are
 * left out. Throws IssuerFault when they don't belong together. When they are valid is for those to ask who sign.
 */
export function createKeySigner(key: KeyObject, certificates: readonly Uint8Array[]): Signer {
  return {
    algorithm: keyAlgorithm(key),
    chain: chainOfKey(createPublicKey(key), certificates),
    // With a callback, so that the thread pool does the work and chats go on.
    sign: (data) =>
      new Promise((resolve, reject) => {
        sign('sha256', data, key, (error, signature) => (error ? reject(error) : resolve(signature)));
      }),
  };
}
