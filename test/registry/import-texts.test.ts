import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../engine/ports/language.ts';
import type { FileFault, RowFault, RowReason } from '../../engine/registry/import/import-fault.ts';
import { fileFaultText, glyphWarningText, rowFaultText, rowMistakesText } from '../../locales/import-texts.ts';

// Keyed by kind, so that a new kind without an example doesn't compile.
const ROW_REASONS: { [Kind in RowReason['kind']]: Extract<RowReason, { kind: Kind }> } = {
  'cell-count': { kind: 'cell-count', expected: 14, found: 13 },
  'empty-cell': { kind: 'empty-cell' },
  'too-long': { kind: 'too-long', max: 100 },
  'spreadsheet-number': { kind: 'spreadsheet-number' },
  formula: { kind: 'formula' },
  'cell-error': { kind: 'cell-error', value: '#N/A' },
  'hidden-row': { kind: 'hidden-row' },
  'not-a-name': { kind: 'not-a-name' },
  'document-number': { kind: 'document-number', fault: 'check-digit' },
  'not-a-phone': { kind: 'not-a-phone' },
  'not-a-date': { kind: 'not-a-date', value: '2021-02-30' },
  'not-a-month': { kind: 'not-a-month', value: '1990-13' },
  'unknown-value': { kind: 'unknown-value', value: '作废', known: ['有效', '已撤销'] },
  'unknown-qualification': { kind: 'unknown-qualification', value: '厨师' },
  'unknown-level': { kind: 'unknown-level', level: '九级', levels: ['一级', '二级'] },
  'differs-from-document': { kind: 'differs-from-document' },
  'duplicate-management-number': { kind: 'duplicate-management-number', firstLine: 3 },
  'differs-from-row': { kind: 'differs-from-row', firstLine: 3 },
  'certificate-of-another-holder': { kind: 'certificate-of-another-holder' },
};

const FILE_FAULTS: { [Kind in FileFault['kind']]: Extract<FileFault, { kind: Kind }> } = {
  empty: { kind: 'empty' },
  'not-a-table': { kind: 'not-a-table', found: 'utf-16' },
  misnamed: { kind: 'misnamed', named: 'xlsx', found: 'csv' },
  macros: { kind: 'macros' },
  'external-data': { kind: 'external-data' },
  'too-large': { kind: 'too-large' },
  damaged: { kind: 'damaged' },
  declarations: { kind: 'declarations' },
  'no-sheet': { kind: 'no-sheet' },
  columns: { kind: 'columns', missing: ['phone'], unknown: ['学历', ''], duplicated: ['name'] },
  quotes: { kind: 'quotes', line: 12 },
  'row-too-long': { kind: 'row-too-long', line: 12 },
};

describe.each(LANGUAGES)('in %s', (language) => {
  it('every fault of a row has a text of its own that tells its line', () => {
    const faults: RowFault[] = Object.values(ROW_REASONS).map((reason) => ({ line: 4711, column: null, ...reason }));
    const texts = faults.map((fault) => rowFaultText(language, fault));
    expect(new Set(texts).size).toBe(faults.length);
    for (const text of texts) {
      expect(text).toContain('4711');
      expect(text).not.toMatch(/undefined|\[object|\n/);
    }
  });

  it('every fault of a file has a text of its own', () => {
    const texts = Object.values(FILE_FAULTS).map((fault) => fileFaultText(language, fault));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.join()).not.toMatch(/undefined|\[object/);
  });

  it('a bad level is told apart from a missing one and from one too many', () => {
    const level = (level: string | null, levels: string[]): string =>
      rowFaultText(language, { line: 2, column: 'level', kind: 'unknown-level', level, levels });
    expect(new Set([level('九级', ['一级']), level(null, ['一级']), level('九级', [])]).size).toBe(3);
  });
});

describe('the texts', () => {
  it('name columns as the language does', () => {
    const fault: RowFault = { line: 17, column: 'document_number', kind: 'document-number', fault: 'check-digit' };
    expect(rowFaultText('zh-CN', fault)).toBe('第 17 行“证件号码”：校验码不符，号码有误');
    expect(rowFaultText('en', fault)).toBe(
      'line 17, document_number (证件号码): the check digit is wrong, so a digit was mistyped',
    );
  });

  it('list everything that is wrong with the columns', () => {
    expect(fileFaultText('en', FILE_FAULTS.columns)).toBe(
      [
        'Columns missing: phone (手机号) (cells may be empty, the column must be there).',
        'Unknown columns: 学历, (no name).',
        'Columns that come twice: name (姓名).',
      ].join('\n'),
    );
  });

  it('show a character with its code point, for those who have no font for it either', () => {
    const warning = { line: 9, column: 'name', characters: ['𠀀'] } as const;
    expect(glyphWarningText('zh-CN', warning)).toContain('𠀀 (U+20000)');
  });

  it('are punctuated as their language is, where a row has several', () => {
    const faults = [
      { line: 3, column: 'approved_on', kind: 'spreadsheet-number' },
      { line: 3, column: 'name', kind: 'empty-cell' },
      { line: 3, column: null, kind: 'cell-count', expected: 14, found: 13 },
    ] as const;
    expect(rowMistakesText('zh-CN', faults)).toBe(
      '批准日期：已被表格软件改成数值或日期序号；请将该列设为文本格式后重新导出；姓名：不能为空；有 13 个单元格，表头有 14 个',
    );
    expect(rowMistakesText('en', faults)).toBe(
      'approved_on (批准日期): a spreadsheet has turned this into a number or the serial number of a day; format the column as text and export again; name (姓名): must not be empty; has 13 cells, the header has 14',
    );
  });
});
