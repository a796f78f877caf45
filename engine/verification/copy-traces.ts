import { ENDORSEMENT_NAMESPACE } from '../document/pdf/xmp.ts';
import { checkVerificationCode } from '../ids.ts';

/** What a file still shows of the copy that it may once have been. Proves nothing: anybody can write it. */
export interface CopyTraces {
  /** Verification codes in the addresses that the file links to. */
  codes: readonly string[];
  /** It has our metadata and, where signatures stand, one of our roots. */
  signedHere: boolean;
}

export const NO_TRACES: CopyTraces = { codes: [], signedHere: false };

const CODE_IN_ADDRESS = /(?:\/v\/|start=v-)([0-9A-Z]{18})(?![0-9A-Za-z])/g;
const MOST_CODES = 4;
/** A copy links to its page once or twice. */
const MOST_LINKS = 100;

/** Looks for traces in the bytes as they lie there; what an editor has compressed stays unseen. */
export function findTraces(bytes: Uint8Array, trustedRoots: readonly Uint8Array[]): CopyTraces {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const codes = new Set<string>();
  for (const [, written = ''] of text.matchAll(CODE_IN_ADDRESS).take(MOST_LINKS)) {
    const code = checkVerificationCode(written);
    if (code !== undefined) codes.add(code);
    if (codes.size === MOST_CODES) break;
  }
  return { codes: [...codes], signedHere: text.includes(ENDORSEMENT_NAMESPACE) && namesRoot(text, trustedRoots) };
}

function namesRoot(text: string, trustedRoots: readonly Uint8Array[]): boolean {
  return trustedRoots.some((root) => {
    const hex = Buffer.from(root).toString('hex');
    return text.includes(hex) || text.includes(hex.toUpperCase());
  });
}
