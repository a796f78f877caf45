import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageFault } from '../../cli/command.ts';
import { progressBar } from '../../cli/progress-bar.ts';
import { importFile } from '../../cli/registry/import-file.ts';
import { readRegistryFile } from '../../cli/registry/read-registry-file.ts';
import type { Language } from '../../engine/ports/language.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { FixedClock } from '../fakes/fixed-clock.ts';
import { openTestStorage } from '../fakes/test-storage.ts';
import { type Cells, csv, importDeps, row, WANG } from './registry-file.ts';

let storage: Storage;
let folder: string;

beforeEach(async () => {
  storage = await openTestStorage();
  folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-import-'));
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

interface Options {
  language?: Language;
  isTerminal?: boolean;
  missingCharacters?: (text: string) => string[];
}

async function run(argv: readonly string[], options: Options = {}) {
  const { language = 'en', isTerminal = false, missingCharacters = () => [] } = options;
  const written = { out: '', err: '' };
  const io = {
    out: (text: string) => void (written.out += text),
    err: (text: string) => void (written.err += text),
    isTerminal,
  };
  const deps = { ...importDeps(storage), missingCharacters, clock: new FixedClock(), language };
  return { exit: await importFile(await readRegistryFile(argv), io, deps), ...written };
}

function file(rows: readonly Cells[]): string {
  const name = path.join(folder, 'registry.csv');
  writeFileSync(name, csv(rows));
  return name;
}

describe('jiazhu registry import', () => {
  it('is audited when it changes something', async () => {
    const name = file([row(), row({ ...WANG, management_number: 'T2' })]);
    for (const rest of [['--dry-run'], [], []]) await run(['import', name, ...rest]);
    const rows = await storage.transact((tx) => tx.staff.audit.search({}, { offset: 0, limit: 9 }));
    expect(rows).toMatchObject([{ memberId: null, action: 'registry import', facts: { added: 2, changed: 0 } }]);
  });

  it('imports a file and says what it did', async () => {
    const { exit, out, err } = await run(['import', file([row(), row({ ...WANG, management_number: 'T2' })])]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toBe(
      [
        '2 rows read as UTF-8.',
        'Rows: 2 added, 0 changed, 0 moved, 0 withdrawn, 0 as before.',
        'Holders: 2 added, 0 changed.',
        'Certificates that the file does not mention stay as they are.',
        '',
      ].join('\n'),
    );
  });

  it('shows on a dry run what it would do, without personal data', async () => {
    const name = file([row()]);
    const { exit, out } = await run(['import', '--dry-run', name], { language: 'zh-CN' });
    expect(exit).toBe(0);
    expect(out).toContain('新增 第 2 行：林** 110105********0025、建造师 一级');
    expect(out).toContain('这是试运行，没有写入任何内容。');
    expect((await run(['import', name])).out).toContain('1 added');
  });

  it('says how much it leaves out where it only shows the first', async () => {
    const rows = Array.from({ length: 25 }, (_, index) =>
      row({ speciality: '\u{20000}', management_number: `M${index}` }),
    );
    const missingCharacters = (text: string): string[] => (text === '\u{20000}' ? [text] : []);
    const { out, err } = await run(['import', file(rows), '--dry-run'], { missingCharacters });
    expect(out).toContain('\n… and 20 more\n25 rows read');
    expect(err).toContain("speciality (专业): no font has \u{20000} (U+20000); a copy can't be made until one does\n");
    expect(err.endsWith('\n… and 5 more\n')).toBe(true);
  });

  it('names every mistake and exits with 1', async () => {
    const rows = [row({ status: '' }), row({ ...WANG, phone: '1.38E+10', management_number: 'T2' })];
    const { exit, out, err } = await run(['import', file(rows)]);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err.split('\n')).toEqual([
      'line 2, status (状态): must not be empty',
      expect.stringMatching(/^line 3, phone \(手机号\): a spreadsheet/),
      '2 mistakes; nothing was imported.',
      '',
    ]);
  });

  it('says in one sentence why a file is of no use', async () => {
    await expect(run(['import', path.join(folder, 'nothing.csv')])).rejects.toThrow("nothing.csv can't be read");
    const name = path.join(folder, 'registry.xlsx');
    writeFileSync(name, 'PK\u0003\u0004');
    expect((await run(['import', name])).err).toBe(
      'This workbook is damaged. Open it in the spreadsheet and save it anew as .xlsx.\n',
    );
  });

  it.each([[[]], [['export']], [['import']], [['import', 'a', 'b']], [['import', 'a', '--dry']]])(
    'does not understand %j',
    async (argv) => {
      await expect(run(argv)).rejects.toThrow(UsageFault);
    },
  );

  it('draws progress on a terminal only, and wipes it', async () => {
    const rows = Array.from({ length: 600 }, (_, index) => row({ management_number: `M${index}` }));
    const name = file(rows);
    expect((await run(['import', name, '--dry-run'])).err).toBe('');
    const { err } = await run(['import', name], { isTerminal: true });
    expect(err).toContain('writing  ██████████████████████████████ 100 %');
    expect(err.endsWith('\r\u001B[K')).toBe(true);
  });
});

describe('a progress bar', () => {
  it('redraws its line only when it looks different', () => {
    const written: string[] = [];
    const bar = progressBar((text) => written.push(text), true);
    for (let done = 0; done <= 1000; done += 1) bar.show('reading', done, 1000);
    expect(written).toHaveLength(101);
    expect(written[50]).toBe('\r\u001B[Kreading ███████████████░░░░░░░░░░░░░░░  50 %');
    bar.clear();
    bar.clear();
    expect(written.slice(101)).toEqual(['\r\u001B[K']);
  });

  it('is full when there is nothing to do, and never overflows', () => {
    const written: string[] = [];
    const bar = progressBar((text) => written.push(text), true);
    bar.show('a', 0, 0);
    bar.show('b', 12, 10);
    expect(written.every((text) => text.endsWith('100 %'))).toBe(true);
  });
});
