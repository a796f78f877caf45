import { DerReader } from './der-reader.ts';

const BOOLEAN = 0x01;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;

/** An extension of a certificate (RFC 5280, 4.1). */
export interface Extension {
  /** The type's object identifier, tag and length included. */
  type: Uint8Array;
  critical: boolean;
  value: DerReader;
}

/** Throws DerError. */
export function readExtension(encoded: Uint8Array): Extension {
  const reader = new DerReader(encoded).enter(SEQUENCE);
  const type = reader.next(OBJECT_IDENTIFIER).encoded;
  const critical = reader.peek() === BOOLEAN && reader.next().contents[0] !== 0;
  return { type, critical, value: new DerReader(reader.next(OCTET_STRING).contents) };
}

/** An encoded object identifier as dotted numbers, for people to read. */
export function dotted(type: Uint8Array): string {
  const numbers: number[] = [];
  let number = 0;
  for (const octet of new DerReader(type).next(OBJECT_IDENTIFIER).contents) {
    number = number * 128 + (octet & 0x7f);
    if (octet >= 0x80) continue;
    numbers.push(number);
    number = 0;
  }
  const [both = 0, ...rest] = numbers;
  const first = Math.min(2, Math.floor(both / 40));
  return [first, both - 40 * first, ...rest].join('.');
}
