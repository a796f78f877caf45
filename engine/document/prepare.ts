import { hash } from 'node:crypto';

import type { BaseDocument } from './base/base-document.ts';
import { type CopyTexts, copyTexts } from './base/copy-texts.ts';
import type { BandFace } from './faces.ts';
import { tableFonts } from './font/table-fonts.ts';
import { drawBandValues } from './page/band-values.ts';
import { pdfDate, type ZonedTime, xmpDate, zonedTime } from './page/dates.ts';
import { ByteWriter } from './pdf/byte-writer.ts';
import { securityStoreObjects, withSecurityStore } from './pdf/security-store.ts';
import { deflatedBody, streamBody, type UpdatedObject, writeUpdate } from './pdf/update.ts';
import { blankSignature, type ByteRange, writeByteRange } from './pdf/signature-dictionary.ts';
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
  const date = pdfDate(made);
  const texts = copyTexts(base);
  const signature = blankSignature({ head: texts.signature, madeAt: date, signatureBytes });
  const updated = updatedObjects(base, texts, band, { made, date });
  // Ahead of the signature, which has to end the file.
  const extended = validationData ? withStore(base, updated, validationData) : updated;
  const objects = [...extended, { number: base.objects.signature, body: signature.body }];
  const offset = base.bytes.length;
  const start = writeUpdate(update, objects, {
    offset,
    previousXref: base.startXref,
    trailer: [texts.trailer, copyId(base, band), '>]'],
  });
  const open = offset + start + signature.contentsStart;
  const close = offset + start + signature.contentsEnd;
  const byteRange = [0, open, close, offset + update.length - close] as const;
  writeByteRange(update, start + signature.byteRangeStart, byteRange);
  // Of its own, so that it can be handed over to another thread.
  const bytes = Buffer.allocUnsafeSlow(offset + update.length);
  bytes.set(base.bytes);
  bytes.set(update.written, offset);
  return { bytes, byteRange };
}

// Used again for every copy: nothing in `prepare` awaits, so no other copy is written meanwhile.
const update = new ByteWriter();
const content = new ByteWriter();

/** When a copy is made, as pages show it and as PDF writes it. */
interface Moment {
  made: ZonedTime;
  date: string;
}

function updatedObjects(
  base: BaseDocument,
  { catalog, info, link, signatureField, xmp }: CopyTexts,
  band: BandFace,
  { date, made }: Moment,
): UpdatedObject[] {
  const { objects } = base;
  const updated = [
    { number: objects.catalog, body: [catalog] },
    { number: objects.info, body: [info, `/CreationDate (${date}) /ModDate (${date}) >>`] },
    { number: objects.metadata, body: streamBody('/Type /Metadata /Subtype /XML', xmp(xmpDate(made), band)) },
    { number: objects.band, body: streamBody('', [bandContent(base, band, made)]) },
    { number: objects.signatureField, body: [signatureField] },
  ];
  if (objects.link !== null && band.kind === 'endorsed') {
    updated.push({ number: objects.link, body: [link, uriAction(band.verifyUrl), ' >>'] });
  }
  return updated;
}

function withStore(
  { dictionaries, objects }: BaseDocument,
  updated: readonly UpdatedObject[],
  data: ValidationData,
): UpdatedObject[] {
  const store = securityStoreObjects(data, objects.signature + 1);
  const number = store.at(-1)?.number ?? 0;
  const catalog = { number: objects.catalog, body: [withSecurityStore(dictionaries.catalog, number)] };
  // Copies at lower levels have room enough, and are to be made in less time than this takes. `content` holds the band.
  const band = { number: objects.band, body: deflatedBody(content.written) };
  const others = updated.filter(({ number: other }) => other !== objects.catalog && other !== objects.band);
  return [catalog, ...others, band, ...store];
}

function bandContent(base: BaseDocument, band: BandFace, made: ZonedTime): Uint8Array {
  content.clear();
  drawBandValues({ writer: content, fonts: tableFonts(base.glyphs) }, band, base.marks, made);
  return content.written;
}

function uriAction(address: string): string {
  return `/A << /Type /Action /S /URI /URI ${literal(address)} >>`;
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
