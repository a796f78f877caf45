import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ByteWriter, latin1, form, packed } from '../../../engine/document/pdf/byte-writer.ts';

function text(writer: ByteWriter): string {
  return Buffer.from(writer.written).toString('latin1');
}

describe('what is written byte by byte', () => {
  it('is what was written, however much and in whatever pieces', () => {
    const piece = fc.oneof(fc.string({ maxLength: 5000 }), fc.uint8Array({ maxLength: 5000 }));
    const check = (all: (string | Uint8Array)[]): void => {
      const ascii = all.map((any) => (typeof any === 'string' ? any.replaceAll(/[^ -~]/g, '?') : any));
      const writer = new ByteWriter();
      for (const any of ascii) writer.piece(any);
      const parts = ascii.map((any) => (typeof any === 'string' ? latin1(any) : any));
      expect(Buffer.compare(writer.written, Buffer.concat(parts))).toBe(0);
    };
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), check), { seed: 20261201, numRuns: 60 });
  });

  it('has whole numbers as PDF writes them, with zeros ahead where they are asked for', () => {
    const check = (value: number, digits: number): void => {
      const writer = new ByteWriter();
      writer.whole(value, digits);
      expect(text(writer)).toBe(String(value).padStart(digits, '0'));
    };
    const edges = [0, 9, 10, 99, 100, 999_999_999, 9_999_999_999].map((value): [number, number] => [value, 1]);
    fc.assert(fc.property(fc.nat({ max: 2 ** 40 }), fc.integer({ min: 1, max: 20 }), check), {
      seed: 20261201,
      examples: edges,
    });
  });

  it('has all of a number that comes where there was no more room', () => {
    for (const already of [32_760, 32_767, 32_768]) {
      const writer = new ByteWriter();
      writer.text('x'.repeat(already));
      writer.whole(1_234_567_890);
      expect(text(writer).slice(already)).toBe('1234567890');
    }
  });

  it('starts anew, and can be written over', () => {
    const writer = new ByteWriter();
    writer.text('before');
    writer.clear();
    writer.text('[        ]');
    writer.over(1, '12 34');
    expect(text(writer)).toBe('[12 34   ]');
    expect(writer.length).toBe(10);
    expect(() => writer.over(6, '12345')).toThrow(RangeError);
  });

  it('takes four characters at a time, by their indexes', () => {
    const writer = new ByteWriter();
    const characters = Int32Array.from(['0041', 'ffee', '9a3c'], packed);
    writer.fours(characters, Uint16Array.of(1, 2, 0, 1), 1, 4);
    expect(text(writer)).toBe('9a3c0041ffee');
  });
});

describe('a form', () => {
  const write = form`编号 ${1}, <${0}> ${1}`;

  it('is the text with its values in it, in UTF-8, each as often as it is asked for', () => {
    const written = (name: string, number: string): string => {
      const writer = new ByteWriter();
      write(writer, name, number);
      return Buffer.from(writer.written).toString('utf8');
    };
    expect(written('李é天', 'JZ-1')).toBe('编号 JZ-1, <李é天> JZ-1');
    expect(written('', 'JZ-22')).toBe('编号 JZ-22, <> JZ-22');
  });
});
