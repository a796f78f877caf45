import { COLUMNS } from '../../engine/registry/import/columns.ts';
import { escapeXml, sharedStrings, sheetPart, workbook } from '../../test/registry/xlsx/workbook-file.ts';

/** A workbook as Excel saves it of a registry file in CSV without quotes: every text once, in the shared strings. */
export function registryWorkbook(csv: string): Uint8Array {
  const lines = csv.trimEnd().split('\n');
  const indexes = new Map<string, number>();
  const rows = lines.map((line, index) => rowXml(index + 1, line.split(','), indexes));
  const texts = [...indexes.keys()].map((text) => `<t>${escapeXml(text)}</t>`);
  const extent = `<dimension ref="A1:N${lines.length}"/>`;
  return workbook('', {
    'xl/sharedStrings.xml': sharedStrings(texts),
    'xl/worksheets/sheet1.xml': sheetPart(rows.join(''), extent),
  });
}

function rowXml(line: number, cells: readonly string[], indexes: Map<string, number>): string {
  const inner = cells.map((text, column) => {
    if (text === '') return '';
    const index = indexes.get(text) ?? indexes.size;
    indexes.set(text, index);
    return `<c r="${String.fromCodePoint(65 + column)}${line}" t="s"><v>${index}</v></c>`;
  });
  return `<row r="${line}" spans="1:${Object.keys(COLUMNS).length}">${inner.join('')}</row>`;
}
