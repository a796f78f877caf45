import { type Result, done, refused } from '../../../result.ts';
import type { FileFault, NotATable } from '../import-fault.ts';

/** What a file turned out to be by its first bytes. */
export type FileKind = 'csv' | 'xlsx';

const MAGIC: readonly (readonly [readonly number[], NotATable])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x52, 0x49, 0x46, 0x46], 'picture'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x1f, 0x8b], 'archive'],
  [[0xff, 0xfe], 'utf-16'],
  [[0xfe, 0xff], 'utf-16'],
];
const ZIP = [0x50, 0x4b];
// A compound file (MS-CFB): workbooks before 2007, and today's when they have a password (MS-OFFCRYPTO, 2.3.4.4).
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const EXTENSIONS: Readonly<Record<string, FileKind>> = { csv: 'csv', txt: 'csv', xlsx: 'xlsx' };

/** By its first bytes; a name that says something else is refused, because somebody is mistaken about the file. */
export function fileKind(bytes: Uint8Array, name?: string): Result<FileKind, FileFault> {
  const [, found] = MAGIC.find(([magic]) => startsWith(bytes, magic)) ?? [];
  if (found) return refused({ kind: 'not-a-table', found });
  if (startsWith(bytes, COMPOUND)) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED);
    return refused({ kind: 'not-a-table', found: encrypted ? 'encrypted' : 'old-workbook' });
  }
  const kind: FileKind = startsWith(bytes, ZIP) ? 'xlsx' : 'csv';
  const extension = /\.([a-z0-9]+)$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  const named = Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
  if (named !== undefined && named !== kind) return refused({ kind: 'misnamed', named, found: kind });
  return done(kind);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
