import { describe, expect, it } from 'vitest';
import type { Transaction } from '../../../engine/ports/storage.ts';
import { endorsement, holder, link, NOW, TODAY } from '../samples.ts';
import { type OpenEmpty, opened } from './opened.ts';

export function transactionContract(open: OpenEmpty): void {
  describe('a transaction', () => {
    const at = opened(open);

    it('gives what its work resolved with, and keeps what it wrote', async () => {
      const answer = await at.transact(async (tx) => {
        await tx.holders.insertMany([holder(7)]);
        return 'done';
      });
      expect(answer).toBe('done');
      expect(await at.transact((tx) => tx.holders.get('holder-7'))).toEqual(holder(7));
    });

    it('is undone as a whole, and rejects with the same error, when its work rejects', async () => {
      const reason = new Error('changed my mind');
      const attempt = at.transact(async (tx) => {
        await tx.holders.insertMany([holder(7)]);
        await tx.links.insert(link(1));
        throw reason;
      });
      await expect(attempt).rejects.toBe(reason);
      const left = await at.transact(async (tx) => [
        await tx.holders.get('holder-7'),
        await tx.links.activeOfAccount('account-1'),
      ]);
      expect(left).toEqual([undefined, undefined]);
    });

    it('sees its own writes', async () => {
      const seen = await at.transact(async (tx) => {
        await tx.holders.insertMany([holder(7)]);
        return tx.holders.get('holder-7');
      });
      expect(seen).toEqual(holder(7));
    });

    it('goes on after a row was refused', async () => {
      await at.transact(async (tx) => {
        await expect(tx.holders.insertMany([holder(1)])).rejects.toMatchObject({ code: 'constraint' });
        await tx.holders.insertMany([holder(7)]);
      });
      expect(await at.transact((tx) => tx.holders.get('holder-7'))).toEqual(holder(7));
    });

    it('leaves stores that throw once it has committed', async () => {
      const tx = await at.transact(async (tx) => tx);
      await expect(tx.holders.get('holder-1')).rejects.toThrow(/transaction/i);
      await expect(tx.holders.insertMany([holder(7)])).rejects.toThrow(/transaction/i);
      expect(await at.transact((tx) => tx.holders.get('holder-7'))).toBeUndefined();
    });

    it('leaves stores that throw once it was undone', async () => {
      const kept: Transaction[] = [];
      await at
        .transact(async (tx) => {
          kept.push(tx);
          throw new Error('undo');
        })
        .catch(() => undefined);
      await expect(kept[0]!.holders.insertMany([holder(7)])).rejects.toThrow(/transaction/i);
    });

    it('never lets a write that was not waited for slip in after its end', async () => {
      const late: Promise<string>[] = [];
      const attempt = at.transact(async (tx) => {
        queueMicrotask(() => {
          for (let n = 10; n < 20; n += 1) {
            late.push(
              tx.holders.insertMany([holder(n)]).then(
                () => 'written',
                () => 'refused',
              ),
            );
          }
        });
        throw new Error('undo');
      });
      await expect(attempt).rejects.toThrow('undo');
      expect(await Promise.all(late)).toContain('refused');
      const documents = Array.from({ length: 10 }, (_, n) => ({
        type: holder(n + 10).documentType,
        number: holder(n + 10).documentNumber,
      }));
      expect(await at.transact((tx) => tx.holders.findByDocuments(documents))).toEqual([]);
    });

    it('refuses another one asked for from inside, instead of waiting for ever', async () => {
      await at.transact(async (tx) => {
        const nested = at.transact((inner) => inner.holders.get('holder-1'));
        await expect(nested).rejects.toMatchObject({ name: 'StorageFault', code: 'nested-transaction' });
        await expect(Promise.resolve().then(() => at.transact(async () => 1))).rejects.toMatchObject({
          code: 'nested-transaction',
        });
        expect(await tx.holders.get('holder-1')).toBeDefined();
      });
    });

    it('lets what it started, and did not wait for, have a transaction of its own afterwards', async () => {
      const background: Promise<unknown>[] = [];
      const { promise: over, resolve: end } = Promise.withResolvers<void>();
      await at.transact(async () => {
        background.push(over.then(() => at.transact((tx) => tx.holders.get('holder-1'))));
      });
      end();
      expect(await background[0]).toEqual(holder(1));
    });

    it('takes turns with 300 others: a limit judged inside is never passed', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 300 }, (_, n) =>
          at.transact(async (tx) => {
            const before = await tx.endorsements.ofCertificateSince('certificate-1', TODAY);
            await Promise.resolve();
            if (before.length >= 3) return 'refused';
            await tx.endorsements.insert(endorsement(n), `request-${n}`);
            return 'recorded';
          }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(3);
      expect(await at.transact((tx) => tx.endorsements.countOfHolder('holder-1'))).toBe(3);
    });

    it('runs in the order of asking, a failing one between others', async () => {
      const order: number[] = [];
      await Promise.allSettled(
        [1, 2, 3, 4].map((n) =>
          at.transact(async (tx) => {
            order.push(n);
            await tx.journal.add({ at: NOW, kind: `step-${n}`, accountId: null, holderId: 'holder-1', facts: {} });
            if (n === 2) throw new Error('undo');
          }),
        ),
      );
      const journal = await at.transact((tx) => tx.journal.ofHolder('holder-1', 10));
      expect([order, journal.map((entry) => entry.kind)]).toEqual([
        [1, 2, 3, 4],
        ['step-4', 'step-3', 'step-1'],
      ]);
    });
  });

  describe('a closed storage', () => {
    const at = opened(open);

    it('has finished the transactions asked for before, and refuses those after', async () => {
      const before = at.transact((tx) => tx.holders.get('holder-1'));
      const closing = at.storage.close();
      await expect(at.transact(async () => 1)).rejects.toMatchObject({ code: 'closed' });
      expect(await before).toEqual(holder(1));
      await closing;
    });

    it('can not be closed by its own transaction', async () => {
      const attempt = at.transact(() => at.storage.close());
      await expect(attempt).rejects.toMatchObject({ code: 'nested-transaction' });
    });
  });
}
