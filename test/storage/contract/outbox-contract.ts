import { describe, expect, it } from 'vitest';
import { type OutboxItem, type OutboxMessage, PRIORITY } from '../../../engine/outbox/outbox-item.ts';
import { minutes, NOW, outboxItem, staffItem } from '../samples.ts';
import { type OpenEmpty, opened } from './opened.ts';

const REMINDER: OutboxMessage = { kind: 'reminder', endorsementId: 'endorsement-1', daysBefore: 7 };

export function outboxContract(open: OpenEmpty): void {
  describe('the outbox', () => {
    const at = opened(open);

    const add = (...items: OutboxItem[]) =>
      at.transact(async (tx) => {
        for (const item of items) expect(await tx.outbox.add(item)).toBe(true);
      });
    const due = (now = NOW, limit = 10) =>
      at.transact(async (tx) => (await tx.outbox.due('holder', now, limit)).map((item) => item.id));
    const claim = (id: string) => at.transact((tx) => tx.outbox.claim(id));
    const settle = (id: string, status: Exclude<OutboxItem['status'], 'sending'>, notBefore?: typeof NOW) =>
      at.transact((tx) => tx.outbox.settle(id, status, { at: NOW, ...(notBefore && { notBefore }) }));

    it('gives items as they were added', async () => {
      const reminder = outboxItem(2, { accountId: 'account-2', priority: PRIORITY.reminder, message: REMINDER });
      await add(outboxItem(1), reminder);
      expect(await at.transact((tx) => tx.outbox.due('holder', NOW, 10))).toEqual([outboxItem(1), reminder]);
    });

    it('never takes a key twice, whatever became of the first', async () => {
      await add(outboxItem(1));
      const again = () => at.transact((tx) => tx.outbox.add(outboxItem(9, { key: 'key-1' })));
      expect(await again()).toBe(false);
      await claim('item-1');
      await settle('item-1', 'sent');
      expect(await again()).toBe(false);
      await add(outboxItem(2, { key: 'reminder:e1:7' }));
      await at.transact((tx) => tx.outbox.cancel('reminder:e1:'));
      expect(await at.transact((tx) => tx.outbox.add(outboxItem(8, { key: 'reminder:e1:7' })))).toBe(false);
    });

    it('keeps the bots apart', async () => {
      await add(outboxItem(1), staffItem(2));
      expect(await due()).toEqual(['item-1']);
      expect((await at.transact((tx) => tx.outbox.due('staff', NOW, 10))).map((item) => item.id)).toEqual(['item-2']);
    });

    it('holds an item back until its time', async () => {
      await add(outboxItem(1, { notBefore: minutes(5) }));
      expect([await due(minutes(4)), await due(minutes(5))]).toEqual([[], ['item-1']]);
    });

    it('gives one item of each chat, by priority and then age, as many as asked for', async () => {
      await add(
        outboxItem(1, { accountId: 'a', priority: PRIORITY.broadcast, createdAt: minutes(-9) }),
        outboxItem(2, { accountId: 'b', priority: PRIORITY.copy, createdAt: minutes(-1) }),
        outboxItem(3, { accountId: 'b', priority: PRIORITY.copy, createdAt: minutes(-1) }),
        outboxItem(4, { accountId: 'c', priority: PRIORITY.interactive }),
        outboxItem(5, { accountId: 'd', priority: PRIORITY.copy, createdAt: minutes(-2) }),
      );
      expect(await due()).toEqual(['item-4', 'item-5', 'item-2', 'item-1']);
      expect(await due(NOW, 2)).toEqual(['item-4', 'item-5']);
    });

    it('fills the limit with other chats when one chat has something due at every priority', async () => {
      await add(
        outboxItem(1, { accountId: 'a', priority: PRIORITY.broadcast, createdAt: minutes(-4) }),
        outboxItem(2, { accountId: 'a', priority: PRIORITY.reminder, createdAt: minutes(-3) }),
        outboxItem(3, { accountId: 'a', priority: PRIORITY.copy, createdAt: minutes(-2) }),
        outboxItem(4, { accountId: 'a', priority: PRIORITY.interactive, createdAt: minutes(-1) }),
        outboxItem(5, { accountId: 'b', priority: PRIORITY.broadcast }),
      );
      expect(await due(NOW, 2)).toEqual(['item-4', 'item-5']);
    });

    it('keeps the order of adding for items of the same instant', async () => {
      await add(...[3, 1, 2].map((n) => outboxItem(n)));
      const order: string[] = [];
      for (let round = 0; round < 3; round += 1) {
        const [next] = await due();
        order.push(next!);
        await claim(next!);
        await settle(next!, 'sent');
      }
      expect(order).toEqual(['item-3', 'item-1', 'item-2']);
    });

    it.each([
      ['the same priority', PRIORITY.copy, []],
      ['a higher priority', PRIORITY.interactive, []],
      ['a lower priority', PRIORITY.reminder, ['item-2']],
    ])('lets an item wait for an older one of %s that is being sent', async (_which, priority, expected) => {
      await add(outboxItem(1, { priority, createdAt: minutes(-1) }), outboxItem(2));
      await claim('item-1');
      expect(await due()).toEqual(expected);
      await settle('item-1', 'sent');
      expect(await due()).toEqual(['item-2']);
    });

    it('lets an item wait for an older one that is to be tried again later', async () => {
      await add(outboxItem(1, { createdAt: minutes(-1) }), outboxItem(2));
      await claim('item-1');
      await settle('item-1', 'queued', minutes(5));
      expect([await due(), await due(minutes(5))]).toEqual([[], ['item-1']]);
    });

    it('lets nothing wait for a younger one, another chat, or one that is over', async () => {
      await add(
        outboxItem(1, { createdAt: minutes(1), notBefore: minutes(9) }),
        outboxItem(2, { accountId: 'account-2', createdAt: minutes(-1), notBefore: minutes(9) }),
        outboxItem(3, { createdAt: minutes(-1) }),
        outboxItem(4),
      );
      await claim('item-3');
      await settle('item-3', 'dead');
      expect(await due()).toEqual(['item-4']);
    });

    it('is claimed by one of many, counting an attempt', async () => {
      await add(outboxItem(1));
      const claims = await Promise.all(Array.from({ length: 10 }, () => claim('item-1')));
      expect(claims.filter(Boolean)).toHaveLength(1);
      await settle('item-1', 'queued', minutes(1));
      const [item] = await at.transact((tx) => tx.outbox.due('holder', minutes(1), 1));
      expect(item).toEqual(outboxItem(1, { attempts: 1, notBefore: minutes(1) }));
    });

    it('is put off without an attempt, unless somebody has it or it is over', async () => {
      const postpone = () => at.transact((tx) => tx.outbox.postpone('item-1', minutes(5)));
      await add(outboxItem(1));
      const put = await postpone();
      expect([await due(), await at.transact((tx) => tx.outbox.due('holder', minutes(5), 1))]).toEqual([
        [],
        [outboxItem(1, { notBefore: minutes(5) })],
      ]);
      await claim('item-1');
      const claimed = await postpone();
      await settle('item-1', 'sent');
      expect([put, claimed, await postpone()]).toEqual([true, false, false]);
    });

    it('settles only what is being sent', async () => {
      await add(outboxItem(1));
      const early = await settle('item-1', 'sent');
      await claim('item-1');
      expect([early, await settle('item-1', 'sent'), await settle('item-1', 'dead'), await claim('item-1')]).toEqual([
        false,
        true,
        false,
        false,
      ]);
      expect([await due(), await at.transact((tx) => tx.outbox.count('holder', 'sent'))]).toEqual([[], 1]);
    });

    const UNCERTAIN_FOREVER: OutboxMessage[] = [
      REMINDER,
      { kind: 'overdue', endorsementId: 'e' },
      { kind: 'failed', endorsementId: 'e' },
      { kind: 'revoked', endorsementId: 'e' },
      { kind: 'link-moved' },
    ];
    it.each(UNCERTAIN_FOREVER)('is over with an uncertain $kind, and lets the next one go', async (message) => {
      await add(outboxItem(1, { message, createdAt: minutes(-1) }), outboxItem(2));
      await claim('item-1');
      await settle('item-1', 'uncertain');
      expect([await due(), await claim('item-1')]).toEqual([['item-2'], false]);
    });

    const COPIES: OutboxMessage[] = [
      { kind: 'copy', endorsementId: 'e', firstTime: true },
      { kind: 'plain-copy', certificateId: 'c' },
    ];
    it.each(COPIES)('sends an uncertain $kind again, before what comes after it', async (message) => {
      await add(outboxItem(1, { message, createdAt: minutes(-1) }), outboxItem(2));
      await claim('item-1');
      await settle('item-1', 'uncertain', minutes(2));
      expect([await due(), await due(minutes(2))]).toEqual([[], ['item-1']]);
      const [item] = await at.transact((tx) => tx.outbox.due('holder', minutes(2), 1));
      expect(item).toMatchObject({ status: 'uncertain', attempts: 1 });
      expect(await claim('item-1')).toBe(true);
      await settle('item-1', 'sent');
      expect(await due()).toEqual(['item-2']);
    });

    it('lets nothing wait for a plain copy that can’t be made yet', async () => {
      const message = { kind: 'plain-copy', certificateId: 'c' } as const;
      await add(outboxItem(1, { message, createdAt: minutes(-1) }), outboxItem(2));
      expect(await due()).toEqual(['item-1']);
      await claim('item-1');
      await settle('item-1', 'queued', minutes(2));
      expect([await due(), await due(minutes(2))]).toEqual([['item-2'], ['item-1']]);
    });

    it('sends uncertain news to staff again', async () => {
      await add(staffItem(1));
      await claim('item-1');
      await settle('item-1', 'uncertain', minutes(2));
      const again = await at.transact((tx) => tx.outbox.due('staff', minutes(2), 10));
      expect(again).toMatchObject([{ id: 'item-1', status: 'uncertain' }]);
    });

    it('makes uncertain what a dead sender left, of its own bot only', async () => {
      await add(
        outboxItem(1, { accountId: 'a' }),
        outboxItem(2, { accountId: 'b', message: REMINDER }),
        outboxItem(3, { accountId: 'c' }),
        staffItem(4),
      );
      for (const n of [1, 2, 4]) await claim(`item-${n}`);
      const steps = await at.transact(async (tx) => [
        (await tx.outbox.recover('holder')).map(({ id, status }) => `${id} ${status}`),
        await tx.outbox.recover('holder'),
        await tx.outbox.count('holder', 'uncertain'),
        await tx.outbox.count('staff', 'sending'),
      ]);
      expect(steps).toEqual([['item-1 uncertain', 'item-2 uncertain'], [], 2, 1]);
      expect(await due()).toEqual(['item-1', 'item-3']);
    });

    it('hurries what an account waits for, of one kind and under a prefix of keys, and nothing else', async () => {
      const later = { notBefore: minutes(30) };
      await add(
        outboxItem(1, { accountId: 'a', key: 'reminder:e1:7', message: REMINDER, ...later }),
        outboxItem(2, { accountId: 'b', key: 'reminder:e1:1', message: REMINDER, ...later }),
        outboxItem(3, { accountId: 'a', key: 'reminder:e10:7', message: REMINDER, ...later }),
        outboxItem(4, { accountId: 'a', key: 'reminder:e1:9', ...later }),
      );
      const hurry = (accountId = 'a', kind: OutboxMessage['kind'] = 'reminder') =>
        at.transact((tx) => tx.outbox.hurry({ kind, accountId, keyPrefix: 'reminder:e1:' }, minutes(5)));
      expect([await hurry(), await due(minutes(4)), await due(minutes(5))]).toEqual([true, [], ['item-1']]);
      expect([await hurry('c'), await hurry('a', 'broadcast')]).toEqual([false, false]);
      await claim('item-1');
      expect(await hurry()).toBe(true);
      await settle('item-1', 'sent');
      expect([await hurry(), await due(minutes(29))]).toEqual([false, []]);
    });

    it('drops what is queued under a prefix of keys, and nothing else', async () => {
      await add(
        outboxItem(1, { accountId: 'a', key: 'reminder:e1:7' }),
        outboxItem(2, { accountId: 'b', key: 'reminder:e1:1' }),
        outboxItem(3, { accountId: 'c', key: 'reminder:e10:7' }),
        outboxItem(4, { accountId: 'd', key: 'Reminder:e1:7' }),
        outboxItem(5, { accountId: 'e', key: 'reminder:e1:being sent' }),
        outboxItem(6, { accountId: 'f', key: 'reminder%' }),
      );
      await claim('item-5');
      const dropped = await at.transact((tx) => tx.outbox.cancel('reminder:e1:'));
      expect([dropped, await due(), await claim('item-1')]).toEqual([2, ['item-3', 'item-4', 'item-6'], false]);
      expect(await at.transact((tx) => tx.outbox.count('holder', 'dead'))).toBe(0);
    });

    it('drops a whole key as its own prefix', async () => {
      await add(outboxItem(1, { key: 'overdue:e1' }), outboxItem(2, { accountId: 'b', key: 'overdue:e' }));
      expect(await at.transact((tx) => tx.outbox.cancel('overdue:e1'))).toBe(1);
      expect(await due()).toEqual(['item-2']);
    });

    it('sends elsewhere what waits for an account, and leaves what was sent', async () => {
      const group = { accountId: 'group:-1' };
      await add(staffItem(1, group), staffItem(2, group), staffItem(3, { accountId: 'member' }));
      await claim('item-1');
      await settle('item-1', 'sent');
      const waiting = await at.transact(async (tx) => {
        await tx.outbox.readdress('staff', 'group:-1', 'group:-2');
        return tx.outbox.due('staff', NOW, 10);
      });
      expect(waiting.map(({ id, accountId }) => [id, accountId])).toEqual([
        ['item-2', 'group:-2'],
        ['item-3', 'member'],
      ]);
    });

    it('counts by bot and status', async () => {
      await add(outboxItem(1), outboxItem(2), staffItem(3));
      await claim('item-1');
      const counts = await at.transact(async (tx) => [
        await tx.outbox.count('holder', 'queued'),
        await tx.outbox.count('holder', 'sending'),
        await tx.outbox.count('staff', 'queued'),
        await tx.outbox.count('staff', 'dead'),
      ]);
      expect(counts).toEqual([1, 1, 1, 0]);
    });
  });
}
