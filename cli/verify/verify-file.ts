import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { LARGEST_COPY } from '../../engine/document/verify/signed-file.ts';
import type { VerificationBasis } from '../../engine/document/verify-document.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { type FileSoundness, judgeFile } from '../../engine/verification/file-soundness.ts';
import { type CopyVerdict, verifyCopy } from '../../engine/verification/verify-copy.ts';
import type { VerifyDeps } from '../../engine/verification/verify-issued.ts';

export interface VerifyFileDeps extends VerifyDeps {
  storage: Storage;
  /** Whose word counts. */
  trust: Omit<VerificationBasis, 'at'>;
}

/** A file as far as it was read: to its end for its digest and size, but kept only where it can be a copy. */
export interface ReadFile {
  sha256: string;
  size: number;
  /** The whole of it, or enough to see that it is too large. */
  bytes: Uint8Array;
}

/** Rejects when the file can't be read. */
export async function readForVerification(path: string): Promise<ReadFile> {
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (size <= LARGEST_COPY) kept.push(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size, bytes: Buffer.concat(kept) };
}

/** Answers both questions about a file's bytes. */
export function verifyBytes(bytes: Uint8Array, deps: VerifyFileDeps, now: Instant): Promise<CopyVerdict> {
  const file: FileSoundness = judgeFile(bytes, { ...deps.trust, at: now });
  return deps.storage.transact((tx) => verifyCopy(tx, deps, { now, file }));
}
