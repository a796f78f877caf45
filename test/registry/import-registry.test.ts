import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Storage, Transaction } from '../../engine/ports/storage.ts';
import type { Certificate, Holder } from '../../engine/registry/holder.ts';
import { type ImportDeps, importRegistry } from '../../engine/registry/import/import-registry.ts';
import type { RowAction } from '../../engine/registry/import/import-summary.ts';
import { restoreCertificate } from '../../engine/registry/restore-certificate.ts';
import { withdrawCertificate } from '../../engine/registry/withdraw-certificate.ts';
import { openTestStorage } from '../fakes/test-storage.ts';
import { encodeGb18030 } from './gb18030.ts';
import { csv, endorse, importDeps, importFile, NOW, row, WANG } from './registry-file.ts';

let storage: Storage;
let deps: ImportDeps;

beforeEach(async () => {
  storage = await openTestStorage();
  deps = importDeps(storage);
});
afterEach(() => storage.close());

const LIN = '110105199003070025';
const certificate = (number: string): Promise<Certificate | undefined> =>
  storage.transact(async (tx) => (await tx.certificates.findByManagementNumbers([number]))[0]);
const holder = (number: string): Promise<Holder | undefined> =>
  storage.transact((tx) => tx.holders.findByDocument('resident-identity-card', number));
const latest = () => storage.transact((tx) => tx.imports.latest());

const rowCounts = (counts: Partial<Record<RowAction, number>>) => {
  const all = { added: 0, changed: 0, moved: 0, withdrawn: 0, unchanged: 0, ...counts };
  return { ...all, total: all.added + all.changed + all.moved + all.withdrawn + all.unchanged };
};

describe('importing a registry file', () => {
  it('adds holders and certificates, and says so', async () => {
    const rows = [row(), row({ management_number: 'T0002' }), row({ ...WANG, management_number: 'T0003' })];
    expect(await importFile(deps, rows)).toMatchObject({
      ok: true,
      value: {
        dryRun: false,
        source: { kind: 'csv', encoding: 'utf-8' },
        rows: rowCounts({ added: 3 }),
        holders: { added: 2, changed: 0 },
      },
    });
    const lin = await holder(LIN);
    expect(lin).toMatchObject({ name: '林晓雨', phone: '8613800000001' });
    expect(await certificate('T0002')).toMatchObject({ holderId: lin?.id, qualification: 'constructor' });
    expect(await latest()).toMatchObject({ at: NOW, added: 3, changed: 0, withdrawn: 0 });
  });

  it('changes nothing when the file comes again, in whatever encoding', async () => {
    const file = csv([row(), row({ ...WANG, management_number: 'T0003', status: '已撤销' })]);
    await importFile(deps, file);
    const before = await latest();
    const again = [file, `\u{feff}${file}`, file.replaceAll('\n', '\r\n')].map((text) =>
      new TextEncoder().encode(text),
    );
    for (const bytes of [...again, encodeGb18030(file)]) {
      expect(await importRegistry(deps, { now: NOW, bytes, dryRun: false })).toMatchObject({
        ok: true,
        value: { rows: rowCounts({ unchanged: 2 }), holders: { added: 0, changed: 0 } },
      });
    }
    expect(await latest()).toEqual(before);
  });

  it('writes nothing on a dry run, and foretells what the import does', async () => {
    await importFile(deps, [row(), row({ management_number: 'T0002' })]);
    const next = [
      row({ phone: '13800000009', speciality: '市政公用工程' }),
      row({ phone: '13800000009', management_number: 'T0002', status: '已撤销' }),
      row({ ...WANG, management_number: 'T0003' }),
    ];
    const foretold = await importFile(deps, next, true);
    expect(await holder('110105197810010011')).toBeUndefined();
    expect(await certificate('T0002')).toMatchObject({ status: 'valid' });
    const result = await importFile(deps, next);
    expect(result).toMatchObject({
      ok: true,
      value: { rows: rowCounts({ added: 1, changed: 1, withdrawn: 1 }), holders: { added: 1, changed: 1 } },
    });
    expect(foretold).toEqual({ ok: true, value: { ...(result.ok && result.value), dryRun: true } });
  });

  it('shows a few rows of each kind with personal data masked', async () => {
    await importFile(deps, [row()]);
    const rows = [
      row({ name: '林小雨' }),
      ...[2, 3, 4, 5, 6, 7, 8].map((n) => row({ name: '林小雨', management_number: `T000${n}` })),
    ];
    const result = await importFile(deps, rows, true);
    const samples = result.ok ? result.value.samples : [];
    expect(samples.map(({ action }) => action)).toEqual(['changed', ...Array.from({ length: 5 }, () => 'added')]);
    expect(samples[0]).toMatchObject({
      line: 2,
      name: '林**',
      documentNumber: '110105********0025',
      columns: ['name'],
    });
    expect(JSON.stringify(samples)).not.toContain(LIN);
  });

  it('leaves alone what the file does not mention', async () => {
    await importFile(deps, [row(), row({ ...WANG, management_number: 'T0003' })]);
    await importFile(deps, [row({ speciality: '' })]);
    expect(await certificate('T0001')).toMatchObject({ speciality: null });
    expect(await certificate('T0003')).toMatchObject({ status: 'valid' });
  });

  it('takes another name for a correction and another document number for another holder', async () => {
    await importFile(deps, [row()]);
    const before = await holder(LIN);
    await importFile(deps, [row({ name: '林小雨' })]);
    expect(await holder(LIN)).toEqual({ ...before, name: '林小雨' });
    await importFile(deps, [row({ ...WANG, management_number: 'T0009' })]);
    expect((await holder('110105197810010011'))?.id).not.toBe(before?.id);
  });

  it('makes a withdrawn certificate valid again when the file says so', async () => {
    await importFile(deps, [row({ status: '已撤销' })]);
    expect(await importFile(deps, [row()])).toMatchObject({ value: { rows: rowCounts({ changed: 1 }) } });
    expect(await certificate('T0001')).toMatchObject({ status: 'valid' });
  });

  it('warns of characters that no font has, and imports all the same', async () => {
    const missingCharacters = (text: string): string[] => [...text].filter((character) => character === '雨');
    const result = await importFile({ ...deps, missingCharacters }, [row(), row({ ...WANG, management_number: 'T2' })]);
    expect(result).toMatchObject({
      ok: true,
      value: { warnings: { total: 1, first: [{ line: 2, column: 'name', characters: ['雨'] }] } },
    });
  });
});

describe('a certificate that a file withdraws', () => {
  it('loses its endorsements', async () => {
    await importFile(deps, [row()]);
    const { id, holderId } = (await certificate('T0001'))!;
    const endorsement = await endorse(deps, { certificateId: id, holderId });
    const result = await importFile(deps, [row({ status: '已撤销', speciality: '机电工程' })]);
    expect(result).toMatchObject({ value: { rows: rowCounts({ withdrawn: 1 }) } });
    expect(await certificate('T0001')).toMatchObject({ status: 'withdrawn', speciality: '机电工程' });
    const after = await storage.transact((tx) => tx.endorsements.get(endorsement.id));
    expect(after).toMatchObject({ status: 'revoked', endedBecause: 'certificate-withdrawn' });
  });
});

describe('a file with bad rows', () => {
  it('is not imported at all, and every bad row is named in order', async () => {
    await importFile(deps, [row({ ...WANG, management_number: 'T0009' })]);
    const rows = [
      row({ management_number: 'T0009' }),
      row({ speciality: '两\n行', management_number: 'T0002' }),
      row({ management_number: 'T0002' }),
      row({ name: '林大雨', phone: '', management_number: 'T0003' }),
      row({ document_number: '110105199003070026', management_number: 'T0004' }),
    ];
    expect(await importFile(deps, rows)).toEqual({
      ok: false,
      refusal: {
        kind: 'rows',
        faults: [
          { line: 2, column: 'management_number', kind: 'certificate-of-another-holder' },
          { line: 5, column: 'management_number', kind: 'duplicate-management-number', firstLine: 3 },
          { line: 6, column: 'name', kind: 'differs-from-row', firstLine: 2 },
          { line: 6, column: 'phone', kind: 'differs-from-row', firstLine: 2 },
          { line: 7, column: 'document_number', kind: 'document-number', fault: 'check-digit' },
        ],
      },
    });
    expect(await holder(LIN)).toBeUndefined();
  });

  it('is undone when only the registry shows that a late row is bad', async () => {
    await importFile(deps, [row({ ...WANG, management_number: 'T9999' })]);
    const many = Array.from({ length: 1200 }, (_, index) => row({ management_number: `M${index}` }));
    const before = await latest();
    expect(await importFile(deps, [...many, row({ management_number: 'T9999' })])).toMatchObject({
      ok: false,
      refusal: { kind: 'rows', faults: [{ line: 1202, kind: 'certificate-of-another-holder' }] },
    });
    expect(await holder(LIN)).toBeUndefined();
    expect(await latest()).toEqual(before);
  });

  it.each([
    ['', { kind: 'empty' }],
    [csv([]), { kind: 'empty' }],
    ['姓名,性别\n张三,男\n', { kind: 'columns' }],
    [`${csv([row()])}"`, { kind: 'quotes', line: 3 }],
  ])('is refused as a file: %j', async (text, fault) => {
    expect(await importFile(deps, text)).toMatchObject({ ok: false, refusal: { kind: 'file', fault } });
  });
});

describe('an import beside others', () => {
  it('is compared again when another one was written meanwhile', async () => {
    const files = ['建筑工程', '机电工程', '市政公用工程'].map((speciality) => [row({ speciality })]);
    const results = await Promise.all(files.map((file) => importFile(deps, file)));
    const counts = results.map((result) => result.ok && result.value.rows);
    expect(counts.filter((rows) => rows && rows.added === 1)).toHaveLength(1);
    expect(counts.filter((rows) => rows && rows.changed === 1)).toHaveLength(2);
    expect(await storage.transact((tx) => tx.imports.count())).toBe(3);
  });

  it('minds no certificate that was withdrawn by hand meanwhile', async () => {
    await importFile(deps, [row()]);
    const { id } = (await certificate('T0001'))!;
    let byHand: Promise<unknown> = Promise.resolve();
    const result = await importRegistry(deps, {
      now: NOW,
      bytes: new TextEncoder().encode(csv([row({ status: '已撤销', speciality: '机电工程' })])),
      dryRun: false,
      onProgress: ({ stage }) => {
        if (stage !== 'checking') return;
        byHand = storage.transact((tx) => withdrawCertificate(tx, deps, { now: NOW, certificateId: id }));
      },
    });
    expect(await byHand).toMatchObject({ ok: true });
    expect(result).toMatchObject({ ok: true, value: { rows: rowCounts({ withdrawn: 1 }) } });
    expect(await certificate('T0001')).toMatchObject({ status: 'withdrawn', speciality: '机电工程' });
  });
});

describe('what members of staff do to a certificate while a file that doesn’t change its status is compared', () => {
  const beside = async (status: string, byHand: (tx: Transaction, id: string) => Promise<{ ok: boolean }>) => {
    await importFile(deps, [row({ status })]);
    const { id } = (await certificate('T0001'))!;
    let done: Promise<unknown> = Promise.resolve();
    await importRegistry(deps, {
      now: NOW,
      bytes: new TextEncoder().encode(csv([row({ status, speciality: '机电工程' })])),
      dryRun: false,
      onProgress: ({ stage }) => {
        if (stage === 'checking') done = storage.transact((tx) => byHand(tx, id));
      },
    });
    expect(await done).toMatchObject({ ok: true });
  };

  it('stays done: one that was withdrawn is not valid again', async () => {
    await beside('有效', (tx, certificateId) => withdrawCertificate(tx, deps, { now: NOW, certificateId }));
    expect(await certificate('T0001')).toMatchObject({ status: 'withdrawn', speciality: '机电工程' });
  });

  it('stays done: one that was restored is not withdrawn with endorsements that hold', async () => {
    await beside('已撤销', (tx, certificateId) => restoreCertificate(tx, { now: NOW, certificateId }));
    expect(await certificate('T0001')).toMatchObject({ status: 'valid', speciality: '机电工程' });
  });
});

describe('progress', () => {
  it('goes through checking and writing to the last row', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => row({ management_number: `M${index}` }));
    const seen: string[] = [];
    await importRegistry(deps, {
      now: NOW,
      bytes: new TextEncoder().encode(csv(rows)),
      dryRun: false,
      onProgress: (progress) => seen.push(`${progress.stage} ${progress.rows}/${progress.total}`),
    });
    expect(seen[0]).toBe('checking 100/1200');
    expect(seen.slice(-3)).toEqual(['writing 500/1200', 'writing 1000/1200', 'writing 1200/1200']);
  });
});

describe('an import that was foretold', () => {
  const ask = (text: string, more: Partial<Parameters<typeof importRegistry>[1]>) =>
    importRegistry(deps, { now: NOW, bytes: new TextEncoder().encode(text), dryRun: false, ...more });
  const fingerprintOf = async (text: string): Promise<string> => {
    const result = await ask(text, { dryRun: true });
    return result.ok ? result.value.fingerprint : '';
  };

  it('does nothing but that', async () => {
    const file = csv([row(), row({ ...WANG, management_number: 'T2' })]);
    const expected = await fingerprintOf(file);
    expect(expected).toMatch(/^[\w-]{16}$/);
    await importFile(deps, [row()]);
    expect(await ask(file, { expected })).toMatchObject({
      ok: false,
      refusal: { kind: 'not-as-expected', summary: { dryRun: true, rows: rowCounts({ added: 1, unchanged: 1 }) } },
    });
    expect(await holder('110105197810010011')).toBeUndefined();
    const again = await fingerprintOf(file);
    expect(again).not.toBe(expected);
    expect(await ask(file, { expected: again })).toMatchObject({ ok: true, value: { rows: { added: 1 } } });
  });

  it('lets its caller write in the same transaction, which undoes both when it fails', async () => {
    const fail = () => Promise.reject(new Error('no'));
    await expect(ask(csv([row()]), { onWrite: fail })).rejects.toThrow('no');
    expect(await holder(LIN)).toBeUndefined();
    const seen: number[] = [];
    const onWrite = async (_: unknown, { rows }: { rows: { added: number } }) => void seen.push(rows.added);
    await ask(csv([row()]), { onWrite });
    await ask(csv([row()]), { onWrite });
    expect(seen).toEqual([1]);
  });
});
