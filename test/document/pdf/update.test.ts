import { describe, expect, it } from 'vitest';

import { ByteWriter } from '../../../engine/document/pdf/byte-writer.ts';
import { streamBody, type UpdatedObject, writeUpdate } from '../../../engine/document/pdf/update.ts';

const OFFSET = 70_000;

function update(objects: readonly UpdatedObject[]): { text: string; lastBody: number } {
  const writer = new ByteWriter();
  const lastBody = writeUpdate(writer, objects, { offset: OFFSET, previousXref: 69_000, trailer: ['/Root ', '1 0 R'] });
  return { text: Buffer.from(writer.written).toString('latin1'), lastBody };
}

const objects = [
  { number: 1, body: ['<< /Type ', Buffer.from('/Catalog'), ' >>'] },
  { number: 63, body: ['(last)'] },
  { number: 62, body: ['(first)'] },
  { number: 2, body: ['<< >>'] },
];

describe('an incremental update', () => {
  it('lists its objects in order, in as few subsections as there are gaps', () => {
    const { text } = update(objects);
    const table = /xref\n([\d nf\n]*)trailer/.exec(text)?.[1] ?? '';
    expect(table.match(/^\d+ \d+$/gm)).toEqual(['1 2', '62 2']);
    const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset) - OFFSET);
    const starts = [1, 2, 62, 63].map((number) => text.indexOf(`\n${number} 0 obj\n`) + 1);
    expect(offsets).toEqual(starts);
  });

  it('tells where the body of the last one starts', () => {
    for (const count of [1, 2, 3, 4]) {
      const { lastBody, text } = update(objects.slice(0, count));
      const bodies = ['<< /Type /Catalog >>', '(last)', '(first)', '<< >>'];
      expect(text.slice(lastBody).startsWith(`${bodies[count - 1]}\nendobj\nxref\n`)).toBe(true);
    }
  });

  it('ends with a trailer that hangs it to what comes before', () => {
    const { text } = update(objects);
    const xref = OFFSET + text.indexOf('xref\n');
    expect(text).toMatch(new RegExp(`trailer\n<< /Size 64 /Prev 69000 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n$`));
  });
});

describe('a stream', () => {
  it('says how many bytes all its pieces are', () => {
    const body = streamBody('/Type /Metadata', ['abc', Buffer.from('李'), '']);
    expect(Buffer.concat(body.map((piece) => Buffer.from(piece))).toString()).toBe(
      '<< /Type /Metadata /Length 6 >>\nstream\nabc李\nendstream',
    );
  });
});
