/**
 * Frees the memory of bytes that nobody reads again; afterwards they are empty. The collector would leave a copy, which
 * holds personal data, for seconds, and look through everything there is for a few hundred of them. Bytes that share
 * their memory with others are left to it.
 */
export function discard({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && !buffer.detached && buffer.byteLength === byteLength) buffer.transfer(0);
}
