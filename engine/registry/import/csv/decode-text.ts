import { isUtf8 } from 'node:buffer';
import { type Result, done, refused } from '../../../result.ts';
import type { FileFault } from '../import-fault.ts';

export type Encoding = 'utf-8' | 'gb18030';

const CHUNK_BYTES = 64 * 1024;

/** UTF-8 when it strictly is, otherwise GB18030 when it strictly is. */
export function detectEncoding(bytes: Uint8Array): Result<Encoding, FileFault> {
  if (isUtf8(bytes)) return done('utf-8');
  if (isGb18030(bytes)) return done('gb18030');
  return refused({ kind: 'not-a-table', found: 'other-encoding' });
}

/**
 * The text piece by piece, without a byte order mark and with every line ended by '\n'. Throws
 * TypeError when `bytes` are not of that encoding.
 */
export function* decodeText(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  let held = '';
  for (const piece of decodePieces(bytes, encoding)) {
    const text = held + piece;
    // The '\n' of a '\r\n' may begin the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replaceAll(/\r\n?/g, '\n');
  }
  if (held !== '') yield '\n';
}

function* decodePieces(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    yield decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: true });
  }
  yield decoder.decode();
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    return Array.from(decodePieces(bytes, 'gb18030'), (piece) => piece.length).length > 0;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
