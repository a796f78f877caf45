import { describe, expect, it } from 'vitest';
import { endorsement, minutes, NOW, seed } from '../samples.ts';
import { type OpenEmpty, opened } from './opened.ts';

const JOB = { id: 'generate:endorsement-1', kind: 'generate-copy', endorsementId: 'endorsement-1' } as const;

export function generationContract(open: OpenEmpty): void {
  describe('plain copies', () => {
    const at = opened(open, seed);

    it('are known again by their digest, added once or twice', async () => {
      const copy = { sha256: 'ab'.repeat(32), certificateId: 'certificate-1', holderId: 'holder-1', madeAt: NOW };
      const found = await at.transact(async (tx) => {
        await tx.plainCopies.add(copy);
        await tx.plainCopies.add({ ...copy, madeAt: minutes(1) });
        return [await tx.plainCopies.find(copy.sha256), await tx.plainCopies.find('cd'.repeat(32))];
      });
      expect(found).toEqual([copy, undefined]);
    });
  });

  describe('copies', () => {
    const at = opened(open, async (tx) => {
      await seed(tx);
      await tx.endorsements.insert(endorsement(1), 'request-1');
      await tx.endorsements.insert(endorsement(2), 'request-2');
    });

    it('come back byte for byte', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256);
      const found = await at.transact(async (tx) => {
        await tx.copies.put('endorsement-1', bytes);
        return [await tx.copies.get('endorsement-1'), await tx.copies.get('endorsement-2')];
      });
      expect(Buffer.compare(found[0]!, bytes)).toBe(0);
      expect(found[1]).toBeUndefined();
    });

    it('remember a file id per bot, the latest one', async () => {
      const found = await at.transact(async (tx) => {
        await tx.copies.put('endorsement-1', Uint8Array.of(1));
        await tx.copies.setFileId('endorsement-1', 'holder', 'first');
        await tx.copies.setFileId('endorsement-1', 'holder', 'second');
        return [
          await tx.copies.fileId('endorsement-1', 'holder'),
          await tx.copies.fileId('endorsement-1', 'staff'),
          await tx.copies.fileId('endorsement-2', 'holder'),
        ];
      });
      expect(found).toEqual(['second', undefined, undefined]);
    });

    it('forget what was uploaded when they are made anew', async () => {
      const found = await at.transact(async (tx) => {
        await tx.copies.put('endorsement-1', Uint8Array.of(1));
        await tx.copies.setFileId('endorsement-1', 'holder', 'first');
        await tx.copies.put('endorsement-1', Uint8Array.of(2));
        return [await tx.copies.get('endorsement-1'), await tx.copies.fileId('endorsement-1', 'holder')];
      });
      expect([Array.from(found[0] as Uint8Array), found[1]]).toEqual([[2], undefined]);
    });

    it('leave nothing behind when deleted', async () => {
      const found = await at.transact(async (tx) => {
        await tx.copies.put('endorsement-1', Uint8Array.of(1));
        await tx.copies.setFileId('endorsement-1', 'holder', 'first');
        await tx.copies.delete('endorsement-1');
        await tx.copies.delete('endorsement-2');
        return [await tx.copies.get('endorsement-1'), await tx.copies.fileId('endorsement-1', 'holder')];
      });
      expect(found).toEqual([undefined, undefined]);
    });
  });

  describe('jobs', () => {
    const at = opened(open);

    it('are claimed once, oldest first, when their time has come', async () => {
      const claims = await at.transact(async (tx) => {
        await tx.jobs.enqueue({ ...JOB, id: 'b' }, minutes(1));
        await tx.jobs.enqueue({ ...JOB, id: 'a' }, minutes(2));
        await tx.jobs.enqueue({ ...JOB, id: 'c' }, minutes(3));
        const claim = async () => (await tx.jobs.claim(minutes(2), minutes(10)))?.id;
        return [await claim(), await claim(), await claim()];
      });
      expect(claims).toEqual(['b', 'a', undefined]);
    });

    it('are one job for one id, also after they finished', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.jobs.enqueue(JOB, NOW);
        await tx.jobs.enqueue(JOB, NOW);
        const job = await tx.jobs.claim(NOW, minutes(1));
        const second = await tx.jobs.claim(NOW, minutes(1));
        const finished = await tx.jobs.finish(job!);
        await tx.jobs.enqueue(JOB, NOW);
        return [job, second, finished, await tx.jobs.claim(minutes(5), minutes(9)), await tx.jobs.backlog()];
      });
      expect(steps).toEqual([{ ...JOB, attempts: 1 }, undefined, true, undefined, { count: 0, oldest: null }]);
    });

    it('come free at once when the only worker says that it starts anew', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.jobs.enqueue(JOB, NOW);
        const lost = (await tx.jobs.claim(NOW, minutes(9)))!;
        const recovered = await tx.jobs.recover();
        const again = await tx.jobs.claim(NOW, minutes(9));
        return [recovered, again?.attempts, await tx.jobs.finish(lost), await tx.jobs.recover()];
      });
      expect(steps).toEqual([1, 2, false, 1]);
    });

    it('come free at the instant their lease ends, and then belong to the new owner alone', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.jobs.enqueue(JOB, NOW);
        const first = (await tx.jobs.claim(NOW, minutes(1)))!;
        const early = await tx.jobs.claim(minutes(0.5), minutes(9));
        const second = (await tx.jobs.claim(minutes(1), minutes(9)))!;
        return [
          early,
          second.attempts,
          await tx.jobs.finish(first),
          await tx.jobs.retry(first, minutes(2)),
          await tx.jobs.finish(second),
          await tx.jobs.finish(second),
        ];
      });
      expect(steps).toEqual([undefined, 2, false, false, true, false]);
    });

    it('may be finished late by an owner whom nobody followed', async () => {
      const finished = await at.transact(async (tx) => {
        await tx.jobs.enqueue(JOB, NOW);
        const job = await tx.jobs.claim(NOW, minutes(1));
        return tx.jobs.finish(job!);
      });
      expect(finished).toBe(true);
    });

    it('that are put back wait for their time, and count the attempts on', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.jobs.enqueue(JOB, NOW);
        const job = (await tx.jobs.claim(NOW, minutes(10)))!;
        const back = await tx.jobs.retry(job, minutes(5));
        return [
          back,
          await tx.jobs.retry(job, minutes(6)),
          await tx.jobs.finish(job),
          await tx.jobs.claim(minutes(4), minutes(20)),
          (await tx.jobs.claim(minutes(5), minutes(20)))?.attempts,
        ];
      });
      expect(steps).toEqual([true, false, false, undefined, 2]);
    });

    it('count as backlog, since they were first to run, until they finished', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.jobs.enqueue({ ...JOB, id: 'b' }, minutes(1));
        await tx.jobs.enqueue({ ...JOB, id: 'a' }, NOW);
        const job = (await tx.jobs.claim(NOW, minutes(9)))!;
        await tx.jobs.retry(job, minutes(7));
        const both = await tx.jobs.backlog();
        await tx.jobs.finish((await tx.jobs.claim(minutes(7), minutes(9)))!);
        return [both, await tx.jobs.backlog()];
      });
      expect(steps).toEqual([
        { count: 2, oldest: NOW },
        { count: 1, oldest: NOW },
      ]);
    });
  });
}
