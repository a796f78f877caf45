import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../engine/registry/import/file/file-table.ts';
import type { FileRow } from '../../../engine/registry/import/file/file-row.ts';
import {
  inline,
  relationships,
  sharedStrings,
  sheetPart,
  stylesPart,
  workbook,
  workbookPart,
  xmlRow,
} from './workbook-file.ts';

fc.configureGlobal({ seed: 20261122 });

async function rowsOf(bytes: Uint8Array): Promise<FileRow[]> {
  const table = await openTable(bytes, 'registry.xlsx');
  if (!table.ok) throw new Error(JSON.stringify(table.refusal));
  const rows: FileRow[] = [];
  for await (const row of table.value.rows) rows.push(row);
  return rows;
}

const cellsOf = async (...args: Parameters<typeof workbook>): Promise<string[][]> =>
  (await rowsOf(workbook(...args))).map(({ cells }) => cells);

/** The first row, one cell to each argument. */
const firstRow = async (cells: readonly string[], styles = stylesPart([], [0])): Promise<FileRow | undefined> =>
  (await rowsOf(workbook(xmlRow(1, cells), { 'xl/styles.xml': styles })))[0];

describe('the rows of a worksheet', () => {
  it('have the numbers that the spreadsheet shows, and empty ones are left out', async () => {
    const sheet = '<row r="2"><c r="B2" t="str"><v>a</v></c></row><row r="3"/><row r="7"><c r="A7"><v>5</v></c></row>';
    expect(await rowsOf(workbook(sheet))).toEqual([
      { line: 2, cells: ['', 'a'] },
      { line: 7, cells: ['5', ''] },
    ]);
  });

  it('need no references, no dimension, no styles and no shared strings', async () => {
    const sheet = '<row><c><v>1</v></c><c t="str"><v>b</v></c></row><row><c/><c><v>2</v></c></row>';
    const parts = {
      'xl/styles.xml': null,
      'xl/_rels/workbook.xml.rels': relationships([['rId1', 'x/worksheet', '/xl/worksheets/sheet1.xml']]),
    };
    expect(await cellsOf(sheet, parts)).toEqual([
      ['1', 'b'],
      ['', '2'],
    ]);
  });

  it('are not filled up to a cell far beyond the first, so that a small file takes no gigabytes', async () => {
    const far = (line: number) => `<row r="${line}"><c r="XFC${line}"><v>1</v></c><c r="XFD${line}"><v>2</v></c></row>`;
    const [, wide] = await cellsOf(`${xmlRow(1, ['a', 'b'])}${far(2)}`);
    expect(wide?.at(-1)).toBe('1');
    expect(wide?.length).toBeLessThan(20);
  });

  it('are as wide as the first, wider only where there is something', async () => {
    const sheet =
      xmlRow(1, ['a', 'b', '', '']) + xmlRow(2, ['1', '', '']) + xmlRow(3, ['1', '2', '', '4']) + xmlRow(4, ['', ' ']);
    expect(await cellsOf(sheet)).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['1', '2', '', '4'],
    ]);
  });

  it('tell when they are hidden', async () => {
    const sheet = xmlRow(1, ['a']) + xmlRow(2, ['b'], ' hidden="1"') + xmlRow(3, ['c'], ' hidden="false"');
    expect((await rowsOf(workbook(sheet))).map(({ hidden = false }) => hidden)).toEqual([false, true, false]);
  });

  it.each([
    ['<row r="2"/><row r="1"/>', 'damaged'],
    ['<row r="1"><c r="B1"/><c r="A1"/></row>', 'damaged'],
    ['<row r="1"><c r="1"/></row>', 'damaged'],
    ['<row r="1"><c r="XFE1"/></row>', 'damaged'],
    ['<row r="1048577"/>', 'too-large'],
  ])('are refused when they are out of order or past every limit: %s', async (sheet, kind) => {
    await expect(rowsOf(workbook(sheet))).rejects.toMatchObject({ fault: { kind } });
  });
});

describe('texts', () => {
  it('are what was written, wherever they are kept', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'a1 张𬍛<&>"\'_\n'), minLength: 1, maxLength: 30 });
    const cell = text.filter((value) => value.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 6 }), async (texts) => {
        const escaped = texts.map((value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
        const shared = escaped.map((_, index) => `<c t="s"><v>${index}</v></c>`);
        const parts = { 'xl/sharedStrings.xml': sharedStrings(escaped.map((value) => `<t>${value}</t>`)) };
        expect(await cellsOf(xmlRow(1, shared), parts)).toEqual([texts]);
        expect(await cellsOf(xmlRow(1, texts.map(inline)))).toEqual([texts]);
        expect(
          await cellsOf(
            xmlRow(
              1,
              escaped.map((value) => `<c t="str"><v>${value}</v></c>`),
            ),
          ),
        ).toEqual([texts]);
      }),
      { numRuns: 40 },
    );
  });

  it('are joined of their runs, without how they are read aloud', async () => {
    const rich = '<r><rPr><b/></rPr><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh sb="0"><t>zhang</t></rPh>';
    const parts = { 'xl/sharedStrings.xml': sharedStrings(['<t>x</t>', `${rich}<phoneticPr fontId="1"/>`]) };
    expect(await cellsOf('<row><c t="s"><v>1</v></c></row>', parts)).toEqual([['张 三']]);
  });

  it('may hold what XML can not, and CDATA', async () => {
    const cells = ['<c t="str"><v>a_x000A_b_x005F_x000A_</v></c>', '<c t="str"><v><![CDATA[<c>]]>&#x5f20;</v></c>'];
    expect((await firstRow(cells))?.cells).toEqual(['a\nb_x000A_', '<c>张']);
  });

  it('survive every cut between two pieces of the file', async () => {
    const long = Array.from({ length: 3000 }, (_, index) => `尉迟䶮𬍛${index}的很长的名字`);
    const sheet = long.map((text, index) => xmlRow(index + 1, [text])).join('');
    expect((await cellsOf(sheet)).flat()).toEqual(long);
  });

  it('are known under the name of a shared text that is missing', async () => {
    expect(await firstRow(['<c t="s"><v>4</v></c>'])).toMatchObject({ marks: new Map([[0, { kind: 'cell-error' }]]) });
  });
});

describe('numbers', () => {
  it.each([
    ['13800000001', '13800000001'],
    ['1.38E+10', '13800000000'],
    ['13800000001.0', '13800000001'],
    ['999999999999999', '999999999999999'],
    ['-3', '-3'],
  ])('keep every digit: %s', async (value, text) => {
    expect(await firstRow([`<c><v>${value}</v></c>`])).toEqual({ line: 1, cells: [text] });
  });

  it.each(['1.1010519900307E+17', '110105199003070025', '1000000000000000', '1990.1', '0.5'])(
    'are marked when digits may be lost: %s',
    async (value) => {
      expect(await firstRow([`<c><v>${value}</v></c>`])).toMatchObject({ marks: new Map([[0, { kind: 'inexact' }]]) });
    },
  );

  it('keep the noughts that their format shows before them', async () => {
    const styles = stylesPart(['00000000', '0.00', '000-0000'], [0, 164, 165, 166]);
    const cells = [1, 2, 3].map((style) => `<c s="${style}"><v>4711</v></c>`);
    expect((await firstRow(cells, styles))?.cells).toEqual(['00004711', '4711', '4711']);
  });

  it('are truth values and errors where the cell says so', async () => {
    const row = await firstRow(['<c t="b"><v>1</v></c>', '<c t="e"><v>#N/A</v></c>']);
    expect(row).toMatchObject({
      cells: ['TRUE', '#N/A'],
      marks: new Map([[1, { kind: 'cell-error', value: '#N/A' }]]),
    });
  });
});

describe('days', () => {
  const day = async (serial: number | string, styles: string, before = ''): Promise<string | undefined> => {
    const parts = {
      'xl/styles.xml': styles,
      'xl/workbook.xml': workbookPart('<sheet name="S" sheetId="1" r:id="rId1"/>', before),
    };
    return (await cellsOf(`<row><c s="1"><v>${serial}</v></c></row>`, parts))[0]?.[0];
  };
  const SHORT = stylesPart([], [0, 14]);

  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [44_547, '2021-12-17'],
    [44_547.5, '2021-12-17 12:00:00'],
    [44_547.999_999_999, '2021-12-18'],
    [2_958_465, '9999-12-31'],
  ])('are counted from 1900: %d', async (serial, text) => expect(await day(serial, SHORT)).toBe(text));

  it.each([
    [0, '1904-01-01'],
    [43_085, '2021-12-17'],
    [2_957_003, '9999-12-31'],
  ])('are counted from 1904 where the workbook says so: %d', async (serial, text) => {
    for (const value of ['1', 'true']) expect(await day(serial, SHORT, `<workbookPr date1904="${value}"/>`)).toBe(text);
  });

  it.each([60, 0, -1, 2_958_466, 1e300])('stay numbers where there is no such day: %d', async (serial) => {
    expect(Number(await day(serial, SHORT))).toBe(serial);
  });

  it.each(['yyyy-mm-dd', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d;@', '[DBNum1][$-804]yyyy"年"m"月"', 'm/d/yy h:mm'])(
    'are known by their format: %s',
    async (code) => expect(await day(44_547, stylesPart([code], [0, 164]))).toBe('2021-12-17'),
  );

  it.each(['General', '0', '@', '#,##0_);[Red](#,##0)', '"days "0', '0.00E+00', '\\d0', '[Magenta]0'])(
    'are nothing but numbers in another format: %s',
    async (code) => expect(await day(44_547, stylesPart([code], [0, 164]))).toBe('44547'),
  );

  it.each([27, 31, 36, 57])('are known by the built-in formats of Chinese: %d', async (id) => {
    expect(await day(44_547, stylesPart([], [0, id]))).toBe('2021-12-17');
  });

  it('may be written as such in a strict workbook', async () => {
    const row = await firstRow(['<c t="d"><v>2021-12-17T00:00:00</v></c>', '<c t="d"><v>2021-12-17</v></c>']);
    expect(row?.cells).toEqual(['2021-12-17', '2021-12-17']);
  });
});

describe('formulas', () => {
  it('are marked, whatever they came to', async () => {
    const row = await firstRow(['<c t="str"><f>A2&amp;"x"</f><v>ax</v></c>', '<c><f t="shared" si="0"/><v>1</v></c>']);
    const formula = { kind: 'formula' };
    expect(row).toEqual({
      line: 1,
      cells: ['ax', '1'],
      marks: new Map([
        [0, formula],
        [1, formula],
      ]),
    });
  });

  it('are read as their text where they only protect one', async () => {
    const row = await firstRow(['<c t="str"><f>"110105199003070025"</f><v>110105199003070025</v></c>']);
    expect(row).toEqual({ line: 1, cells: ['110105199003070025'] });
  });
});

describe('the sheet', () => {
  const sheets = (list: string): Record<string, string> => ({
    'xl/workbook.xml': workbookPart(list),
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'x/worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'x/worksheet', 'worksheets/sheet2.xml'],
    ]),
    'xl/worksheets/sheet2.xml': sheetPart(xmlRow(1, ['second'])),
  });
  const first = xmlRow(1, ['first']);

  it.each([
    ['<sheet name="B" r:id="rId2"/><sheet name="A" r:id="rId1"/>', 'second'],
    ['<sheet name="A" r:id="rId1"/><sheet name="证书库" r:id="rId2"/>', 'second'],
    ['<sheet name="A" state="hidden" r:id="rId1"/><sheet name="B" state="visible" r:id="rId2"/>', 'second'],
    ['<sheet name="A" r:id="rId1"/><sheet name="Registry" state="veryHidden" r:id="rId2"/>', 'first'],
  ])('is the visible one called as the registry is, or the first: %s', async (list, text) => {
    expect(await cellsOf(first, sheets(list))).toEqual([[text]]);
  });

  it.each(['', '<sheet name="A" state="hidden" r:id="rId1"/>', '<sheet name="A" r:id="rId9"/>'])(
    'is missing: %s',
    async (list) => {
      const table = await openTable(workbook(first, sheets(list)));
      expect(table).toEqual({ ok: false, refusal: { kind: 'no-sheet' } });
    },
  );
});

describe('other programs than Excel', () => {
  it('put everything under a prefix', async () => {
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await cellsOf('', { 'xl/worksheets/sheet1.xml': sheet })).toEqual([['a']]);
  });

  it('write strict workbooks, other cases of part names, and UTF-16', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const sheet = sheetPart(xmlRow(1, ['张'])).replace('UTF-8', 'UTF-16');
    const bytes = workbook('', {
      '_rels/.rels': relationships([['a', `${strict}/officeDocument`, '/XL/Workbook.xml']]),
      'xl/_rels/workbook.xml.rels': relationships([['rId1', `${strict}/worksheet`, '../xl/WORKSHEETS/sheet1.xml']]),
      'xl/worksheets/sheet1.xml': Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(sheet, 'utf16le')]),
    });
    expect((await rowsOf(bytes)).map(({ cells }) => cells)).toEqual([['张']]);
  });

  it('add elements of their own, which are left out with what is in them', async () => {
    const own =
      '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><row r="1"><c><v>9</v></c></row></mc:Choice></mc:AlternateContent>';
    expect(await cellsOf(own + xmlRow(1, ['a']))).toEqual([['a']]);
  });
});
