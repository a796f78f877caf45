import { describe, expect, it } from 'vitest';
import type { Ticket, TicketEntry } from '../../../engine/tickets/ticket.ts';
import { minutes, NOW } from '../samples.ts';
import { type OpenEmpty, opened } from './opened.ts';

function ticket(n: number, change: Partial<Omit<Ticket, 'number'>> = {}): Omit<Ticket, 'number'> {
  return {
    id: `ticket-${n}`,
    accountId: 'account-1',
    holderId: null,
    status: 'open',
    claimedBy: null,
    version: 1,
    topic: null,
    topicTries: 0,
    openedAt: minutes(n),
    waitingSince: minutes(n),
    closedAt: null,
    closedBecause: null,
    ...change,
  };
}

function said(ticketId: string, text: string, change: Partial<TicketEntry> = {}): Omit<TicketEntry, 'id'> {
  return {
    ticketId,
    from: 'holder',
    memberId: null,
    content: { kind: 'text', text },
    at: NOW,
    said: { chatId: 7, messageId: 8 },
    delivery: null,
    settledAt: null,
    ...change,
  };
}

export function ticketContract(open: OpenEmpty): void {
  describe('tickets', () => {
    const at = opened(open);

    it('are numbered from 1001 on and come back as they were put', async () => {
      const first = await at.transact((tx) => tx.tickets.insert(ticket(1, { holderId: 'holder-1' })));
      const second = await at.transact((tx) => tx.tickets.insert(ticket(2)));
      expect([first.number, second.number]).toEqual([1001, 1002]);
      expect(await at.transact((tx) => tx.tickets.get('ticket-1'))).toEqual(first);
      expect(await at.transact((tx) => tx.tickets.get('ticket-3'))).toBeUndefined();
    });

    it('change only in the version that was looked at', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.tickets.insert(ticket(1));
        return [
          await tx.tickets.change('ticket-1', 1, { claimedBy: 'li' }),
          await tx.tickets.change('ticket-1', 1, { claimedBy: 'wang' }),
          await tx.tickets.get('ticket-1'),
        ];
      });
      expect(steps).toMatchObject([true, false, { claimedBy: 'li', version: 2 }]);
    });

    it('are listed open by age, and of an account newest first', async () => {
      const listed = await at.transact(async (tx) => {
        for (const n of [1, 2, 3]) await tx.tickets.insert(ticket(n, n === 2 ? { accountId: 'account-2' } : {}));
        const closed = { status: 'closed', closedAt: NOW, closedBecause: 'by-staff' } as const;
        await tx.tickets.insert(ticket(4, { ...closed, openedAt: minutes(0) }));
        const openOnes = await tx.tickets.open({ offset: 1, limit: 5 });
        const own = await tx.tickets.ofAccount('account-1');
        return [await tx.tickets.countOpen(), openOnes.map(({ id }) => id), own.map(({ id }) => id)];
      });
      expect(listed).toEqual([3, ['ticket-2', 'ticket-3'], ['ticket-4', 'ticket-3', 'ticket-1']]);
    });

    it('are found by their topic, which is of one chat and of one ticket', async () => {
      const topic = { chatId: -100_500, threadId: 77 };
      const found = await at.transact(async (tx) => {
        await tx.tickets.insert(ticket(1));
        await tx.tickets.insert(ticket(2));
        await tx.tickets.setTopic('ticket-1', topic);
        return [
          (await tx.tickets.findByTopic(topic))?.id,
          await tx.tickets.findByTopic({ ...topic, chatId: -100_501 }),
          await tx.tickets.findByTopic({ ...topic, threadId: 78 }),
        ];
      });
      expect(found).toEqual(['ticket-1', undefined, undefined]);
      const twice = at.transact((tx) => tx.tickets.setTopic('ticket-2', topic));
      await expect(twice).rejects.toMatchObject({ code: 'constraint' });
    });

    it('know that a topic may have been left behind when one was begun twice', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.tickets.insert(ticket(1));
        await tx.tickets.setTopic('ticket-1', { chatId: -5, threadId: 2 });
        await tx.tickets.countTopicTry('ticket-1', 1);
        const once = await tx.tickets.lostTopicIn(-5);
        await tx.tickets.countTopicTry('ticket-1', 1);
        return [once, await tx.tickets.lostTopicIn(-5), await tx.tickets.lostTopicIn(-6)];
      });
      expect(steps).toEqual([false, true, false]);
    });

    it('number what is said in each, and give the last of it in order', async () => {
      const entries = await at.transact(async (tx) => {
        await tx.tickets.insert(ticket(1));
        await tx.tickets.insert(ticket(2));
        for (const text of ['a', 'b', 'c']) await tx.tickets.addEntry(said('ticket-1', text));
        await tx.tickets.addEntry(said('ticket-2', 'other'));
        return tx.tickets.entries('ticket-1', 2);
      });
      expect(entries).toEqual([
        { id: 'ticket-1.2', ...said('ticket-1', 'b') },
        { id: 'ticket-1.3', ...said('ticket-1', 'c') },
      ]);
    });

    it.each(['ticket-1', 'ticket-1.0', 'ticket-1.x', 'ticket-1.99', 'ticket-9.1', '', '.1'])(
      'have no entry %j',
      async (id) => {
        const found = await at.transact(async (tx) => {
          await tx.tickets.insert(ticket(1));
          await tx.tickets.addEntry(said('ticket-1', 'a'));
          return tx.tickets.getEntry(id);
        });
        expect(found).toBeUndefined();
      },
    );

    it('settle an answer once for each end', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.tickets.insert(ticket(1));
        await tx.tickets.addEntry(said('ticket-1', 'x', { from: 'staff', memberId: 'li', delivery: 'waiting' }));
        return [
          await tx.tickets.settleEntry('ticket-1.1', 'delivered', minutes(1)),
          await tx.tickets.settleEntry('ticket-1.1', 'delivered', minutes(2)),
          await tx.tickets.getEntry('ticket-1.1'),
        ];
      });
      expect(steps).toMatchObject([true, false, { delivery: 'delivered', settledAt: minutes(1) }]);
    });

    it('count what an account wrote since then, and not what staff did', async () => {
      const counts = await at.transact(async (tx) => {
        await tx.tickets.insert(ticket(1));
        await tx.tickets.addEntry(said('ticket-1', 'a', { at: minutes(1) }));
        await tx.tickets.addEntry(said('ticket-1', 'b', { at: minutes(3) }));
        await tx.tickets.addEntry(said('ticket-1', 'c', { at: minutes(3), from: 'staff' }));
        return [
          await tx.tickets.countWritten('account-1', minutes(0)),
          await tx.tickets.countWritten('account-1', minutes(2)),
          await tx.tickets.countWritten('account-2', minutes(0)),
        ];
      });
      expect(counts).toEqual([2, 1, 0]);
    });

    it('forget files and keep their captions', async () => {
      const file = { fileId: 'f', name: 'a.png', bytes: 3 };
      const content = await at.transact(async (tx) => {
        await tx.tickets.insert(ticket(1));
        await tx.tickets.addEntry(said('ticket-1', '', { content: { kind: 'file', text: '见图', file } }));
        await tx.tickets.dropFiles('ticket-1');
        return (await tx.tickets.getEntry('ticket-1.1'))?.content;
      });
      expect(content).toEqual({ kind: 'file', text: '见图', file: null });
    });

    it('forget everything said by and to an erased account, and nothing of others', async () => {
      const left = await at.transact(async (tx) => {
        await tx.tickets.insert(ticket(1, { holderId: 'holder-1' }));
        await tx.tickets.insert(ticket(2, { accountId: 'account-2', holderId: 'holder-2' }));
        await tx.tickets.addEntry(said('ticket-1', 'mine'));
        await tx.tickets.addEntry(said('ticket-1', 'answer', { from: 'staff' }));
        await tx.tickets.addEntry(said('ticket-2', 'theirs'));
        await tx.tickets.erase('account-1');
        return [
          await tx.tickets.entries('ticket-1', 9),
          (await tx.tickets.get('ticket-1'))?.holderId,
          (await tx.tickets.entries('ticket-2', 9)).length,
          (await tx.tickets.get('ticket-2'))?.holderId,
        ];
      });
      expect(left).toEqual([[], null, 1, 'holder-2']);
    });
  });

  describe('canned answers', () => {
    const at = opened(open);
    const answer = (id: string, title: string) => ({
      id,
      title,
      text: { 'zh-CN': '您好', en: 'Hello' },
      changedAt: NOW,
    });

    it('are listed by title, changed in place and deleted once', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.cannedAnswers.put(answer('1', '证书'));
        await tx.cannedAnswers.put(answer('2', '绑定'));
        await tx.cannedAnswers.put(answer('1', '标题'));
        const titles = (await tx.cannedAnswers.list()).map(({ title }) => title);
        return [
          titles,
          await tx.cannedAnswers.get('1'),
          await tx.cannedAnswers.delete('1'),
          await tx.cannedAnswers.delete('1'),
        ];
      });
      expect(steps).toEqual([['绑定', '标题'], answer('1', '标题'), true, false]);
    });
  });
}
