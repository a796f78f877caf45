import { hash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

import type { BaseDocument } from './base/base-document.ts';
import { type CopyTexts, copyTexts } from './base/copy-texts.ts';
import type { BandFace } from './faces.ts';
import { drawBandValues } from './page/band-values.ts';
import { pdfDate, type ZonedTime, xmpDate, zonedTime } from './page/dates.ts';
import { ByteWriter } from './pdf/byte-writer.ts';
import { securityStoreObjects, withSecurityStore } from './pdf/security-store.ts';
import { type ByteRange, writeBlankSignature, writeByteRange } from './pdf/signature-dictionary.ts';
import { type UpdatedObject, UpdateWriter } from './pdf/update.ts';
import { literal } from './pdf/text.ts';
import type { ValidationData } from './revocation/validation-data.ts';

/** A copy that lacks nothing but its signature. Plain data. */
export interface PreparedCopy {
  /** The whole file; where the signature will be, the hex digits of zeros. */
  bytes: Uint8Array;
  /** Everything but the signature's own string, angle brackets included. */
  byteRange: ByteRange;
}

/**
 * Updates a base with what one copy says: the band filled in, the field signed with room for `signatureBytes` of CMS, and
 * what it takes to validate the signature, if that is to be level B-LT. The same input gives the same bytes. Throws
 * MissingGlyphFault, and RangeError when a band of another kind than the base's is asked for.
 */
export function prepare(
  base: BaseDocument,
  band: BandFace,
  signatureBytes: number,
  validationData: ValidationData | null = null,
): PreparedCopy {
  if (band.kind !== base.kind) throw new RangeError(`a base for ${base.kind} copies got a band for ${band.kind} ones`);
  const made = zonedTime(band.madeAt, band.zone);
  const copy = { base, band, made, date: pdfDate(made), texts: copyTexts(base) };
  const store = validationData ? securityStoreObjects(validationData, base.objects.signature + 1) : NO_STORE;
  const offset = base.bytes.length;
  update.start(offset);
  writeCatalog(copy, store);
  writeDescription(copy);
  writeBand(copy, store);
  writeFields(copy);
  // Ahead of the signature, which has to end the file.
  for (const object of store) update.add(object);
  const writer = update.begin(base.objects.signature);
  const signature = writeBlankSignature(writer, { head: copy.texts.signature, madeAt: copy.date, signatureBytes });
  update.end();
  update.finish({ previousXref: base.startXref, trailer: [copy.texts.trailer, copyId(base, band), '>]'] });
  const open = offset + signature.contentsStart;
  const close = offset + signature.contentsEnd;
  const byteRange = [0, open, close, offset + writer.length - close] as const;
  writeByteRange(writer, signature.byteRangeStart, byteRange);
  // Of its own, so that it can be handed over to another thread.
  const bytes = Buffer.allocUnsafeSlow(offset + writer.length);
  bytes.set(base.bytes);
  bytes.set(writer.written, offset);
  return { bytes, byteRange };
}

// Used again for every copy: nothing in `prepare` awaits, so no other copy is written meanwhile.
const update = new UpdateWriter();
const content = new ByteWriter();
const NO_STORE: readonly UpdatedObject[] = [];

/** What is written of one copy. */
interface Copy {
  base: BaseDocument;
  band: BandFace;
  /** When it is made, as pages show it and as PDF writes it. */
  made: ZonedTime;
  date: string;
  texts: CopyTexts;
}

/** `store`: the document security store and what it lists, itself the last; none below level B-LT. */
function writeCatalog({ base, texts }: Copy, store: readonly UpdatedObject[]): void {
  const { dictionaries, objects } = base;
  const writer = update.begin(objects.catalog);
  const last = store.at(-1);
  if (last) writer.text(withSecurityStore(dictionaries.catalog, last.number));
  else writer.bytes(texts.catalog);
  update.end();
}

function writeDescription({ band, base, date, made, texts }: Copy): void {
  const { objects } = base;
  const info = update.begin(objects.info);
  info.bytes(texts.info);
  info.text('/CreationDate (');
  info.text(date);
  info.text(') /ModDate (');
  info.text(date);
  info.text(') >>');
  update.end();
  texts.xmp(update.beginStream(objects.metadata, '/Type /Metadata /Subtype /XML'), xmpDate(made), band);
  update.endStream();
}

function writeBand({ band, base, made, texts }: Copy, store: readonly UpdatedObject[]): void {
  const { fonts, frames } = texts;
  if (store.length === 0) {
    const writer = update.beginStream(base.objects.band, '');
    drawBandValues({ writer, fonts, frames }, band, made);
  } else {
    // Copies at lower levels have room enough, and are to be made in less time than this takes.
    content.clear();
    drawBandValues({ writer: content, fonts, frames }, band, made);
    update.beginStream(base.objects.band, '/Filter /FlateDecode').bytes(deflateSync(content.written));
  }
  update.endStream();
}

function writeFields({ band, base: { objects }, texts }: Copy): void {
  update.begin(objects.signatureField).bytes(texts.signatureField);
  update.end();
  if (objects.link === null || band.kind !== 'endorsed') return;
  const link = update.begin(objects.link);
  link.bytes(texts.link);
  link.text('/A << /Type /Action /S /URI /URI ');
  link.text(literal(band.verifyUrl));
  link.text(' >> >>');
  update.end();
}

// The second half of the file identifier, which no two copies share (ISO 32000-1, 14.4). Each text is a line of its own.
function copyId(base: BaseDocument, band: BandFace): string {
  const all = [base.id, band.madeAt, band.zone];
  if (band.kind === 'endorsed') {
    const { firstDay, lastDay, number, scenario, verificationCode, verifyUrl } = band;
    all.push(number, firstDay, lastDay, verificationCode, verifyUrl, scenario['zh-CN'], scenario.en);
  }
  return hash('sha256', all.join('\n')).slice(0, 32);
}
