import { assert, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { der, octetString, oid, sequence, setOf } from '../../engine/document/cms/der.ts';
import { DerError, DerReader } from '../../engine/document/cms/der-reader.ts';

/** Reads to the end, or answers what was thrown. */
function readAll(bytes: Uint8Array): unknown {
  const reader = new DerReader(bytes);
  try {
    while (!reader.done) reader.next();
    return 'read';
  } catch (error) {
    return error;
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('DER as written', () => {
  // X.690, 8.19.5 and RFC 5652, 11.1.
  it.each([
    ['2.100.3', '0603813403'],
    ['1.2.840.113549.1.9.3', '06092a864886f70d010903'],
  ])('has object identifiers as the standards show them: %s', (dotted, encoded) => {
    expect(hex(oid(dotted))).toBe(encoded);
  });

  it('has a SET OF in the order of its encodings', () => {
    const [short, long, early] = [
      octetString(Buffer.from([9])),
      octetString(Buffer.alloc(3)),
      octetString(Buffer.from([1])),
    ];
    expect(hex(setOf(short, long, early))).toBe(`310b${hex(early)}${hex(short)}${hex(long)}`);
  });

  it('is read again as it was written, at any length', () => {
    assert(
      property(uint8Array({ maxLength: 70_000, size: 'max' }), (contents) => {
        const reader = new DerReader(sequence(octetString(contents), octetString(Uint8Array.of(1))));
        const inner = reader.enter(0x30);
        expect(hex(inner.next(0x04).contents)).toBe(hex(contents));
        expect(hex(inner.next().contents)).toBe('01');
        inner.end();
        reader.end();
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

describe('DER as read', () => {
  it.each([
    ['an indefinite length', '3080'],
    ['a length of one octet in two', '30810100'],
    ['a length with leading zeros', '3082000100'],
    ['a length past the end', '300501'],
    ['a huge length', '30857fffffffff'],
    ['a tag of several octets', '3f8100'],
    ['nothing', ''],
    ['a tag alone', '30'],
  ])('is refused with %s', (_, encoded) => {
    expect(() => new DerReader(Buffer.from(encoded, 'hex')).next()).toThrow(DerError);
  });

  it('is refused with another tag than the one that belongs there', () => {
    expect(() => new DerReader(der(0x04)).next(0x30)).toThrow(DerError);
  });

  it('gives a value or a DerError for any bytes', () => {
    assert(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        const outcome = readAll(bytes);
        expect(outcome === 'read' || outcome instanceof DerError).toBe(true);
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});
