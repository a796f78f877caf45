import { CERTIFICATE, ENDORSEMENT, LONGEST, sampleMaker } from '../samples.ts';
import { text } from '../tampering/tampering.ts';

const maker = sampleMaker('demonstration');

/** The genuine copy that attacks start from, and another one under the same key. */
export const GENUINE: Buffer = Buffer.from((await maker.makeCopy(CERTIFICATE, ENDORSEMENT)).bytes);
export const OTHER: Buffer = Buffer.from((await maker.makeCopy(LONGEST, ENDORSEMENT)).bytes);

/** The numbers of the genuine copy's objects, by what they are. */
export const OBJECTS = {
  catalog: objectWith('/Type /Catalog'),
  page: objectWith('/Type /Page\n'),
  content: reference(/\/Contents \[ ?(\d+) 0 R/),
  font: objectWith('/Type /Font\n'),
  fontFile: reference(/\/FontFile[23] (\d+) 0 R/),
  field: objectWith('/FT /Sig'),
  signature: objectWith('/Type /Sig '),
};

function objectWith(what: string): number {
  const whole = text(GENUINE);
  const head = whole
    .slice(0, whole.indexOf(what))
    .match(/\d+(?= 0 obj)/g)
    ?.at(-1);
  if (head === undefined || !whole.includes(what)) throw new Error(`no object with ${what}`);
  return Number(head);
}

function reference(pattern: RegExp): number {
  const number = pattern.exec(text(GENUINE))?.[1];
  if (number === undefined) throw new Error(`nothing like ${String(pattern)}`);
  return Number(number);
}

/** Where the signature leaves its gap: `gap` is the opening bracket, `after` follows the closing one. */
export function signedParts(bytes: Uint8Array = GENUINE): { gap: number; after: number; rest: number } {
  const [, gap, after, rest] = (/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text(bytes)) ?? []).map(Number);
  if (gap === undefined || after === undefined || rest === undefined) throw new Error('no ByteRange in the file');
  return { gap, after, rest };
}
