import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../engine/ports/storage.ts';
import type { Certificate, Holder } from '../../engine/registry/holder.ts';
import type { ImportDeps } from '../../engine/registry/import/import-registry.ts';
import type { ImportSummary } from '../../engine/registry/import/import-summary.ts';
import { openTestStorage } from '../fakes/test-storage.ts';
import { type Cells, endorse, importDeps, importFile, NOW, row, WANG } from './registry-file.ts';

let storage: Storage;
let deps: ImportDeps;

beforeEach(async () => {
  storage = await openTestStorage();
  deps = importDeps(storage);
});
afterEach(() => storage.close());

const WRONG = '110105199003070025';
const RIGHT = '110105199003070041';
const corrected = (cells: Partial<Cells> = {}): Cells => row({ document_number: RIGHT, ...cells });

const holder = (number: string): Promise<Holder | undefined> =>
  storage.transact((tx) => tx.holders.findByDocument('resident-identity-card', number));
const certificates = async (number: string): Promise<Certificate[]> => {
  const { id } = (await holder(number))!;
  return storage.transact((tx) => tx.certificates.ofHolder(id));
};

async function imported(rows: readonly Cells[], dryRun = false): Promise<ImportSummary> {
  const result = await importFile(deps, rows, dryRun);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('a corrected document number', () => {
  it('moves the certificates of the file to a new holder, and leaves the old one with the rest', async () => {
    await imported([row(), row({ management_number: 'T0002' })]);
    const [old] = await certificates(WRONG);
    const summary = await imported([corrected()]);
    expect(summary).toMatchObject({ rows: { moved: 1, changed: 0, added: 0 }, holders: { added: 1, changed: 0 } });
    expect(await certificates(RIGHT)).toEqual([{ ...old, holderId: (await holder(RIGHT))?.id }]);
    expect(await certificates(WRONG)).toMatchObject([{ managementNumber: 'T0002' }]);
  });

  it('changes nothing when the file comes again', async () => {
    await imported([row()]);
    await imported([corrected()]);
    expect(await imported([corrected()])).toMatchObject({
      rows: { moved: 0, unchanged: 1 },
      holders: { added: 0, changed: 0 },
    });
    expect(await certificates(WRONG)).toEqual([]);
  });

  it('leads to a holder who is there already', async () => {
    await imported([row(), corrected({ management_number: 'T0002' })]);
    const { id } = (await holder(RIGHT))!;
    expect(await imported([corrected()])).toMatchObject({ rows: { moved: 1 }, holders: { added: 0 } });
    expect(await certificates(RIGHT)).toMatchObject([{ holderId: id }, { holderId: id }]);
  });

  it('may come with another type of document, and with other changes', async () => {
    await imported([row()]);
    const changes = { document_type: '护照', document_number: 'E12345678', speciality: '机电工程' };
    const { samples } = await imported([row(changes)]);
    expect(samples).toMatchObject([{ action: 'moved', columns: ['document_type', 'document_number', 'speciality'] }]);
    expect(await certificates(WRONG)).toEqual([]);
  });

  it('is shown on a dry run, masked, and not yet done', async () => {
    await imported([row()]);
    expect(await imported([corrected()], true)).toMatchObject({
      rows: { total: 1, moved: 1 },
      samples: [
        { line: 2, action: 'moved', name: '林**', documentNumber: '110105********0041', columns: ['document_number'] },
      ],
    });
    expect(await holder(RIGHT)).toBeUndefined();
    expect(await certificates(WRONG)).toHaveLength(1);
  });

  it('is shown of each certificate that moves, as each may be somebody else’s', async () => {
    const numbers = Array.from({ length: 8 }, (_, n) => `T100${n}`);
    await imported(numbers.map((management_number) => row({ management_number })));
    const { samples } = await imported(
      numbers.map((management_number) => corrected({ management_number })),
      true,
    );
    expect(samples.map(({ action, line }) => [action, line])).toEqual(numbers.map((_, n) => ['moved', n + 2]));
  });

  it('swaps two certificates that were under each other’s documents', async () => {
    await imported([row(), corrected({ management_number: 'T0002' })]);
    expect(await imported([corrected(), row({ management_number: 'T0002' })])).toMatchObject({ rows: { moved: 2 } });
    expect(await certificates(RIGHT)).toMatchObject([{ managementNumber: 'T0001' }]);
    expect(await certificates(WRONG)).toMatchObject([{ managementNumber: 'T0002' }]);
  });
});

describe('an endorsement of a certificate that moves', () => {
  async function endorsed() {
    await imported([row()]);
    const [certificate] = await certificates(WRONG);
    return endorse(deps, { certificateId: certificate!.id, holderId: certificate!.holderId });
  }

  it('is revoked, and its holder told why', async () => {
    const { id, holderId, certificateId } = await endorsed();
    await imported([corrected()]);
    await storage.transact(async (tx) => {
      expect(await tx.endorsements.get(id)).toMatchObject({ status: 'revoked', endedBecause: 'certificate-corrected' });
      expect(await tx.outbox.due('holder', NOW, 10)).toMatchObject([
        { accountId: 'account', message: { kind: 'revoked', endorsementId: id } },
      ]);
      const toHolderId = (await tx.certificates.get(certificateId))?.holderId;
      expect(toHolderId).not.toBe(holderId);
      expect(await tx.journal.ofHolder(holderId, 10)).toContainEqual(
        expect.objectContaining({ kind: 'certificate-moved', facts: { certificateId, toHolderId } }),
      );
    });
  });

  it('is revoked as withdrawn when the row withdraws the certificate as well', async () => {
    const { id } = await endorsed();
    expect(await imported([corrected({ status: '已撤销' })])).toMatchObject({ rows: { withdrawn: 1, moved: 0 } });
    expect(await certificates(RIGHT)).toMatchObject([{ status: 'withdrawn' }]);
    const after = await storage.transact((tx) => tx.endorsements.get(id));
    expect(after).toMatchObject({ status: 'revoked', endedBecause: 'certificate-withdrawn' });
  });
});

describe('another name with another document number', () => {
  const elsewhere = { kind: 'rows', faults: [{ line: 2, kind: 'certificate-of-another-holder' }] };

  it('is somebody else', async () => {
    await imported([row()]);
    expect(await importFile(deps, [row(WANG)])).toMatchObject({ ok: false, refusal: elsewhere });
  });

  it('is no other name when only spaces differ', async () => {
    await imported([row({ name: '阿依古丽·买买提' })]);
    expect(await imported([corrected({ name: '阿依古丽 • 买买提' })])).toMatchObject({ rows: { moved: 1 } });
  });

  it('is imported in two steps, the name first', async () => {
    await imported([row()]);
    const right = corrected({ name: '林小雨' });
    expect(await importFile(deps, [right])).toMatchObject({ ok: false, refusal: elsewhere });
    expect(await imported([row({ name: '林小雨' })])).toMatchObject({ rows: { changed: 1 } });
    expect(await imported([right])).toMatchObject({ rows: { moved: 1 } });
    expect(await holder(RIGHT)).toMatchObject({ name: '林小雨' });
  });

  it('is compared with the name before the file, whatever the file says of the other document', async () => {
    await imported([row(), row({ management_number: 'T0002' })]);
    const renamed = row({ name: '林小雨', management_number: 'T0002' });
    expect(await importFile(deps, [renamed, corrected({ name: '林小雨' })])).toMatchObject({ ok: false });
    expect(await imported([renamed, corrected()])).toMatchObject({ rows: { changed: 1, moved: 1 } });
  });
});
