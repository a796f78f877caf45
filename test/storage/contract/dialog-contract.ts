import { describe, expect, it } from 'vitest';
import { minutes, NOW } from '../samples.ts';
import { type OpenEmpty, opened } from './opened.ts';

const ASK_NAME = {
  flow: 'linking',
  step: 'name',
  data: { documentNumber: 'E00000001', tries: 2 },
  expiresAt: minutes(60),
};

export function dialogContract(open: OpenEmpty): void {
  describe('dialogs', () => {
    const at = opened(open);

    it('begin at version 1 and go up by one with every change', async () => {
      const steps = await at.transact(async (tx) => [
        await tx.dialogs.get('account-1'),
        await tx.dialogs.version('account-1'),
        await tx.dialogs.put('account-1', 0, ASK_NAME),
        await tx.dialogs.get('account-1'),
        await tx.dialogs.put('account-1', 1, { ...ASK_NAME, step: 'proof' }),
        await tx.dialogs.get('account-1'),
        await tx.dialogs.version('account-1'),
      ]);
      const versions = [{ ...ASK_NAME, version: 1 }, true, { ...ASK_NAME, step: 'proof', version: 2 }, 2];
      expect(steps).toEqual([undefined, 0, true, ...versions]);
    });

    it('are forgotten once they expired long enough ago, and no old button fits what comes then', async () => {
      const late = { ...ASK_NAME, expiresAt: minutes(90) };
      const steps = await at.transact(async (tx) => [
        await tx.dialogs.put('account-1', 0, ASK_NAME),
        await tx.dialogs.put('account-2', 0, late),
        await tx.dialogs.forget(minutes(60)),
        await tx.dialogs.forget(minutes(61)),
        await tx.dialogs.get('account-1'),
        await tx.dialogs.version('account-1'),
        await tx.dialogs.get('account-2'),
      ]);
      expect(steps).toEqual([true, true, 0, 1, undefined, 2, { ...late, version: 1 }]);
    });

    it('refuse a change made for a version that has passed, or has not come', async () => {
      const steps = await at.transact(async (tx) => [
        await tx.dialogs.put('account-1', 0, ASK_NAME),
        await tx.dialogs.put('account-1', 0, { ...ASK_NAME, step: 'proof' }),
        await tx.dialogs.put('account-1', 2, { ...ASK_NAME, step: 'proof' }),
        await tx.dialogs.clear('account-1', 0),
        await tx.dialogs.put('account-2', 1, ASK_NAME),
        await tx.dialogs.get('account-1'),
      ]);
      expect(steps).toEqual([true, false, false, false, false, { ...ASK_NAME, version: 1 }]);
    });

    it('never use a version again after they were cleared', async () => {
      const seen = new Set<number>();
      await at.transact(async (tx) => {
        for (let round = 0; round < 5; round += 1) {
          expect(await tx.dialogs.put('account-1', await tx.dialogs.version('account-1'), ASK_NAME)).toBe(true);
          const { version } = (await tx.dialogs.get('account-1'))!;
          expect(seen.has(version)).toBe(false);
          seen.add(version);
          expect(await tx.dialogs.clear('account-1', version)).toBe(true);
          expect(await tx.dialogs.get('account-1')).toBeUndefined();
          // A button of the dialog that has just ended fits nothing any more.
          expect(await tx.dialogs.version('account-1')).toBeGreaterThan(version);
          expect(await tx.dialogs.put('account-1', version, ASK_NAME)).toBe(false);
          expect(await tx.dialogs.clear('account-1', version)).toBe(false);
        }
      });
      expect(seen.size).toBe(5);
    });

    it('are returned after they expired, so that their holder can be told', async () => {
      const dialog = await at.transact(async (tx) => {
        await tx.dialogs.put('account-1', 0, { ...ASK_NAME, expiresAt: minutes(-60) });
        return tx.dialogs.get('account-1');
      });
      expect(dialog?.expiresAt).toBe(minutes(-60));
    });
  });

  describe('updates', () => {
    const at = opened(open);

    it('keep the answer until it went out, per bot', async () => {
      const reply = { sends: [{ text: '请输入证件号码' }], edits: null };
      const steps = await at.transact(async (tx) => {
        await tx.updates.note('holder', 7, reply, NOW);
        return [
          await tx.updates.find('holder', 7),
          await tx.updates.find('staff', 7),
          await tx.updates.find('holder', 8),
          await tx.updates.markAnswered('holder', 7),
          await tx.updates.find('holder', 7),
        ];
      });
      const [noted, otherBot, other, , answered] = steps;
      expect(noted).toEqual({ answered: false, reply });
      expect([otherBot, other]).toEqual([undefined, undefined]);
      expect(answered).toMatchObject({ answered: true });
    });

    it.each([undefined, null, [], 'text', 0])('keep %j as an answer that has yet to go out', async (reply) => {
      const found = await at.transact(async (tx) => {
        await tx.updates.note('holder', 7, reply, NOW);
        return tx.updates.find('holder', 7);
      });
      expect(found).toEqual({ answered: false, reply: reply ?? null });
    });

    it('are noted once, and a second note undoes its transaction', async () => {
      await at.transact((tx) => tx.updates.note('holder', 7, 'first', NOW));
      const again = at.transact(async (tx) => {
        await tx.dialogs.put('account-1', 0, ASK_NAME);
        await tx.updates.note('holder', 7, 'second', NOW);
      });
      await expect(again).rejects.toMatchObject({ code: 'constraint' });
      const left = await at.transact(async (tx) => [
        await tx.updates.find('holder', 7),
        await tx.dialogs.version('account-1'),
      ]);
      expect(left).toEqual([{ answered: false, reply: 'first' }, 0]);
    });

    it('whose answers did not go out are found, oldest first, until they did', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.updates.note('staff', 9, 'later', minutes(1));
        await tx.updates.note('staff', 12, 'first', NOW);
        await tx.updates.note('staff', 10, 'second', minutes(1));
        await tx.updates.note('holder', 1, 'other bot', NOW);
        await tx.updates.markAnswered('staff', 10);
        const found = await tx.updates.unanswered('staff');
        await tx.updates.keepRest('staff', 9, { left: 'a part' });
        await tx.updates.markAnswered('staff', 12);
        return [found, await tx.updates.unanswered('staff')];
      });
      expect(steps).toEqual([
        [
          { updateId: 12, reply: 'first' },
          { updateId: 9, reply: 'later' },
        ],
        [{ updateId: 9, reply: { left: 'a part' } }],
      ]);
    });

    it('are pruned by age', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.updates.note('holder', 1, 'old', NOW);
        await tx.updates.note('holder', 2, 'new', minutes(1));
        return [
          await tx.updates.prune(minutes(1)),
          await tx.updates.find('holder', 1),
          (await tx.updates.find('holder', 2))?.reply,
        ];
      });
      expect(steps).toEqual([1, undefined, 'new']);
    });
  });
}
