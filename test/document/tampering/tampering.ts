import { createHash } from 'node:crypto';

import { sign } from '../../../engine/document/sign.ts';
import type { Signer } from '../../../engine/ports/signer.ts';

const RANGE = /\/ByteRange \[0 (\d+) (\d+) (\d+)\] *\/Contents </;

export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** The file with the last match of `pattern` replaced by a text of the same length: shorter ones are padded. */
export function patched(bytes: Uint8Array, pattern: RegExp, replace: (...groups: string[]) => string): Buffer {
  const whole = text(bytes);
  const match = [...whole.matchAll(new RegExp(pattern, 'g'))].at(-1);
  if (!match) throw new Error(`${String(pattern)} is not in the file`);
  const wanted = replace(...match).padEnd(match[0].length);
  return Buffer.from(whole.slice(0, match.index) + wanted + whole.slice(match.index + match[0].length), 'latin1');
}

function rangeOf(bytes: Uint8Array): { gap: number; after: number } {
  const [, gap, after] = (RANGE.exec(text(bytes)) ?? []).map(Number);
  if (gap === undefined || after === undefined) throw new Error('no ByteRange in the file');
  return { gap, after };
}

/** What the signature's string holds. */
export function contentsOf(bytes: Uint8Array): Buffer {
  const { gap, after } = rangeOf(bytes);
  return Buffer.from(text(bytes.subarray(gap + 1, after - 1)), 'hex');
}

/** The file with other bytes in the signature's string, whose length is kept by zeros or adjusted with the ByteRange. */
export function withContents(bytes: Uint8Array, contents: Uint8Array): Buffer {
  const { gap, after } = rangeOf(bytes);
  const room = (after - gap - 2) / 2;
  const padded = Buffer.alloc(Math.max(room, contents.length));
  padded.set(contents);
  const string = Buffer.from(`<${padded.toString('hex')}>`);
  const moved = Buffer.concat([bytes.subarray(0, gap), string, bytes.subarray(after)]);
  const grown = string.length - (after - gap);
  if (grown === 0) return moved;
  const widened = patched(moved, /(\/ByteRange \[0 \d+ )(\d+)( \d+\]) *(\/Contents )/, (all, head, end, tail, next) => {
    const range = `${head}${Number(end) + grown}${tail}`;
    return range.padEnd(all.length - next.length) + next;
  });
  return patched(widened, /startxref\n(\d+)\n%%EOF\n$/, (_, at) => `startxref\n${Number(at) + grown}\n%%EOF\n`);
}

export function documentDigest(bytes: Uint8Array): Uint8Array {
  const { gap, after } = rangeOf(bytes);
  return createHash('sha256').update(bytes.subarray(0, gap)).update(bytes.subarray(after)).digest();
}

/** The file signed anew, as only someone who has the key could. */
export async function resigned(bytes: Uint8Array, signer: Signer): Promise<Buffer> {
  // A longer signature moves what follows it, which it covers: make room first, then sign what came of it.
  const roomy = withContents(bytes, await sign(documentDigest(bytes), signer));
  return withContents(roomy, await sign(documentDigest(roomy), signer));
}
