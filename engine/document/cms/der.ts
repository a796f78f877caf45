/** DER values as bytes: ITU-T X.690, as much as CMS SignedData needs. */

const SEQUENCE = 0x30;
const SET = 0x31;

/** A value of any tag; `parts` are its contents, in order. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.of(tag, ...lengthOctets(body.length)), body]);
}

export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return der(SEQUENCE, ...parts);
}

/** A SET OF, whose elements DER wants in ascending order of their encodings (X.690, 11.6). */
export function setOf(...parts: readonly Uint8Array[]): Uint8Array {
  return der(SET, ...ascending(parts));
}

export function octetString(bytes: Uint8Array): Uint8Array {
  return der(0x04, bytes);
}

/** An INTEGER from 0 to 127. */
export function smallInteger(value: number): Uint8Array {
  return der(0x02, Uint8Array.of(value));
}

export const NULL = der(0x05);

/** An OBJECT IDENTIFIER in dotted form. */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

/** The same elements in the order that DER wants of a SET OF. */
export function ascending(parts: readonly Uint8Array[]): Uint8Array[] {
  return [...parts].sort((a, b) => Buffer.compare(a, b));
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

function base128(value: number): number[] {
  const octets = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift(0x80 | (rest % 128));
  return octets;
}
