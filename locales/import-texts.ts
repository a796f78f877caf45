import type { Language } from '../engine/ports/language.ts';
import type { DocumentNumberFault } from '../engine/registry/document-number.ts';
import { COLUMNS, type Column } from '../engine/registry/import/columns.ts';
import type { FileSource } from '../engine/registry/import/file/file-table.ts';
import type { FileFault, GlyphWarning, RowFault, RowReason } from '../engine/registry/import/import-fault.ts';
import type { ImportSample, ImportSummary, RowAction } from '../engine/registry/import/import-summary.ts';

type OfKind<Union extends { kind: string }, Kind> = Extract<Union, { kind: Kind }>;
type TextsOf<Union extends { kind: string }> = { [Kind in Union['kind']]: (one: OfKind<Union, Kind>) => string };

/** What an import has to say, in one language; for the command line and the staff bot alike. */
interface ImportTexts {
  column(column: Column): string;
  list(items: readonly string[]): string;
  at(line: number, column: Column | null): string;
  file: TextsOf<FileFault>;
  row: TextsOf<RowReason>;
  /** Everything that is wrong with one row. */
  mistakes(mistakes: readonly { column: Column | null; text: string }[]): string;
  documentNumber: Record<DocumentNumberFault, string>;
  glyphs(characters: string): string;
  action: Record<Exclude<RowAction, 'unchanged'>, string>;
  source(source: FileSource): string;
  summary(summary: ImportSummary): string[];
  refused(faults: number): string;
  more(count: number): string;
}

const EN: ImportTexts = {
  column: (column) => `${column} (${COLUMNS[column]})`,
  list: (items) => items.join(', '),
  at: (line, column) => (column ? `line ${line}, ${EN.column(column)}: ` : `line ${line}: `),
  file: {
    empty: () => 'The file has no rows.',
    'not-a-table': ({ found }) =>
      ({
        'old-workbook': 'This is a workbook of an older or another format. In the spreadsheet, save it as .xlsx.',
        encrypted: 'This workbook has a password. Save a copy without one.',
        archive: 'This is neither CSV nor an Excel workbook. In the spreadsheet, save the table as .xlsx.',
        pdf: 'This is a PDF, not a table. Send the table itself, as .xlsx or CSV.',
        picture: 'This is a picture, not a table. Send the table itself, as .xlsx or CSV.',
        'utf-16': 'This is UTF-16. Save the file as "CSV UTF-8".',
        'other-encoding': 'The file is neither UTF-8 nor GB18030. Save it as "CSV UTF-8".',
      })[found],
    misnamed: ({ named, found }) =>
      `The file is called .${named} but holds ${found === 'csv' ? 'plain text' : 'a workbook'}. Make sure it is the right one, and name it .${found}.`,
    macros: () => 'This workbook has macros. In the spreadsheet, save it as .xlsx without them.',
    'external-data': () =>
      'This workbook takes data from other files or databases. Copy the rows as values into a new workbook.',
    'too-large': () => 'Unpacked, this workbook is too large for a registry file. Split it, or save it as "CSV UTF-8".',
    damaged: () => 'This workbook is damaged. Open it in the spreadsheet and save it anew as .xlsx.',
    declarations: () =>
      'This workbook holds declarations that no spreadsheet writes. Open it in the spreadsheet and save it anew as .xlsx.',
    'no-sheet': () => 'This workbook has no visible worksheet. Make the one with the rows visible.',
    columns: ({ missing, unknown, duplicated }) =>
      sentences([
        [
          missing,
          `Columns missing: ${EN.list(missing.map(EN.column))} (cells may be empty, the column must be there).`,
        ],
        [unknown, `Unknown columns: ${EN.list(unknown.map((name) => name || '(no name)'))}.`],
        [duplicated, `Columns that come twice: ${EN.list(duplicated.map(EN.column))}.`],
      ]),
    quotes: ({ line }) => `The quotation marks of the row on line ${line} don't match, so the rest can't be read.`,
    'row-too-long': ({ line }) => `The row on line ${line} doesn't end; a closing quotation mark may be missing.`,
  },
  row: {
    'cell-count': ({ expected, found }) => `has ${found} cells, the header has ${expected}`,
    'empty-cell': () => 'must not be empty',
    'too-long': ({ max }) => `is longer than ${max} characters`,
    'spreadsheet-number': () =>
      'a spreadsheet has turned this into a number or the serial number of a day; format the column as text and export again',
    formula: () => 'is a formula; copy the column and paste it as values',
    'cell-error': ({ value }) => `shows the error ${value}`,
    'hidden-row': () => 'is hidden in the worksheet; show all rows (a filter may be on) or delete the hidden ones',
    'not-a-name': () => 'is no name, or has characters that were lost on the way',
    'document-number': ({ fault }) => EN.documentNumber[fault],
    'not-a-phone': () => 'is neither a mainland mobile number nor one with + and its country code',
    'not-a-date': ({ value }) => `"${value}" is no day; write 2021-12-17`,
    'not-a-month': ({ value }) => `"${value}" is no month; write 1990-03`,
    'unknown-value': ({ value, known }) => `"${value}" is not known; known are ${EN.list(known)}`,
    'unknown-qualification': ({ value }) => `"${value}" is not in the catalogue`,
    'unknown-level': ({ level, levels }) => {
      if (level === null) return `must not be empty; levels are ${EN.list(levels)}`;
      if (levels.length === 0) return `"${level}": this qualification has no levels; leave it empty`;
      return `"${level}" is no level of this qualification; levels are ${EN.list(levels)}`;
    },
    'differs-from-document': () => 'is not what the document number says',
    'duplicate-management-number': ({ firstLine }) => `is the same as on line ${firstLine}`,
    'differs-from-row': ({ firstLine }) => `differs from line ${firstLine}, which has the same identity document`,
    'certificate-of-another-holder': () =>
      'the registry has this certificate under another name and another identity document; if both were corrected, first import the row with the new name and the old number',
  },
  mistakes: (mistakes) =>
    mistakes.map(({ column, text }) => (column ? `${EN.column(column)}: ${text}` : text)).join('; '),
  documentNumber: {
    length: 'must have 18 characters',
    characters: 'has characters that an identity number can not have',
    'birth-date': 'has a birth date that does not exist',
    'check-digit': 'the check digit is wrong, so a digit was mistyped',
    format: 'does not look like a number of this type of document',
  },
  glyphs: (characters) => `no font has ${characters}; a copy can't be made until one does`,
  action: { added: 'add', changed: 'change', moved: 'move', withdrawn: 'withdraw' },
  source: (source) => (source.kind === 'csv' ? source.encoding.toUpperCase() : `worksheet "${source.sheet}"`),
  summary: ({ dryRun, source, rows, holders }) => [
    `${rows.total} rows read as ${EN.source(source)}.`,
    `Rows: ${rows.added} added, ${rows.changed} changed, ${rows.moved} moved, ${rows.withdrawn} withdrawn, ${rows.unchanged} as before.`,
    `Holders: ${holders.added} added, ${holders.changed} changed.`,
    ...(rows.moved > 0
      ? ['Moved: the same name under another identity document, so the holders link again and old copies are revoked.']
      : []),
    'Certificates that the file does not mention stay as they are.',
    ...(dryRun ? ['This was a dry run: nothing was written.'] : []),
  ],
  refused: (faults) => `${faults} ${faults === 1 ? 'mistake' : 'mistakes'}; nothing was imported.`,
  more: (count) => `… and ${count} more`,
};

const ZH: ImportTexts = {
  column: (column) => COLUMNS[column],
  list: (items) => items.join('、'),
  at: (line, column) => (column ? `第 ${line} 行“${ZH.column(column)}”：` : `第 ${line} 行：`),
  file: {
    empty: () => '文件中没有数据行。',
    'not-a-table': ({ found }) =>
      ({
        'old-workbook': '这是旧版或其他格式的电子表格。请在表格软件中另存为 .xlsx。',
        encrypted: '该工作簿设有密码。请另存一份不带密码的。',
        archive: '这既不是 CSV，也不是 Excel 工作簿。请在表格软件中另存为 .xlsx。',
        pdf: '这是 PDF，不是表格。请发送表格本身（.xlsx 或 CSV）。',
        picture: '这是图片，不是表格。请发送表格本身（.xlsx 或 CSV）。',
        'utf-16': '文件编码是 UTF-16。请另存为“CSV UTF-8”。',
        'other-encoding': '文件编码既不是 UTF-8 也不是 GB18030。请另存为“CSV UTF-8”。',
      })[found],
    misnamed: ({ named, found }) =>
      `文件名是 .${named}，内容却是${found === 'csv' ? '纯文本' : '工作簿'}。请确认没有选错文件，再将扩展名改为 .${found}。`,
    macros: () => '该工作簿含有宏。请在表格软件中另存为不带宏的 .xlsx。',
    'external-data': () => '该工作簿引用了其他文件或数据库的数据。请将数据行以“值”的形式粘贴到新工作簿。',
    'too-large': () => '该工作簿解压后过大，不像证书库文件。请拆分，或另存为“CSV UTF-8”。',
    damaged: () => '该工作簿已损坏。请在表格软件中打开，重新另存为 .xlsx。',
    declarations: () => '该工作簿含有表格软件不会写入的声明。请在表格软件中打开，重新另存为 .xlsx。',
    'no-sheet': () => '该工作簿没有可见的工作表。请取消隐藏数据所在的工作表。',
    columns: ({ missing, unknown, duplicated }) =>
      sentences([
        [missing, `缺少列：${ZH.list(missing.map(ZH.column))}（单元格可以为空，但列必须存在）。`],
        [unknown, `不认识的列：${ZH.list(unknown.map((name) => name || '（无列名）'))}。`],
        [duplicated, `重复的列：${ZH.list(duplicated.map(ZH.column))}。`],
      ]),
    quotes: ({ line }) => `第 ${line} 行的引号不配对，后面的内容无法读取。`,
    'row-too-long': ({ line }) => `第 ${line} 行没有结束，可能缺少右引号。`,
  },
  row: {
    'cell-count': ({ expected, found }) => `有 ${found} 个单元格，表头有 ${expected} 个`,
    'empty-cell': () => '不能为空',
    'too-long': ({ max }) => `超过 ${max} 个字符`,
    'spreadsheet-number': () => '已被表格软件改成数值或日期序号；请将该列设为文本格式后重新导出',
    formula: () => '是公式；请复制该列并选择性粘贴为值',
    'cell-error': ({ value }) => `显示错误 ${value}`,
    'hidden-row': () => '在工作表中被隐藏；请显示所有行（可能开着筛选），或删除隐藏的行',
    'not-a-name': () => '不是姓名，或有字符在导出时丢失',
    'document-number': ({ fault }) => ZH.documentNumber[fault],
    'not-a-phone': () => '不是内地手机号，也不是带“+”和国家（地区）代码的号码',
    'not-a-date': ({ value }) => `“${value}”不是日期，请写成 2021-12-17`,
    'not-a-month': ({ value }) => `“${value}”不是年月，请写成 1990-03`,
    'unknown-value': ({ value, known }) => `不认识“${value}”，可以填写：${ZH.list(known)}`,
    'unknown-qualification': ({ value }) => `资格目录中没有“${value}”`,
    'unknown-level': ({ level, levels }) => {
      if (level === null) return `不能为空，级别有：${ZH.list(levels)}`;
      if (levels.length === 0) return `“${level}”：该资格不分级别，请留空`;
      return `该资格没有级别“${level}”，级别有：${ZH.list(levels)}`;
    },
    'differs-from-document': () => '与证件号码不一致',
    'duplicate-management-number': ({ firstLine }) => `与第 ${firstLine} 行重复`,
    'differs-from-row': ({ firstLine }) => `与第 ${firstLine} 行不一致，而两行的证件相同`,
    'certificate-of-another-holder': () =>
      '证书库中该管理号的证书属于姓名和证件都不同的另一持证人员；如二者都已更正，请先用新姓名、旧证件号码导入一次，再导入本行',
  },
  mistakes: (mistakes) =>
    mistakes.map(({ column, text }) => (column ? `${ZH.column(column)}：${text}` : text)).join('；'),
  documentNumber: {
    length: '应为 18 位',
    characters: '含有身份证号码中不会出现的字符',
    'birth-date': '其中的出生日期不存在',
    'check-digit': '校验码不符，号码有误',
    format: '不符合该证件类型的号码格式',
  },
  glyphs: (characters) => `字体中没有 ${characters}，补充相应字体前无法生成证书文件`,
  action: { added: '新增', changed: '变更', moved: '转移', withdrawn: '撤销' },
  source: (source) => (source.kind === 'csv' ? `编码 ${source.encoding.toUpperCase()}` : `工作表“${source.sheet}”`),
  summary: ({ dryRun, source, rows, holders }) => [
    `共 ${rows.total} 行，${ZH.source(source)}。`,
    `数据行：新增 ${rows.added}，变更 ${rows.changed}，转移 ${rows.moved}，撤销 ${rows.withdrawn}，未变 ${rows.unchanged}。`,
    `持证人员：新增 ${holders.added}，变更 ${holders.changed}。`,
    ...(rows.moved > 0
      ? ['转移：姓名相同而证件已更正，证书转到新证件名下；持证人员须重新绑定，原有加注全部作废。']
      : []),
    '文件中没有的证书保持不变。',
    ...(dryRun ? ['这是试运行，没有写入任何内容。'] : []),
  ],
  refused: (faults) => `共 ${faults} 处错误，没有导入任何内容。`,
  more: (count) => `……另有 ${count} 条`,
};

const TEXTS: Record<Language, ImportTexts> = { 'zh-CN': ZH, en: EN };

export function fileFaultText(language: Language, fault: FileFault): string {
  return textOf<FileFault>(TEXTS[language].file, fault);
}

/** One line: where it is and what is wrong. */
export function rowFaultText(language: Language, fault: RowFault): string {
  const texts = TEXTS[language];
  return texts.at(fault.line, fault.column) + textOf<RowReason>(texts.row, fault);
}

/** Everything that is wrong with one row, without saying again which. */
export function rowMistakesText(language: Language, faults: readonly RowFault[]): string {
  const { mistakes, row } = TEXTS[language];
  return mistakes(faults.map((fault) => ({ column: fault.column, text: textOf<RowReason>(row, fault) })));
}

export function glyphWarningText(language: Language, { line, column, characters }: GlyphWarning): string {
  const texts = TEXTS[language];
  return texts.at(line, column) + texts.glyphs(texts.list(characters.map(withCodePoint)));
}

/** One line about a row that would be, or was, added, changed, moved or withdrawn. */
export function sampleText(language: Language, sample: ImportSample): string {
  const texts = TEXTS[language];
  const { name, documentNumber, level } = sample;
  const qualification = sample.qualification[language] + (level === null ? '' : ` ${level}`);
  const parts = [`${name} ${documentNumber}`, qualification, ...sample.columns.map(texts.column)];
  return `${texts.action[sample.action]} ${texts.at(sample.line, null)}${texts.list(parts)}`;
}

/** What an import did, or would do, in a few lines. */
export function importSummaryText(language: Language, summary: ImportSummary): string {
  return TEXTS[language].summary(summary).join('\n');
}

/** Closes the list of mistakes. */
export function importRefusedText(language: Language, faults: number): string {
  return TEXTS[language].refused(faults);
}

/** Stands for what a list leaves out. */
export function moreText(language: Language, count: number): string {
  return TEXTS[language].more(count);
}

function textOf<Union extends { kind: string }>(texts: TextsOf<Union>, one: Union): string {
  // The table is keyed by `kind`, which TypeScript can't follow through an index.
  const text = texts[one.kind as Union['kind']] as (one: Union) => string;
  return text(one);
}

function sentences(parts: readonly (readonly [readonly unknown[], string])[]): string {
  return parts.flatMap(([items, sentence]) => (items.length > 0 ? [sentence] : [])).join('\n');
}

function withCodePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `${character} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
}
