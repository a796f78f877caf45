import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qualificationFinder } from '../../engine/registry/catalogue/find-qualification.ts';
import { COLUMNS, type Column, readHeader } from '../../engine/registry/import/columns.ts';
import type { RowFault, RowReason } from '../../engine/registry/import/import-fault.ts';
import { type RegistryRow, readRow } from '../../engine/registry/import/read-row.ts';
import { type Cells, COLUMN_NAMES, row, shippedCatalogue } from './registry-file.ts';

fc.configureGlobal({ seed: 20261101 });

const find = qualificationFinder(shippedCatalogue().qualifications);

function read(cells: Partial<Cells>, columns: readonly Column[] = COLUMN_NAMES) {
  const header = readHeader(columns);
  if (!header.ok) throw new Error(JSON.stringify(header.refusal));
  const full = row(cells);
  return readRow(header.value, { line: 7, cells: columns.map((column) => full[column]) }, find);
}

function good(cells: Partial<Cells>): RegistryRow {
  const result = read(cells);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function faults(cells: Partial<Cells>): RowFault[] {
  const result = read(cells);
  return result.ok ? [] : result.refusal;
}

describe('the header', () => {
  it('may be Chinese or English, in any order and any spelling of spaces', () => {
    const mixed = COLUMN_NAMES.toReversed().map((column, index) => (index % 2 === 0 ? COLUMNS[column] : column));
    expect(readHeader(mixed)).toEqual(expect.objectContaining({ ok: true }));
    const spaced = COLUMN_NAMES.map((column) => ` ${column.replaceAll('_', ' ').toUpperCase()}\u3000`);
    expect(readHeader(spaced)).toEqual(readHeader(COLUMN_NAMES));
  });

  it('is refused with every column that is missing, unknown or there twice', () => {
    const columns = ['姓名', 'name', '性别', '', '学历', ...COLUMN_NAMES.slice(3)];
    expect(readHeader(columns)).toEqual({
      ok: false,
      refusal: { kind: 'columns', missing: ['birth_month'], unknown: ['', '学历'], duplicated: ['name'] },
    });
  });
});

describe('a row', () => {
  it('is read in whatever order the columns are', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(COLUMN_NAMES, { minLength: COLUMN_NAMES.length }), (columns) => {
        expect(read({}, columns)).toEqual(read({}));
      }),
    );
  });

  it('is read into the words of the engine', () => {
    expect(good({})).toEqual({
      line: 7,
      person: {
        name: '林晓雨',
        gender: 'female',
        birthMonth: '1990-03',
        documentType: 'resident-identity-card',
        documentNumber: '110105199003070025',
        phone: '8613800000001',
      },
      certificate: {
        qualification: 'constructor',
        level: '一级',
        speciality: '建筑工程',
        managementNumber: 'T0001',
        approvedOn: '2022-11-20',
        issuedOn: '2023-02-28',
        issuer: '示范人事考试中心（样张）',
        status: 'valid',
      },
    });
  });

  it('says the same in English', () => {
    const english = { gender: 'Female', document_type: 'Resident identity card', status: 'VALID' };
    expect(good(english)).toEqual(good({}));
  });

  it('says the same in full-width characters, but for the punctuation that is printed', () => {
    const wide = {
      document_number: '１１０１０５１９９００３０７００２５',
      management_number: 'Ｔ０００１',
      approved_on: '２０２２－１１－２０',
      name: '林　晓雨',
      phone: '１３８０００００００１',
    };
    expect(good(wide)).toEqual(good({}));
    expect(good({ speciality: '给水排水（Ａ）' }).certificate.speciality).toBe('给水排水（A）');
  });

  it.each(['2021-12-17', '2021/12/17', '2021.12.17', '2021年12月17日', '20211217', '2021-12-17 00:00:00'])(
    'may give a day as %s',
    (text) => {
      expect(good({ issued_on: text }).certificate.issuedOn).toBe('2021-12-17');
    },
  );

  it.each(['2021/1/7', '2021年1月7日', '2021-01-07'])('may leave out noughts: %s', (text) => {
    expect(good({ approved_on: text }).certificate.approvedOn).toBe('2021-01-07');
  });

  it.each(['1990-03', '199003', '1990年3月', '1990/3', '1990-03-07', '19900307', '1990年03月07日'])(
    'may give the birth month as %s',
    (text) => {
      expect(good({ birth_month: text, document_type: '护照', document_number: 'E00000001' }).person.birthMonth).toBe(
        '1990-03',
      );
    },
  );

  it('may leave gender and birth month to the identity number', () => {
    expect(good({ gender: '', birth_month: '' })).toEqual(good({}));
    const passport = { document_type: '护照', document_number: 'E00000001', gender: '', birth_month: '' };
    expect(good(passport).person).toMatchObject({ gender: null, birthMonth: null });
  });

  it('may leave phone and speciality empty', () => {
    expect(good({ phone: '' }).person.phone).toBeNull();
    expect(good({ speciality: '' }).certificate.speciality).toBeNull();
  });

  it.each([['="110105199003070025"'], ["'110105199003070025"], ['110105 19900307 0025']])(
    'may protect a number from a spreadsheet: %s',
    (text) => {
      expect(good({ document_number: text })).toEqual(good({}));
    },
  );

  it.each([
    ['建造师', ''],
    ['一级建造师', ''],
    ['建造师（一级）', ''],
    ['注册建造师', '一级'],
    ['Constructor', '一级'],
  ])('names its qualification as %j with the level %j', (qualification, level) => {
    expect(good({ qualification, level }).certificate).toMatchObject({ qualification: 'constructor', level: '一级' });
  });
});

describe('a bad row', () => {
  it.each<[Partial<Cells>, { column: Column } & RowReason]>([
    [{ name: '' }, { column: 'name', kind: 'empty-cell' }],
    [{ name: '张?' }, { column: 'name', kind: 'not-a-name' }],
    [{ name: '123' }, { column: 'name', kind: 'not-a-name' }],
    [{ name: '张'.repeat(101) }, { column: 'name', kind: 'too-long', max: 100 }],
    [{ gender: '未知' }, { column: 'gender', kind: 'unknown-value', value: '未知', known: ['男', '女'] }],
    [{ gender: '男' }, { column: 'gender', kind: 'differs-from-document' }],
    [{ birth_month: '1990-04' }, { column: 'birth_month', kind: 'differs-from-document' }],
    [{ birth_month: '1990-13' }, { column: 'birth_month', kind: 'not-a-month', value: '1990-13' }],
    [
      { document_number: '110105199003070026' },
      { column: 'document_number', kind: 'document-number', fault: 'check-digit' },
    ],
    [{ document_number: '110105900307002' }, { column: 'document_number', kind: 'document-number', fault: 'length' }],
    [{ document_number: '1.10105E+17' }, { column: 'document_number', kind: 'spreadsheet-number' }],
    [{ document_number: '110105199003070000' }, { column: 'document_number', kind: 'spreadsheet-number' }],
    [{ phone: '1.38E+10' }, { column: 'phone', kind: 'spreadsheet-number' }],
    [{ phone: '010-12345678' }, { column: 'phone', kind: 'not-a-phone' }],
    [{ qualification: '厨师' }, { column: 'qualification', kind: 'unknown-qualification', value: '厨师' }],
    [{ level: '二级' }, { column: 'level', kind: 'unknown-level', level: '二级', levels: ['一级'] }],
    [
      { qualification: '社会工作者', level: '' },
      { column: 'level', kind: 'unknown-level', level: null, levels: ['初级', '中级'] },
    ],
    [
      { qualification: '中级社会工作者', level: '初级' },
      { column: 'level', kind: 'unknown-level', level: '初级', levels: ['中级'] },
    ],
    [
      { qualification: '执业药师', level: '一级' },
      { column: 'level', kind: 'unknown-level', level: '一级', levels: [] },
    ],
    [{ management_number: '2.0221E+15' }, { column: 'management_number', kind: 'spreadsheet-number' }],
    [{ management_number: '' }, { column: 'management_number', kind: 'empty-cell' }],
    [{ approved_on: '2022-02-30' }, { column: 'approved_on', kind: 'not-a-date', value: '2022-02-30' }],
    [{ issued_on: '44985' }, { column: 'issued_on', kind: 'spreadsheet-number' }],
    [{ issuer: '局'.repeat(201) }, { column: 'issuer', kind: 'too-long', max: 200 }],
    [{ status: '作废' }, { column: 'status', kind: 'unknown-value', value: '作废', known: ['有效', '已撤销'] }],
  ])('with %j is named', (cells, fault) => {
    expect(faults(cells)).toEqual([{ line: 7, ...fault }]);
  });

  it('is named for everything that is wrong with it', () => {
    const columns = faults({ name: '', phone: '12', status: '', level: '九级' }).map(({ column }) => column);
    expect(columns).toEqual(['name', 'phone', 'level', 'status']);
  });

  it('is named when it has too many or too few cells', () => {
    const header = readHeader(COLUMN_NAMES);
    if (!header.ok) throw new Error('the header is bad');
    expect(readRow(header.value, { line: 9, cells: ['张三'] }, find)).toEqual({
      ok: false,
      refusal: [{ line: 9, column: null, kind: 'cell-count', expected: 14, found: 1 }],
    });
  });

  it('is never more than refused, whatever its cells hold', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...Object.values(row())));
    const anyCells = fc.tuple(...COLUMN_NAMES.map(() => cell));
    fc.assert(
      fc.property(anyCells, (texts) => {
        const cells = Object.fromEntries(COLUMN_NAMES.map((column, index) => [column, texts[index]]));
        const result = read(cells);
        expect(result.ok || result.refusal.length > 0).toBe(true);
      }),
    );
  });
});
