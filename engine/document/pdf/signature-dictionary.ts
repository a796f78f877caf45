import { WORDING } from '../page/wording.ts';
import { type ByteWriter, latin1 } from './byte-writer.ts';
import { hexText } from './text.ts';

/** Start and length of the two parts of a file that its signature covers. */
export type ByteRange = readonly [start: 0, length: number, secondStart: number, secondLength: number];

/** Where a signature dictionary was written whose ByteRange and Contents are still blank: places in the writer. */
export interface BlankSignature {
  byteRangeStart: number;
  /** Of the opening angle bracket. */
  contentsStart: number;
  /** After the closing one. */
  contentsEnd: number;
}

interface SignatureTexts {
  /** As `signatureHead` answers it. */
  head: Uint8Array;
  /** As PDF writes dates. */
  madeAt: string;
  /** Room for the signature, in bytes. */
  signatureBytes: number;
}

// Certifies the document and permits no change at all (ISO 32000-1, 12.8.2.2, P 1).
export const CERTIFYING =
  '/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /V /1.2 /P 1 >> >>]';

/** How a PAdES signature dictionary begins (EN 319 142-1, 5.3). */
export const SIGNATURE_START = '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached';

/** Room for the ByteRange of a file of some 100 MB. */
export const BYTE_RANGE_LENGTH = 48;

const REASON = hexText(`${WORDING.signatureReason['zh-CN']} ${WORDING.signatureReason.en}`);

/** How the dictionaries of all signatures in the name of `signer` begin. */
export function signatureHead(signer: string): Uint8Array {
  return latin1(`${SIGNATURE_START} /Name ${hexText(signer)} /Reason ${REASON} /M (`);
}

const BEFORE_BYTE_RANGE = latin1(`) ${CERTIFYING} /ByteRange `);
const BEFORE_CONTENTS = latin1(`${' '.repeat(BYTE_RANGE_LENGTH)} /Contents `);

/** Writes the dictionary of a certifying signature. The time it was made at is /M; the CMS has none. */
export function writeBlankSignature(
  writer: ByteWriter,
  { head, madeAt, signatureBytes }: SignatureTexts,
): BlankSignature {
  writer.bytes(head);
  writer.text(madeAt);
  writer.bytes(BEFORE_BYTE_RANGE);
  const byteRangeStart = writer.length;
  writer.bytes(BEFORE_CONTENTS);
  const contentsStart = writer.length;
  writer.text('<');
  writer.bytes(zeros(2 * signatureBytes));
  writer.text('>');
  const contentsEnd = writer.length;
  writer.text(' >>');
  return { byteRangeStart, contentsStart, contentsEnd };
}

let lastZeros = latin1('');

// Every copy of an issuer has as many.
function zeros(length: number): Uint8Array {
  if (lastZeros.length !== length) lastZeros = Buffer.alloc(length, '0');
  return lastZeros;
}

/** Writes a ByteRange at `at`, into the room that `writeBlankSignature` left for it; what it doesn't take stays blank. */
export function writeByteRange(writer: ByteWriter, at: number, [, length, start, rest]: ByteRange): void {
  writer.over(at, `[0 ${length} ${start} ${rest}]`);
}
