import { done, refused, type Result } from '../../result.ts';
import { BYTE_RANGE_LENGTH } from '../pdf/signature-dictionary.ts';
import { readRevision } from './revision.ts';
import type { ValidationData } from '../revocation/validation-data.ts';
import type { FailedReason } from './verdict.ts';

/** A file of the form that this engine writes, taken apart but not yet believed. */
export interface SignedFile {
  /** The two parts that the signature covers: all of the file but the signature's own string. */
  covered: readonly [Uint8Array, Uint8Array];
  /** What that string holds, zeros after the CMS included. */
  contents: Uint8Array;
  /** /M, as PDF writes dates. */
  madeAt: string;
  /** What came along to validate the signature with, covered by it; null when nothing did. */
  validationData: ValidationData | null;
}

/** Twenty times a copy. Nothing longer was made here, and nothing longer is read. */
export const LARGEST_COPY = 2 * 1024 * 1024;
/** Readers take a file for a PDF whose header is that near to its start. */
const HEADER_WITHIN = 1024;
const LONGEST_SIGNATURE = 64 * 1024;

const BYTE_RANGE = /^\/ByteRange \[0 (\d{1,8}) (\d{1,8}) (\d{1,8})\] *\/Contents $/;
const HEX = /^[0-9a-f]+$/;

/**
 * Finds the signature, and that the file is built around it as `prepare` builds it: one signature, certifying, covering
 * everything from the first byte to the last. Follows no reference but those that say so, and inflates nothing.
 */
export function readSignedFile(file: Uint8Array): Result<SignedFile, FailedReason> {
  if (file.length > LARGEST_COPY) return refused('too-large');
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const head = bytes.toString('latin1', 0, HEADER_WITHIN);
  if (!head.includes('%PDF-')) return refused('not-a-pdf');
  const at = bytes.indexOf('/ByteRange');
  if (at < 0) return refused(bytes.includes('/Encrypt') ? 'encrypted' : 'no-signature');
  if (!head.startsWith('%PDF-1.')) return refused('structure');
  if (bytes.includes('/ByteRange', at + 1)) return refused('several-signatures');
  const gap = readRange(bytes, at);
  if (!gap.ok) return gap;
  const { close, open } = gap.value;
  const contents = readContents(bytes, gap.value);
  if (!contents) return refused('contents');
  const revision = readRevision(bytes, { byteRange: at, contentsEnd: close });
  if (!revision.ok) return revision;
  return done({ covered: [bytes.subarray(0, open), bytes.subarray(close)], contents, ...revision.value });
}

interface Gap {
  /** Of the opening angle bracket. */
  open: number;
  /** After the closing one. */
  close: number;
}

// What is left out must be the string that follows, to the bracket, and the rest must reach the end of the file.
function readRange(bytes: Buffer, at: number): Result<Gap, FailedReason> {
  const start = at + '/ByteRange '.length + BYTE_RANGE_LENGTH + ' /Contents '.length;
  const [, first, second, length] = BYTE_RANGE.exec(bytes.toString('latin1', at, start)) ?? [];
  if (first === undefined || second === undefined || length === undefined) return refused('byte-range');
  const [open, close, end] = [Number(first), Number(second), Number(second) + Number(length)];
  if (open !== start || close <= open + 2 || end > bytes.length) return refused('byte-range');
  return end === bytes.length ? done({ open, close }) : refused('appended-to');
}

function readContents(bytes: Buffer, { close, open }: Gap): Uint8Array | undefined {
  if (close - open > LONGEST_SIGNATURE || (close - open) % 2 !== 0) return undefined;
  const text = bytes.toString('latin1', open, close);
  const hex = text.slice(1, -1);
  return text.startsWith('<') && text.endsWith('>') && HEX.test(hex) ? Buffer.from(hex, 'hex') : undefined;
}
