import { readCharacters } from '../crockford.ts';
import { checkVerificationCode, readEndorsementNumber } from '../ids.ts';

/** What somebody gave to have a copy verified by. */
export type Reference =
  /** `address` is the link that the code came in, as it was written. */
  | { kind: 'code'; code: string; address: string | null }
  | { kind: 'number'; number: string }
  /** Meant as a code or number, but it can't be one. */
  | { kind: 'mistyped' };

const ADDRESS = /(?:https?|tg):\/\/[^\s<>"“”]+/gi;
const CODE_IN_ADDRESS = /(?:\/v\/|[?&]start=v-)([^/?#&\s]*)/i;
/** As `bringCode` of a link into the chat has it. */
const START_PAYLOAD = /^\s*v-(.*)$/is;
const LABEL = /^\s*(?:查验码|加注编号|编号|verification code|endorsement number|code|number)\s*(?:code)?\s*[:：]?\s*/i;
const LONGEST = 4096;

/**
 * The code or number in a text: typed however it is grouped, with the label that stands before it on a copy, within a
 * caption, or as the QR code says it. Undefined when nothing like it is there. `where`: in a step that awaits something
 * typed, a document number, a name or a day, only what can be none of them is taken for a code.
 */
export function readReference(text: string, where: 'in-step' | 'anywhere' = 'anywhere'): Reference | undefined {
  if (text.length > LONGEST) return undefined;
  const linked = readLink(text);
  if (linked) return linked;
  const typed = text.replace(LABEL, '');
  const code = [typed, ...typed.split(/\s+/)].find((part) => isCode(part, where));
  if (code !== undefined) return { kind: 'code', code: checkVerificationCode(code) ?? '', address: null };
  const number = readEndorsementNumber(typed);
  if (number !== undefined) return { kind: 'number', number };
  return where === 'anywhere' && isNearlyOne(typed, typed !== text) ? { kind: 'mistyped' } : undefined;
}

function readLink(text: string): Reference | undefined {
  const payload = START_PAYLOAD.exec(text)?.[1];
  if (payload !== undefined) return codeOr(payload, null);
  for (const [address] of text.matchAll(ADDRESS)) {
    const written = CODE_IN_ADDRESS.exec(address)?.[1];
    if (written !== undefined) return codeOr(written, address);
  }
  return undefined;
}

function codeOr(written: string, address: string | null): Reference {
  const code = checkVerificationCode(written);
  return code === undefined ? { kind: 'mistyped' } : { kind: 'code', code, address };
}

// One identity number in 32 has the right check character by chance, and so has one name or sentence in Latin letters.
function isCode(part: string, where: 'in-step' | 'anywhere'): boolean {
  const code = checkVerificationCode(part);
  if (code === undefined || /^\d{17}[\dX]$/.test(code)) return false;
  const [digit, letter, word] = [/\d/.test(part), /[A-Z]/i.test(part), !/\s/.test(part.trim())];
  return where === 'in-step' ? word && digit && letter : word || digit;
}

/** Letters and digits, about as many as a code has; or the beginning of a number; or whatever a label says is one. */
function isNearlyOne(typed: string, labelled: boolean): boolean {
  const plain = readCharacters(typed);
  if (plain === undefined || !/\d/.test(typed)) return false;
  if (labelled || /^JZ\d{4}/.test(plain)) return true;
  return plain.length >= 16 && plain.length <= 20 && /[A-Z]/i.test(typed);
}
