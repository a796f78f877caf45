import * as fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';

import { qrModules } from '../../engine/document/page/qr-modules.ts';
import { drawQrCode } from '../../engine/document/page/qr.ts';
import { ByteWriter } from '../../engine/document/pdf/byte-writer.ts';

const SEED = 20261201;
const OPTIONS = { ecc: 'M', boostEcc: false, maskPattern: 2, border: 0 } as const;
const ALPHABET = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

function modules(text: string): boolean[][] {
  const { bits, size } = qrModules(text);
  const side = Array.from({ length: size }, (_, index) => index);
  return side.map((y) => side.map((x) => bitAt(bits, y * size + x)));
}

function bitAt(bits: Uint32Array, index: number): boolean {
  return (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

/** The runs of the content stream as modules again. */
function painted(text: string, size: number): boolean[][] {
  const writer = new ByteWriter();
  drawQrCode(writer, text);
  const content = Buffer.from(writer.written).toString('latin1');
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const line of content.split('\n')) {
    // Of one row each, so that none is long.
    expect(new Set(Array.from(line.matchAll(/\d+ (\d+) \d+ 1 re/g), ([, y]) => y)).size).toBeLessThan(2);
  }
  for (const [, x, y, width] of content.matchAll(/(\d+) (\d+) (\d+) 1 re/g)) {
    rows[size + 3 - Number(y)]?.fill(true, Number(x) - 4, Number(x) - 4 + Number(width));
  }
  return rows;
}

const code = fc.array(fc.constantFrom(...ALPHABET), { minLength: 16, maxLength: 16 }).map((digits) => digits.join(''));

describe('the QR code', () => {
  it('of an address is module by module what encoding all of it gives', () => {
    const address = fc.tuple(fc.constantFrom('https://t.me/jiazhu_bot?start=v-', 'https://a.example.org/v/'), code);
    const check = ([place, digits]: readonly [string, string]): void => {
      expect(modules(place + digits)).toEqual(encode(place + digits, OPTIONS).data);
    };
    fc.assert(fc.property(address, check), { seed: SEED, numRuns: 200 });
  });

  it('of any text is what encoding its bytes gives, at every size', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.string({ unit: 'grapheme-ascii', minLength: 100, maxLength: 400 }),
      fc.stringMatching(/^\d{30}$/),
    );
    const check = (any: string): void => {
      expect(modules(any)).toEqual(encode([...Buffer.from(any)], OPTIONS).data);
    };
    fc.assert(fc.property(text, check), { seed: SEED, numRuns: 30 });
  });

  it('goes on to be right when more was learnt than is kept', () => {
    const texts = Array.from({ length: 1200 }, (_, index) =>
      String.fromCharCode(33 + (index % 90))
        .padStart(1 + (index % 31), '-')
        .padEnd(32, '~'),
    );
    for (const any of texts) modules(any);
    for (const any of texts.slice(0, 3)) expect(modules(any)).toEqual(encode([...Buffer.from(any)], OPTIONS).data);
  });

  it('is refused for a text that no symbol holds', () => {
    expect(() => qrModules('x'.repeat(10_000))).toThrow(RangeError);
    expect(() => qrModules('x'.repeat(3000))).toThrow(RangeError);
  });

  it('is painted as it is', () => {
    const check = (digits: string): void => {
      const { data, size } = encode(`https://a.example.org/v/${digits}`, OPTIONS);
      expect(painted(`https://a.example.org/v/${digits}`, size)).toEqual(data);
    };
    fc.assert(fc.property(code, check), { seed: SEED, numRuns: 50 });
    const long = 'x'.repeat(2300);
    expect(painted(long, 177)).toEqual(encode(long, OPTIONS).data);
  });
});
