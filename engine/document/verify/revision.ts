import { done, refused, type Result } from '../../result.ts';
import { CERTIFYING, SIGNATURE_START } from '../pdf/signature-dictionary.ts';
import type { ValidationData } from '../revocation/validation-data.ts';
import { readStore } from './read-store.ts';
import type { FailedReason } from './verdict.ts';

/** What the signed revision says beside the signature. */
export interface SignedRevision {
  madeAt: string;
  validationData: ValidationData | null;
}

/** Where the signature dictionary's parts were found. */
interface Found {
  /** Of /ByteRange. */
  byteRange: number;
  /** After the closing bracket of /Contents. */
  contentsEnd: number;
}

interface SignatureObject {
  number: number;
  /** Where the object starts. */
  offset: number;
  madeAt: string;
}

const LONGEST_HEAD = 4096;
const LONGEST_TAIL = 4096;
const LONGEST_CATALOG = 4096;

const HEAD = /\n(\d{1,6}) 0 obj\n(<< [^\n]*)$/;
const TEXTS = /^ \/Name <[0-9a-f]+> \/Reason <[0-9a-f]+> \/M \((D:[^()]*)\) /;
const TAIL = /^ >>\nendobj\n(xref\n[\d nf\n]*)trailer\n<< ([^\n]*) >>\nstartxref\n(\d{1,8})\n%%EOF\n$/;

/**
 * Reads the last revision around its signature: the dictionary is a certifying PAdES one, the file ends right after it
 * with a cross-reference table that names it, and the catalog declares it as the one that forbids changes.
 */
export function readRevision(bytes: Buffer, found: Found): Result<SignedRevision, FailedReason> {
  const signature = readSignatureObject(bytes, found.byteRange);
  if (!signature.ok) return signature;
  if (bytes.length - found.contentsEnd > LONGEST_TAIL) return refused('structure');
  const tail = TAIL.exec(bytes.toString('latin1', found.contentsEnd));
  const [, table, trailer, startXref] = tail ?? [];
  if (table === undefined || trailer === undefined) return refused('structure');
  if (/\/Encrypt\b/.test(trailer)) return refused('encrypted');
  if (Number(startXref) !== found.contentsEnd + ' >>\nendobj\n'.length) return refused('structure');
  const offsets = readTable(table);
  const root = Number(/\/Root (\d{1,6}) 0 R /.exec(trailer)?.[1]);
  const { madeAt, number, offset } = signature.value;
  if (offsets.get(number) !== offset) return refused('structure');
  const catalog = readCatalog(bytes, offsets.get(root), root);
  if (!declares(catalog, number)) return refused('not-certified');
  const validationData = readStore(bytes, catalog, offsets);
  return validationData === undefined ? refused('structure') : done({ madeAt, validationData });
}

function readSignatureObject(bytes: Buffer, byteRange: number): Result<SignatureObject, FailedReason> {
  const from = Math.max(0, byteRange - LONGEST_HEAD);
  const head = HEAD.exec(bytes.toString('latin1', from, byteRange));
  const [, number, dictionary] = head ?? [];
  if (!head || !dictionary?.startsWith(SIGNATURE_START)) return refused('structure');
  if (!dictionary.endsWith(` ${CERTIFYING} `)) return refused('not-certified');
  const madeAt = TEXTS.exec(dictionary.slice(SIGNATURE_START.length))?.[1];
  if (madeAt === undefined) return refused('structure');
  return done({ number: Number(number), offset: from + head.index + 1, madeAt });
}

// Object numbers and offsets of a cross-reference table's subsections. Malformed lines are left out.
function readTable(table: string): Map<number, number> {
  const offsets = new Map<number, number>();
  let next = 0;
  for (const line of table.split('\n').slice(1)) {
    const section = /^(\d{1,6}) \d{1,6}$/.exec(line);
    const entry = /^(\d{10}) 00000 n $/.exec(line);
    if (section) next = Number(section[1]);
    if (!entry) continue;
    offsets.set(next, Number(entry[1]));
    next += 1;
  }
  return offsets;
}

// Empty when it isn't where the table says.
function readCatalog(bytes: Buffer, at: number | undefined, root: number): string {
  if (at === undefined) return '';
  const text = bytes.toString('latin1', at, at + LONGEST_CATALOG);
  const end = text.indexOf('\nendobj');
  return text.startsWith(`${root} 0 obj\n`) ? text.slice(0, Math.max(0, end)) : '';
}

function declares(catalog: string, signature: number): boolean {
  return new RegExp(String.raw`/Perms <<\s+/DocMDP ${signature} 0 R\s+>>`).test(catalog);
}
