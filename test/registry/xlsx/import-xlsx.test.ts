import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../../engine/ports/storage.ts';
import { type ImportDeps, importRegistry } from '../../../engine/registry/import/import-registry.ts';
import { openTestStorage } from '../../fakes/test-storage.ts';
import { type Cells, csv, importDeps, importFile, NOW, row, WANG } from '../registry-file.ts';
import { type Parts, registrySheet, sheetPart, stylesPart, workbook } from './workbook-file.ts';

let storage: Storage;
let deps: ImportDeps;

beforeEach(async () => {
  storage = await openTestStorage();
  deps = importDeps(storage);
});
afterEach(() => storage.close());

const STYLES = stylesPart([], [0, 14]);

function importSheet(rows: readonly Cells[], attributes: readonly string[] = [], parts: Parts = {}) {
  const bytes = workbook(registrySheet(rows, attributes), { 'xl/styles.xml': STYLES, ...parts });
  return importRegistry(deps, { now: NOW, bytes, name: 'registry.xlsx', dryRun: false });
}

const faultsOf = async (cells: Partial<Cells>) => {
  const result = await importSheet([row(cells)]);
  return result.ok || result.refusal.kind !== 'rows' ? [] : result.refusal.faults;
};

describe('importing a workbook', () => {
  it('does what the same rows as CSV do', async () => {
    const rows = [
      row(),
      row({ management_number: 'T0002', status: '已撤销' }),
      row({ ...WANG, management_number: 'T3' }),
    ];
    expect(await importSheet(rows)).toMatchObject({
      ok: true,
      value: { source: { kind: 'xlsx', sheet: 'Sheet1' }, rows: { added: 3 }, holders: { added: 2 } },
    });
    expect(await importFile(deps, csv(rows))).toMatchObject({
      value: { rows: { unchanged: 3 }, holders: { changed: 0 } },
    });
  });

  it('takes days and phone numbers that the spreadsheet keeps as numbers', async () => {
    const typed = {
      birth_month: '<c s="1"><v>32939</v></c>',
      issued_on: '<c s="1"><v>44985</v></c>',
      phone: '<c><v>13800000001</v></c>',
    };
    expect(await importSheet([row(typed)])).toMatchObject({ value: { rows: { added: 1 } } });
    expect(await importFile(deps, [row()])).toMatchObject({
      value: { rows: { unchanged: 1 }, holders: { changed: 0 } },
    });
  });

  it('tells how many rows the sheet says it has, until it was read', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => row({ management_number: `M${index}` }));
    const seen: string[] = [];
    const bytes = workbook('', {
      'xl/worksheets/sheet1.xml': sheetPart(registrySheet(rows), '<dimension ref="A1:N401"/>'),
    });
    const onProgress = (at: { rows: number; total: number }): void => void seen.push(`${at.rows}/${at.total}`);
    await importRegistry(deps, { now: NOW, bytes, dryRun: true, onProgress });
    expect(seen).toEqual(['100/400', '150/150']);
  });
});

describe('a cell of a workbook', () => {
  it.each([
    ['document_number', '<c><v>1.1010519900307E+17</v></c>', 'spreadsheet-number'],
    ['management_number', '<c><v>20220110105199003</v></c>', 'spreadsheet-number'],
    ['management_number', '<c s="1"><v>44547</v></c>', 'spreadsheet-number'],
    ['phone', '<c><v>1.38E+19</v></c>', 'spreadsheet-number'],
    ['birth_month', '<c><v>1990.1</v></c>', 'spreadsheet-number'],
    ['issued_on', '<c><v>44547</v></c>', 'spreadsheet-number'],
    ['issued_on', '<c s="1"><v>44547.5</v></c>', 'not-a-date'],
    ['issuer', '<c t="str"><f>B1</f><v>示范</v></c>', 'formula'],
    ['speciality', '<c t="str"><f>IF(1,"")</f><v></v></c>', 'formula'],
    ['level', '<c t="str"><f>B1</f><v>一级</v></c>', 'formula'],
    ['name', '<c t="e"><v>#REF!</v></c>', 'cell-error'],
  ] as const)('is told when the spreadsheet made something else of it: %s %s', async (column, cell, kind) => {
    expect(await faultsOf({ [column]: cell })).toEqual([expect.objectContaining({ line: 2, column, kind })]);
  });

  it('is told when its row is hidden', async () => {
    const rows = [row(), row({ management_number: 'T2' })];
    expect(await importSheet(rows, ['', ' hidden="1"'])).toEqual({
      ok: false,
      refusal: { kind: 'rows', faults: [{ line: 3, column: null, kind: 'hidden-row' }] },
    });
  });
});
