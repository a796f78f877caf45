import { describe, expect, it } from 'vitest';
import { badRowsCsv } from '../../bot/staff/duties/import/bad-rows.ts';
import { excelCsv } from '../../bot/staff/excel-csv.ts';
import { COLUMNS } from '../../engine/registry/import/columns.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('a table for Excel', () => {
  it('begins with a byte order mark, ends its lines as Windows does, and quotes what has a separator', () => {
    expect(textOf(excelCsv([['日期', 'a"b'], ['1,5', 'x\ny'], []]))).toBe(
      '\u{feff}日期,"a""b"\r\n"1,5","x\ny"\r\n\r\n',
    );
  });

  it.each([
    '=1+1',
    '+1+1',
    '-2+3+cmd|…',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '|calc',
    '\u{200b}=1',
  ])('holds no formula: %j', (cell) => {
    expect(
      textOf(excelCsv([[cell]]))
        .replace('\u{feff}', '')
        .replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  });

  it.each(['0012', '110105199003070025', '12E45', '1.5e10'])('keeps %s as it is written', (cell) => {
    expect(textOf(excelCsv([[cell]]))).toBe(`\u{feff}'${cell}\r\n`);
  });

  it.each(['0', '12', '1.5', '2026-11-22', '张三', 'A=B'])('leaves %s alone', (cell) => {
    expect(textOf(excelCsv([[cell]]))).toBe(`\u{feff}${cell}\r\n`);
  });
});

describe('the bad rows of a file', () => {
  it('end soon after its columns, however wide somebody made a row', async () => {
    const columns = Object.values(COLUMNS);
    const wide = `${columns.map(() => 'x').join(',')}${',y'.repeat(16_000)}`;
    const bytes = new TextEncoder().encode(`${columns.join(',')}\n${wide}\n`);
    const reason = { kind: 'cell-count', expected: columns.length, found: columns.length + 16_000 } as const;
    const csv = textOf(await badRowsCsv('en', { bytes, faults: [{ line: 2, column: null, ...reason }] }));
    expect(csv.split('\r\n')[1]?.match(/,[xy]/g)).toHaveLength(columns.length + 5);
  });
});
