import { describe, expect, it } from 'vitest';

import { streamBody, type UpdatedObject, UpdateWriter } from '../../../engine/document/pdf/update.ts';

const OFFSET = 70_000;

const PLACE = { previousXref: 69_000, trailer: ['/Root ', '1 0 R'] };
// One for all: an update has nothing of the one before.
const writer = new UpdateWriter();

const textOf = (): string => Buffer.from(writer.written).toString('latin1');

function update(objects: readonly UpdatedObject[]): string {
  writer.start(OFFSET);
  for (const object of objects) writer.add(object);
  writer.finish(PLACE);
  return textOf();
}

const objects = [
  { number: 1, body: ['<< /Type ', Buffer.from('/Catalog'), ' >>'] },
  { number: 63, body: ['(last)'] },
  { number: 62, body: ['(first)'] },
  { number: 2, body: ['<< >>'] },
];

describe('an incremental update', () => {
  it('lists its objects in order, in as few subsections as there are gaps', () => {
    const text = update(objects);
    const table = /xref\n([\d nf\n]*)trailer/.exec(text)?.[1] ?? '';
    expect(table.match(/^\d+ \d+$/gm)).toEqual(['1 2', '62 2']);
    const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset) - OFFSET);
    const starts = [1, 2, 62, 63].map((number) => text.indexOf(`\n${number} 0 obj\n`) + 1);
    expect(offsets).toEqual(starts);
  });

  it('has objects that are written as they come', () => {
    writer.start(OFFSET);
    const bytes = writer.begin(7);
    bytes.text('<< /Type ');
    bytes.text('/Catalog >>');
    writer.end();
    writer.finish(PLACE);
    expect(textOf()).toMatch(/^\n7 0 obj\n<< \/Type \/Catalog >>\nendobj\nxref\n7 1\n0000070001 00000 n \ntrailer\n/);
  });

  it('ends with a trailer that hangs it to what comes before', () => {
    const text = update(objects);
    const xref = OFFSET + text.indexOf('xref\n');
    expect(text).toMatch(new RegExp(`trailer\n<< /Size 64 /Prev 69000 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n$`));
  });
});

describe('a stream', () => {
  it('says how many bytes it has', () => {
    const body = streamBody(Buffer.from('abc李'));
    expect(Buffer.concat(body.map((piece) => Buffer.from(piece))).toString()).toBe(
      '<<  /Length 6 >>\nstream\nabc李\nendstream',
    );
  });

  it('says how many bytes were written of it', () => {
    for (const length of [0, 9, 12_345_678]) {
      writer.start(OFFSET);
      writer.beginStream(3, '/Type /Metadata').text('x'.repeat(length));
      writer.endStream();
      const [head = '', contents = ''] = textOf().split('stream\n', 2);
      expect(head).toMatch(new RegExp(`^\n3 0 obj\n<< /Type /Metadata /Length ${length} *>>\n$`));
      expect(contents.indexOf('\nend')).toBe(length);
    }
  });
});
