import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../engine/registry/import/csv/csv-rows.ts';
import { decodeText, detectEncoding } from '../../engine/registry/import/csv/decode-text.ts';
import type { FileRow } from '../../engine/registry/import/file/file-row.ts';
import { UnreadableFile } from '../../engine/registry/import/file/unreadable-file.ts';
import { encodeGb18030 } from './gb18030.ts';
import { quoted } from './registry-file.ts';

fc.configureGlobal({ seed: 20261101 });

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function rowsOf(text: string): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const row of csvRows(utf8(text), 'utf-8')) rows.push(row);
  return rows;
}

describe('the encoding of a file', () => {
  const text = '姓名,专业\n尉迟䶮𬍛,给水排水\n';

  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a byte order mark', utf8(`\u{feff}${text}`), 'utf-8'],
    ['GB18030', encodeGb18030(text), 'gb18030'],
  ] as const)('is found: %s', (_, bytes, encoding) => {
    expect(detectEncoding(bytes)).toEqual({ ok: true, value: encoding });
    expect([...decodeText(bytes, encoding)].join('')).toBe(text);
  });

  it('survives every cut between two pieces', () => {
    const long = `${'a'.repeat(65_530)}尉迟䶮𬍛\r\n尉迟䶮𬍛`;
    for (let shift = 0; shift < 12; shift += 1) {
      const shifted = 'b'.repeat(shift) + long;
      const expected = shifted.replace('\r\n', '\n');
      expect([...decodeText(utf8(shifted), 'utf-8')].join('')).toBe(expected);
      expect([...decodeText(encodeGb18030(shifted), 'gb18030')].join('')).toBe(expected);
    }
  });

  it.each([
    ['neither encoding', Uint8Array.of(0x41, 0xff, 0xff)],
    ['GB18030 cut short', encodeGb18030('姓名').subarray(0, 3)],
  ])('is refused: %s', (_, bytes) => {
    const refusal = { kind: 'not-a-table', found: 'other-encoding' };
    expect(detectEncoding(bytes)).toEqual({ ok: false, refusal });
  });
});

describe('the rows of a file', () => {
  it('are numbered by the line they begin on', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['a,b', '1,"x', 'y"', '', ',', '3,4'].join(end);
      expect(await rowsOf(text)).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['1', 'x\ny'] },
        { line: 6, cells: ['3', '4'] },
      ]);
    }
  });

  it('are what was written, whatever the cells hold', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'a张𬍛",\n ;') });
    const cells = fc.array(cell, { minLength: 2, maxLength: 4 });
    const filled = cells.filter((row) => row.some((text) => text.trim() !== ''));
    await fc.assert(
      fc.asyncProperty(fc.array(filled, { maxLength: 8 }), async (rows) => {
        let line = 1;
        const expected = rows.map((row) => {
          const at = line;
          line += 1 + row.join('').split('\n').length - 1;
          return { line: at, cells: row };
        });
        const text = rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
        expect(await rowsOf(text)).toEqual(expected);
        expect(await rowsOf(text.replaceAll('\n', '\r\n'))).toEqual(expected);
      }),
    );
  });

  it.each([
    ['a quotation mark that is not closed', 'a,b\n1,"x\n', { kind: 'quotes', line: 2 }],
    ['one that is closed by another far below', 'a,b\n1,"x\n2,y\n3,"z\n', { kind: 'quotes', line: 2 }],
    ['text after a closing one', 'a,b\n1,"x"y\n', { kind: 'quotes', line: 2 }],
    ['one in the middle of a cell', 'a,b\n1,2\n1,x"y\n', { kind: 'quotes', line: 3 }],
    ['a row that does not end', `a,b\n1,"${'x\n'.repeat(70_000)}`, { kind: 'row-too-long', line: 2 }],
  ])('stop at %s', async (_, text, fault) => {
    const broken = rowsOf(text);
    await expect(broken).rejects.toThrow(UnreadableFile);
    await expect(broken).rejects.toMatchObject({ fault });
  });
});
