import { WORDING } from '../page/wording.ts';
import { hexText } from './text.ts';
import type { ByteText } from './update.ts';

/** A signature dictionary with its ByteRange and Contents still blank. Offsets count from the body's start. */
export interface BlankSignature {
  body: ByteText;
  byteRangeStart: number;
  /** Of the opening angle bracket. */
  contentsStart: number;
  /** After the closing one. */
  contentsEnd: number;
}

interface SignatureTexts {
  /** As `hexText` writes it. */
  signer: string;
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

/** The dictionary of a certifying signature. The time it was made at is /M; the CMS has none. */
export function blankSignature({ madeAt, signatureBytes, signer }: SignatureTexts): BlankSignature {
  const head = `${SIGNATURE_START} /Name ${signer} /Reason ${REASON} /M (${madeAt}) ${CERTIFYING} /ByteRange `;
  const before = `${head}${' '.repeat(BYTE_RANGE_LENGTH)} /Contents `;
  const contents = `<${zeros(2 * signatureBytes)}>`;
  return {
    body: `${before}${contents} >>`,
    byteRangeStart: head.length,
    contentsStart: before.length,
    contentsEnd: before.length + contents.length,
  };
}

let known = '';

// In one piece: `repeat` answers hundreds of pieces, which take longer to join than the whole update does to write.
function zeros(length: number): string {
  if (known.length !== length) known = Buffer.alloc(length, '0').toString('latin1');
  return known;
}

/** A ByteRange that takes the room that `blankSignature` left for it. */
export function byteRangeText(range: readonly number[]): string {
  return `[${range.join(' ')}]`.padEnd(BYTE_RANGE_LENGTH);
}
