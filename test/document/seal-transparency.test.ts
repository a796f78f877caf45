import { crc32, deflateSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { PAPER, readPng } from '../../engine/document/seal/png/read-png.ts';

interface Picture {
  depth: number;
  colourType: number;
  width: number;
  /** The only row. */
  row: readonly number[];
  transparency?: readonly number[];
}

function png({ depth, colourType, width, row, transparency }: Picture): Buffer {
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, 1, depth, colourType, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(transparency ? [chunk('tRNS', Buffer.from(transparency))] : []),
    chunk('IDAT', deflateSync(Buffer.from([0, ...row]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, contents: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), contents]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(contents.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function pixels(picture: Picture): number[][] {
  const { rgb, width } = readPng(png(picture));
  return Array.from({ length: width }, (_, x) => [...rgb.subarray(3 * x, 3 * x + 3)]);
}

const GREEN_KEY = [0, 0, 0, 255, 0, 0];

describe('the colour that a PNG declares transparent shows the paper', () => {
  it('in true colour', () => {
    const picture = { depth: 8, colourType: 2, width: 3, row: [200, 0, 0, 0, 255, 0, 0, 254, 0] };
    const [red, green, almostGreen] = [
      [200, 0, 0],
      [0, 255, 0],
      [0, 254, 0],
    ];
    expect(pixels(picture)).toEqual([red, green, almostGreen]);
    expect(pixels({ ...picture, transparency: GREEN_KEY })).toEqual([red, [...PAPER], almostGreen]);
  });

  it('in true colour of 16 bits, all of which count', () => {
    const row = [0, 0, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xfe, 0, 0];
    const picture = { depth: 16, colourType: 2, width: 2, row, transparency: [0, 0, 0xff, 0xff, 0, 0] };
    expect(pixels(picture)).toEqual([[...PAPER], [0, 255, 0]]);
  });

  it('in grey of less than a byte', () => {
    const picture = { depth: 4, colourType: 0, width: 3, row: [0x0f, 0x70], transparency: [0, 15] };
    expect(pixels(picture)).toEqual([[0, 0, 0], [...PAPER], [119, 119, 119]]);
  });

  it('unless it can’t be one of the picture’s', () => {
    const picture = { depth: 8, colourType: 2, width: 1, row: [0, 255, 0], transparency: [0, 255] };
    expect(pixels(picture)).toEqual([[0, 255, 0]]);
  });
});
