import { COLUMNS } from '../../../engine/registry/import/columns.ts';
import { COLUMN_NAMES, type Cells } from '../registry-file.ts';
import { zip, type ZipPart } from './zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Parts of a workbook by name; null leaves one out that would be there. */
export type Parts = Readonly<Record<string, string | Uint8Array | null>>;

/** A workbook of one sheet with the given rows; `parts` replace or add to its own. */
export function workbook(sheetData: string, parts: Parts = {}): Uint8Array {
  const all: Parts = { ...plainParts(sheetData), ...parts };
  return zip(
    Object.entries(all).flatMap(([name, content]): ZipPart[] =>
      content === null ? [] : [{ name, bytes: typeof content === 'string' ? Buffer.from(content) : content }],
    ),
  );
}

export function plainParts(sheetData: string): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypes(`${TYPES}.sheet.main+xml`),
    '_rels/.rels': relationships([['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookPart('<sheet name="Sheet1" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', `${OFFICE}/worksheet`, 'worksheets/sheet1.xml'],
      ['rId2', `${OFFICE}/styles`, 'styles.xml'],
      ['rId3', `${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesPart([], [0]),
    'xl/worksheets/sheet1.xml': sheetPart(sheetData),
  };
}

export function contentTypes(main: string): string {
  return `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`;
}

export function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const inner = all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('');
  return `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
}

export function workbookPart(sheets: string, before = ''): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheets>${sheets}</sheets></workbook>`;
}

export function sheetPart(sheetData: string, before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}">${before}<sheetData>${sheetData}</sheetData></worksheet>`;
}

/** `formats`: codes from number 164 on; `cells`: the format number of each style. */
export function stylesPart(formats: readonly string[], cells: readonly number[]): string {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`);
  const styles = cells.map((id) => `<xf numFmtId="${id}" fontId="0"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
}

export function sharedStrings(items: readonly string[]): string {
  return `<sst xmlns="${MAIN}" count="${items.length}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
}

/** A row of inline strings; `cells` that begin with `<` are put in as they are. */
export function xmlRow(line: number, cells: readonly string[], attributes = ''): string {
  const inner = cells.map((cell) => (cell.startsWith('<') ? cell : inline(cell))).join('');
  return `<row r="${line}"${attributes}>${inner}</row>`;
}

export function inline(text: string): string {
  return text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
}

/** A header and rows of a registry file as sheet data; a cell that begins with `<` is the cell's own XML. */
export function registrySheet(rows: readonly Cells[], attributes: readonly string[] = []): string {
  const header = xmlRow(1, Object.values(COLUMNS));
  const data = rows.map((cells, index) =>
    xmlRow(
      index + 2,
      COLUMN_NAMES.map((column) => cells[column]),
      attributes[index],
    ),
  );
  return header + data.join('');
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
