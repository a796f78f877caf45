import { describe, expect, it } from 'vitest';
import { openTable } from '../../../engine/registry/import/file/file-table.ts';
import { UnreadableFile } from '../../../engine/registry/import/file/unreadable-file.ts';
import type { FileFault } from '../../../engine/registry/import/import-fault.ts';
import { contentTypes, plainParts, relationships, sharedStrings, workbook, xmlRow } from './workbook-file.ts';
import { zip } from './zip.ts';

const SHEET = xmlRow(1, ['a', 'b']);
const SHEET_PART = 'xl/worksheets/sheet1.xml';
const HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';

/** Why a file is refused, on opening or on reading; undefined when it isn't. */
async function faultOf(bytes: Uint8Array, name?: string): Promise<FileFault | undefined> {
  const table = await openTable(bytes, name);
  if (!table.ok) return table.refusal;
  try {
    for await (const _ of table.value.rows) continue;
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.fault;
    throw error;
  }
}

const bytesOf = (text: string, encoding: BufferEncoding = 'latin1'): Uint8Array => Buffer.from(text, encoding);

/** As `workbook` makes it, but with one part's headers telling something else. */
function claiming(content: string, claims: { size?: number; crc?: number; flags?: number }): Uint8Array {
  const parts = Object.entries({ ...plainParts(SHEET), [SHEET_PART]: content });
  return zip(
    parts.map(([name, text]) => ({ name, bytes: Buffer.from(text), ...(name === SHEET_PART ? { claims } : {}) })),
  );
}

describe('a file that is something else', () => {
  it.each([
    ['an old workbook', bytesOf('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1...'), 'old-workbook'],
    ['a PDF', bytesOf('%PDF-1.7'), 'pdf'],
    ['a PNG', bytesOf('\u0089PNG\r\n'), 'picture'],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'picture'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0), 'utf-16'],
    ['a gzip file', Uint8Array.of(0x1f, 0x8b, 8), 'archive'],
  ])('is refused: %s', async (_, bytes, found) => {
    for (const name of ['registry.csv', 'registry.xlsx']) {
      expect(await faultOf(bytes, name)).toEqual({ kind: 'not-a-table', found });
    }
  });

  it('is refused when it is some archive', async () => {
    const archive = zip([{ name: 'a.txt', bytes: bytesOf('a') }]);
    expect(await faultOf(archive, 'registry.xlsx')).toEqual({ kind: 'not-a-table', found: 'archive' });
  });

  it('is refused when it has a password', async () => {
    const magic = Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    const encrypted = Buffer.concat([magic, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await faultOf(encrypted)).toEqual({ kind: 'not-a-table', found: 'encrypted' });
    expect(await faultOf(claiming('x', { flags: 1 }))).toEqual({ kind: 'not-a-table', found: 'encrypted' });
  });

  it('is refused when it is a document, or a workbook of the binary kind', async () => {
    const word = contentTypes('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml');
    const binary = contentTypes('application/vnd.ms-excel.sheet.binary.macroEnabled.main');
    const typed = (types: string) => faultOf(workbook(SHEET, { '[Content_Types].xml': types }));
    expect(await typed(word)).toEqual({ kind: 'not-a-table', found: 'archive' });
    expect(await typed(binary)).toEqual({ kind: 'not-a-table', found: 'old-workbook' });
  });

  it('is refused when its name says otherwise, and read when it says nothing', async () => {
    const csv = bytesOf('a,b\n1,2\n');
    expect(await faultOf(csv, 'registry.xlsx')).toEqual({ kind: 'misnamed', named: 'xlsx', found: 'csv' });
    expect(await faultOf(workbook(SHEET), 'registry.CSV')).toEqual({ kind: 'misnamed', named: 'csv', found: 'xlsx' });
    for (const name of [undefined, '', 'registry', 'registry.dat', 'registry.constructor']) {
      expect(await faultOf(csv, name)).toBeUndefined();
      expect(await faultOf(workbook(SHEET), name)).toBeUndefined();
    }
  });
});

describe('a workbook that does more than hold rows', () => {
  it.each([
    ['xl/vbaProject.bin', 'macros'],
    ['XL/VBAPROJECT.BIN', 'macros'],
    ['xl/externalLinks/externalLink1.xml', 'external-data'],
    ['xl/connections.xml', 'external-data'],
  ])('is refused: %s', async (name, kind) => {
    expect(await faultOf(workbook(SHEET, { [name]: 'x' }))).toEqual({ kind });
  });

  it('is refused when it says that it may have macros', async () => {
    const types = contentTypes('application/vnd.ms-excel.sheet.macroEnabled.main+xml');
    expect(await faultOf(workbook(SHEET, { '[Content_Types].xml': types }), 'a.xlsx')).toEqual({ kind: 'macros' });
  });

  it.each([
    '<!DOCTYPE worksheet>',
    '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
    '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  ])('is refused when its XML declares anything: %s', async (declaration) => {
    const sheet = `${declaration}${HEAD}<row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>`;
    expect(await faultOf(workbook('', { [SHEET_PART]: sheet }))).toEqual({ kind: 'declarations' });
  });
});

describe('a bomb', () => {
  it('is refused by what it says of its size', async () => {
    expect(await faultOf(claiming(HEAD, { size: 2 ** 31 }))).toEqual({ kind: 'too-large' });
  });

  it('is refused when it says that it is small', async () => {
    const sheet = `${HEAD}${'<row/>'.repeat(200_000)}</sheetData></worksheet>`;
    expect(await faultOf(claiming(sheet, { size: 1000 }))).toEqual({ kind: 'damaged' });
  });

  it.each([
    ['a text', `${HEAD}<row><c t="str"><v>${'a'.repeat(3 * 2 ** 20)}`],
    ['an attribute', `${HEAD}<row r="${'1'.repeat(3 * 2 ** 20)}`],
    ['a comment', `${HEAD}<!-- ${'a'.repeat(3 * 2 ** 20)}`],
    ['a name', `${HEAD}<${'a'.repeat(3 * 2 ** 20)}`],
  ])('is refused when it is %s without end', async (_, sheet) => {
    expect(await faultOf(workbook('', { [SHEET_PART]: sheet }))).toEqual({ kind: 'too-large' });
  });

  it('is refused when it is in the part that describes the others, or in the texts', async () => {
    const types = `<Types>${'<Default/>'.repeat(500_000)}</Types>`;
    expect(await faultOf(workbook(SHEET, { '[Content_Types].xml': types }))).toEqual({ kind: 'too-large' });
    const texts = sharedStrings([`<t>${'a'.repeat(2 ** 21)}</t>`]);
    expect(await faultOf(workbook(SHEET, { 'xl/sharedStrings.xml': texts }))).toEqual({ kind: 'too-large' });
  });

  it('is refused when it is as deep as it is long', async () => {
    expect(await faultOf(workbook('<row>'.repeat(100_000)))).toEqual({ kind: 'damaged' });
  });
});

describe('a damaged workbook', () => {
  const whole = workbook(SHEET);

  it('is refused wherever it is cut off', async () => {
    for (let length = 4; length < whole.length; length += 37) {
      expect(await faultOf(whole.subarray(0, length))).toEqual({ kind: 'damaged' });
    }
  });

  it('is refused, or read as it was, whichever byte is another', async () => {
    const seen = new Set<string>();
    for (let at = 4; at < whole.length; at += 11) {
      const bytes = Uint8Array.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      seen.add((await faultOf(bytes))?.kind ?? 'read');
    }
    const expected = new Set(['read', 'damaged', 'not-a-table', 'too-large', 'no-sheet']);
    expect([...seen.difference(expected)]).toEqual([]);
    expect(seen.size).toBeGreaterThan(1);
  });

  it.each([
    ['with XML that is none', { [SHEET_PART]: `${HEAD}<row></sheetData></worksheet>` }],
    [
      'with an unknown entity',
      { [SHEET_PART]: `${HEAD}<row><c t="str"><v>&nbsp;</v></c></row></sheetData></worksheet>` },
    ],
    ['with bytes that are not UTF-8', { [SHEET_PART]: Buffer.concat([Buffer.from(HEAD), Buffer.of(0xff)]) }],
    ['without a workbook part', { 'xl/workbook.xml': null }],
    ['without its first relationship', { '_rels/.rels': null }],
    ['without its sheet', { [SHEET_PART]: null }],
    [
      'whose sheet is above its root',
      { 'xl/_rels/workbook.xml.rels': relationships([['rId1', 'a/worksheet', '../../../etc/passwd']]) },
    ],
    ['with an empty sheet part', { [SHEET_PART]: '' }],
  ])('is refused: %s', async (_, parts) => {
    expect(await faultOf(workbook(SHEET, parts))).toEqual({ kind: 'damaged' });
  });

  it('is refused when a part does not come to its checksum, or is there twice', async () => {
    expect(await faultOf(claiming(`${HEAD}</sheetData></worksheet>`, { crc: 1 }))).toEqual({ kind: 'damaged' });
    const parts = Object.entries(plainParts(SHEET)).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
    const twice = zip([...parts, { name: 'xl/WORKBOOK.xml', bytes: Buffer.from('<workbook/>') }]);
    expect(await faultOf(twice)).toEqual({ kind: 'damaged' });
  });
});
