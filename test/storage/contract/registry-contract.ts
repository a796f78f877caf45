import { describe, expect, it } from 'vitest';
import { searchTerms } from '../../../engine/registry/holder-search.ts';
import { certificate, day, holder, minutes, NOW } from '../samples.ts';
import { type OpenEmpty, opened } from './opened.ts';

export function registryContract(open: OpenEmpty): void {
  describe('holders', () => {
    const at = opened(open);

    it('come back as they were put in, whatever is missing of them', async () => {
      const bare = holder(7, { gender: null, birthMonth: null, phone: null });
      await at.transact((tx) => tx.holders.insertMany([bare]));
      expect(await at.transact((tx) => tx.holders.get('holder-7'))).toEqual(bare);
      expect(await at.transact((tx) => tx.holders.get('nobody'))).toBeUndefined();
    });

    it('are found by document type and number together', async () => {
      const { documentNumber } = holder(1);
      const found = await at.transact(async (tx) => [
        await tx.holders.findByDocument('passport', documentNumber),
        await tx.holders.findByDocument('taiwan-permit', documentNumber),
        await tx.holders.findByDocument('passport', `${documentNumber}0`),
      ]);
      expect(found).toEqual([holder(1), undefined, undefined]);
    });

    it('are found by many documents at once, those that do not exist left out', async () => {
      const found = await at.transact((tx) =>
        tx.holders.findByDocuments(
          [1, 2, 3].map((n) => ({ type: 'passport' as const, number: holder(n).documentNumber })),
        ),
      );
      expect(found.sort((a, b) => a.id.localeCompare(b.id))).toEqual([holder(1), holder(2)]);
      expect(await at.transact((tx) => tx.holders.findByDocuments([]))).toEqual([]);
    });

    it('are found by many ids at once, those that do not exist left out', async () => {
      const found = await at.transact((tx) => tx.holders.getMany(['holder-1', 'holder-2', 'nobody']));
      expect(found.sort((a, b) => a.id.localeCompare(b.id))).toEqual([holder(1), holder(2)]);
      expect(await at.transact((tx) => tx.holders.getMany([]))).toEqual([]);
    });

    it('are found by name and the end of their number, namesakes too, however either is written', async () => {
      const one = holder(7, { name: '古丽·巴哈尔', documentNumber: 'E12340007' });
      const namesake = holder(8, { name: '古丽•巴哈尔', documentNumber: 'E56780007' });
      const other = holder(9, { name: '古丽·巴哈尔', documentNumber: 'E12340009' });
      await at.transact((tx) => tx.holders.insertMany([one, namesake, other]));
      const found = (name: string, documentNumber: string, limit = 5) =>
        at.transact((tx) => tx.holders.search(searchTerms({ name, documentNumber }), limit));
      expect(await found('古丽 ‧ 巴哈尔', '0007')).toEqual([one, namesake]);
      expect(await found('古丽 ‧ 巴哈尔', '0007', 1)).toEqual([one]);
      expect(await found('古丽·巴哈尔', '0008')).toEqual([]);
      expect(await found('古丽', '0007')).toEqual([]);
      const renamed = { ...one, name: '阿依古丽' };
      await at.transact((tx) => tx.holders.updateMany([renamed]));
      expect(await found('古丽·巴哈尔', '0007')).toEqual([namesake]);
      expect(await found('阿依古丽', '0007')).toEqual([renamed]);
    });

    it('change as a whole, and are found by their new document only', async () => {
      const changed = holder(1, { name: '李四', documentType: 'taiwan-permit', documentNumber: 'T1', phone: null });
      await at.transact((tx) => tx.holders.updateMany([changed]));
      const found = await at.transact(async (tx) => [
        await tx.holders.get('holder-1'),
        await tx.holders.findByDocument('taiwan-permit', 'T1'),
        await tx.holders.findByDocument('passport', holder(1).documentNumber),
      ]);
      expect(found).toEqual([changed, changed, undefined]);
    });

    it('are not made by a change', async () => {
      const attempt = at.transact((tx) => tx.holders.updateMany([holder(1, { name: '李四' }), holder(99)]));
      await expect(attempt).rejects.toMatchObject({ code: 'missing-row' });
      expect(await at.transact((tx) => tx.holders.get('holder-1'))).toEqual(holder(1));
    });

    it('never share a document', async () => {
      const { documentNumber } = holder(1);
      const attempt = at.transact((tx) => tx.holders.insertMany([holder(3, { documentNumber })]));
      await expect(attempt).rejects.toMatchObject({ code: 'constraint' });
    });

    it('count failures, which a change of the registry leaves alone', async () => {
      const count = { failures: 10, lastFailureAt: NOW, lockedUntil: minutes(60) };
      const counts = await at.transact(async (tx) => {
        const before = await tx.holders.failures('holder-1');
        await tx.holders.setFailures('holder-1', count);
        await tx.holders.updateMany([holder(1, { phone: null })]);
        return [before, await tx.holders.failures('holder-1'), await tx.holders.failures('holder-2')];
      });
      const none = { failures: 0, lastFailureAt: null, lockedUntil: null };
      expect(counts).toEqual([none, count, none]);
    });

    it('come and go by thousands in one call', async () => {
      const many = Array.from({ length: 2_345 }, (_, n) => holder(n + 100));
      const documents = many.map((one) => ({ type: one.documentType, number: one.documentNumber }));
      const [found, changed] = await at.transact(async (tx) => {
        await tx.holders.insertMany(many);
        const found = await tx.holders.findByDocuments(documents);
        await tx.holders.updateMany(many.map((one) => ({ ...one, phone: null })));
        return [found, await tx.holders.findByDocuments(documents)];
      });
      expect(new Set(found.map((one) => one.id)).size).toBe(2_345);
      expect(changed.filter((one) => one.phone === null)).toHaveLength(2_345);
    });
  });

  describe('certificates', () => {
    const at = opened(open);

    it('come back as they were put in', async () => {
      const full = certificate(2, { level: '一级', speciality: null, status: 'withdrawn' });
      await at.transact((tx) => tx.certificates.insertMany([full]));
      expect(await at.transact((tx) => tx.certificates.get('certificate-2'))).toEqual(full);
      expect(await at.transact((tx) => tx.certificates.get('nothing'))).toBeUndefined();
    });

    it('of a holder come newest first by day of issue, then by management number', async () => {
      const more = [
        certificate(4, { issuedOn: day('2020-01-01') }),
        certificate(3, { issuedOn: day('2024-01-01') }),
        certificate(2, { issuedOn: day('2024-01-01') }),
        certificate(5, { holderId: 'holder-2' }),
      ];
      await at.transact((tx) => tx.certificates.insertMany(more));
      const listed = await at.transact((tx) => tx.certificates.ofHolder('holder-1'));
      expect(listed.map((one) => one.managementNumber)).toEqual(['GL-2', 'GL-3', 'GL-1', 'GL-4']);
    });

    it('are found by management number, and never share one', async () => {
      const found = await at.transact((tx) => tx.certificates.findByManagementNumbers(['GL-1', 'GL-9']));
      expect(found).toEqual([certificate(1)]);
      const twin = certificate(2, { managementNumber: 'GL-1' });
      await expect(at.transact((tx) => tx.certificates.insertMany([twin]))).rejects.toMatchObject({
        code: 'constraint',
      });
    });

    it('change as a whole but for their status, and are not made by a change', async () => {
      const changed = certificate(1, {
        holderId: 'holder-2',
        qualification: 'other',
        level: '二级',
        speciality: null,
        managementNumber: 'GL-1a',
        approvedOn: day('2023-01-01'),
        issuedOn: day('2023-01-02'),
        issuer: '另一机关',
      });
      await at.transact((tx) => tx.certificates.updateMany([{ ...changed, status: 'withdrawn' }]));
      expect(await at.transact((tx) => tx.certificates.get('certificate-1'))).toEqual(changed);
      await expect(at.transact((tx) => tx.certificates.updateMany([certificate(8)]))).rejects.toMatchObject({
        code: 'missing-row',
      });
    });

    it('change status only from the one expected', async () => {
      const changes = await at.transact(async (tx) => [
        await tx.certificates.changeStatus('certificate-1', 'withdrawn', 'valid'),
        await tx.certificates.changeStatus('certificate-1', 'valid', 'withdrawn'),
        await tx.certificates.changeStatus('certificate-1', 'valid', 'withdrawn'),
        (await tx.certificates.get('certificate-1'))?.status,
      ]);
      expect(changes).toEqual([false, true, false, 'withdrawn']);
    });

    it('belong to a holder that exists', async () => {
      const orphan = certificate(2, { holderId: 'nobody' });
      await expect(at.transact((tx) => tx.certificates.insertMany([orphan]))).rejects.toMatchObject({
        code: 'constraint',
      });
    });
  });

  describe('imports', () => {
    const at = opened(open);

    it('know the latest, and how many there were', async () => {
      const record = { fileHash: 'ab', added: 3, changed: 2, withdrawn: 1 };
      const latest = await at.transact(async (tx) => {
        const none = await tx.imports.latest();
        await tx.imports.add({ id: 'b', at: minutes(1), ...record });
        await tx.imports.add({ id: 'a', at: minutes(2), ...record, added: 4 });
        await tx.imports.add({ id: 'c', at: NOW, ...record });
        return [none, await tx.imports.latest(), await tx.imports.count()];
      });
      expect(latest).toEqual([undefined, { id: 'a', at: minutes(2), ...record, added: 4 }, 3]);
    });
  });
}
