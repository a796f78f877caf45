import { describe, expect, it } from 'vitest';
import type { Transaction } from '../../../engine/ports/storage.ts';
import type { StaffTask } from '../../../engine/ports/stores/staff-stores.ts';
import { minutes, NOW, seed } from '../samples.ts';
import { member, proposal } from '../staff-samples.ts';
import { type OpenEmpty, opened } from './opened.ts';

async function staffed(tx: Transaction): Promise<void> {
  await seed(tx);
  await tx.staff.members.insert(member(1));
  await tx.staff.members.insert(member(2));
}

export function staffContract(open: OpenEmpty): void {
  membersContract(open);
  invitationsContract(open);
  proposalsContract(open);
  tasksContract(open);
  smallContract(open);
}

function membersContract(open: OpenEmpty): void {
  describe('members', () => {
    const at = opened(open, staffed);

    it('are found by id and by user', async () => {
      const found = await at.transact(async (tx) => [
        await tx.staff.members.get('member-1'),
        await tx.staff.members.get('member-3'),
        await tx.staff.members.findByUser(member(2).userId),
        await tx.staff.members.findByUser(1),
      ]);
      expect(found).toEqual([member(1), undefined, member(2), undefined]);
    });

    it('are one to a user, until removed', async () => {
      const twin = member(3, { userId: member(1).userId });
      await expect(at.transact((tx) => tx.staff.members.insert(twin))).rejects.toMatchObject({ code: 'constraint' });
      const found = await at.transact(async (tx) => {
        await tx.staff.members.changeStatus('member-1', 'active', 'removed');
        const gone = await tx.staff.members.findByUser(twin.userId);
        await tx.staff.members.insert(twin);
        return [gone, await tx.staff.members.findByUser(twin.userId)];
      });
      expect(found).toEqual([undefined, twin]);
    });

    it('are listed by state, in the order in which they joined', async () => {
      const listed = await at.transact(async (tx) => {
        await tx.staff.members.insert(member(3, { joinedAt: minutes(-9) }));
        await tx.staff.members.insert(member(4, { status: 'suspended' }));
        return [await tx.staff.members.list(['active']), await tx.staff.members.list(['suspended', 'removed'])];
      });
      expect(listed.map((some) => some.map(({ id }) => id))).toEqual([
        ['member-3', 'member-1', 'member-2'],
        ['member-4'],
      ]);
    });

    it('change only from what they were', async () => {
      const changed = await at.transact(async ({ staff: { members } }) => [
        await members.changeRole('member-1', 'agent', 'admin'),
        await members.changeRole('member-1', 'agent', 'supervisor'),
        await members.changeStatus('member-1', 'suspended', 'active'),
        await members.changeStatus('member-1', 'active', 'suspended'),
        await members.changeStatus('nobody', 'active', 'suspended'),
        await members.setLanguage('member-1', 'en'),
        await members.setName('member-1', 'Wáng'),
        await members.get('member-1'),
        await members.get('member-2'),
      ]);
      const after = member(1, { role: 'admin', status: 'suspended', language: 'en', name: 'Wáng' });
      expect(changed).toEqual([true, false, false, true, false, undefined, undefined, after, member(2)]);
    });
  });
}

function invitationsContract(open: OpenEmpty): void {
  describe('invitations', () => {
    const at = opened(open, staffed);
    const invitation = { role: 'supervisor', invitedBy: 'member-1', expiresAt: minutes(60) } as const;

    it('are used once, by whoever comes first', async () => {
      const used = await at.transact(async ({ staff: { invitations } }) => {
        await invitations.put('CODE', invitation);
        await invitations.put('OTHER', { ...invitation, role: 'agent', invitedBy: null });
        return [
          await invitations.use('WRONG', 7, NOW),
          await invitations.get('CODE', NOW),
          await invitations.use('CODE', 7, NOW),
          await invitations.get('CODE', NOW),
          await invitations.use('CODE', 7, NOW),
          await invitations.use('OTHER', 8, NOW),
        ];
      });
      const other = { ...invitation, role: 'agent', invitedBy: null };
      expect(used).toEqual([undefined, invitation, invitation, undefined, undefined, other]);
    });

    it('are over at the instant they expire', async () => {
      const used = await at.transact(async ({ staff: { invitations } }) => {
        await invitations.put('LATE', invitation);
        await invitations.put('JUST', invitation);
        return [await invitations.use('LATE', 7, minutes(60)), await invitations.use('JUST', 7, minutes(59))];
      });
      expect(used).toEqual([undefined, invitation]);
    });
  });
}

function proposalsContract(open: OpenEmpty): void {
  describe('proposals', () => {
    const at = opened(open, staffed);

    it('are open until they are decided or expire, oldest first', async () => {
      const [first, then] = await at.transact(async ({ staff: { proposals } }) => {
        await proposals.insert(proposal(1));
        await proposals.insert(proposal(2, { askedAt: minutes(-1) }));
        await proposals.insert(proposal(3, { expiresAt: NOW }));
        const first = await proposals.open(NOW);
        await proposals.decide('proposal-2', { kind: 'declined', by: 'member-2', at: NOW });
        return [first, await proposals.open(NOW)];
      });
      expect(first).toEqual([proposal(2, { askedAt: minutes(-1) }), proposal(1)]);
      expect(then).toEqual([proposal(1)]);
    });

    it('are decided once, and never after they expired', async () => {
      const confirmed = { kind: 'confirmed', by: 'member-2', at: minutes(1) } as const;
      const steps = await at.transact(async ({ staff: { proposals } }) => {
        await proposals.insert(proposal(1));
        await proposals.insert(proposal(2, { expiresAt: minutes(1) }));
        return [
          await proposals.decide('proposal-1', confirmed),
          await proposals.decide('proposal-1', { kind: 'declined', by: 'member-1', at: minutes(2) }),
          await proposals.decide('proposal-2', confirmed),
          await proposals.decide('proposal-3', confirmed),
          await proposals.get('proposal-1'),
          await proposals.get('proposal-2'),
          await proposals.get('proposal-3'),
        ];
      });
      const [decided, expired] = [proposal(1, { decision: confirmed }), proposal(2, { expiresAt: minutes(1) })];
      expect(steps).toEqual([true, false, false, false, decided, expired, undefined]);
    });
  });
}

function tasksContract(open: OpenEmpty): void {
  describe('tasks', () => {
    const at = opened(open, staffed);
    const task = (n: number, createdAt = NOW): Omit<StaffTask, 'attempts'> => {
      const [id, threadId] = [`task-${n}`, n === 1 ? 12 : null];
      return { id, kind: 'draw', memberId: 'member-1', chatId: 7, threadId, payload: { days: n }, createdAt };
    };

    it('are claimed oldest first, each by one worker while its lease lasts', async () => {
      const claimed = await at.transact(async ({ staff: { tasks } }) => {
        await tasks.add(task(1));
        await tasks.add(task(2, minutes(-1)));
        return [
          await tasks.claim(NOW, minutes(5)),
          await tasks.claim(NOW, minutes(5)),
          await tasks.claim(minutes(4), minutes(9)),
          await tasks.claim(minutes(5), minutes(9)),
        ];
      });
      const [older, newer] = [task(2, minutes(-1)), task(1)];
      const again = { ...older, attempts: 2 };
      expect(claimed).toEqual([{ ...older, attempts: 1 }, { ...newer, attempts: 1 }, undefined, again]);
    });

    it('are finished by who has them, and never done again', async () => {
      const steps = await at.transact(async ({ staff: { tasks } }) => {
        const added = [await tasks.add(task(1)), await tasks.add(task(1))];
        const lost = await tasks.claim(NOW, minutes(1));
        const kept = await tasks.claim(minutes(1), minutes(2));
        const finished = [await tasks.finish(lost!), await tasks.finish(kept!), await tasks.finish(kept!)];
        return [...added, ...finished, await tasks.add(task(1)), await tasks.claim(minutes(9), minutes(10))];
      });
      expect(steps).toEqual([true, false, false, true, false, false, undefined]);
    });

    it('are free again at once after the only worker began anew', async () => {
      const steps = await at.transact(async ({ staff: { tasks } }) => {
        await tasks.add(task(1));
        await tasks.claim(NOW, minutes(60));
        return [await tasks.recover(), await tasks.recover(), await tasks.claim(NOW, minutes(60))];
      });
      expect(steps).toEqual([1, 0, { ...task(1), attempts: 2 }]);
    });
  });
}

function smallContract(open: OpenEmpty): void {
  describe('the small things of the staff', () => {
    const at = opened(open, staffed);

    it('dialogs of members and of accounts are two worlds', async () => {
      const dialog = { flow: 'find', step: 'name', data: { typed: '王小明' }, expiresAt: minutes(60) };
      const steps = await at.transact(async (tx) => [
        await tx.staff.dialogs.put('member-1', 0, dialog),
        await tx.staff.dialogs.get('member-1'),
        await tx.dialogs.get('member-1'),
        await tx.staff.dialogs.get('account-1'),
        await tx.staff.dialogs.clear('member-1', 1),
        await tx.staff.dialogs.version('member-1'),
      ]);
      expect(steps).toEqual([true, { ...dialog, version: 1 }, undefined, undefined, true, 2]);
    });

    it('files are kept whole until they are deleted or expire', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
      const [kept, empty, ...rest] = await at.transact(async ({ staff: { files } }) => {
        await files.put({ id: 'a', name: '名单.csv', bytes, expiresAt: minutes(1) });
        await files.put({ id: 'b', name: 'empty', bytes: new Uint8Array(0), expiresAt: minutes(2) });
        const found = [await files.get('a'), await files.get('b')] as const;
        const pruned = await files.prune(minutes(1));
        const left = [await files.get('a'), (await files.get('b'))?.name];
        await files.keepUntil('b', minutes(4));
        const prunedLater = await files.prune(minutes(3));
        await files.delete('b');
        return [...found, pruned, ...left, prunedLater, await files.get('b')];
      });
      expect(kept).toMatchObject({ name: '名单.csv' });
      expect(typeof kept === 'object' && Buffer.from(kept.bytes).equals(bytes)).toBe(true);
      expect(typeof empty === 'object' && empty.bytes).toHaveLength(0);
      expect(rest).toEqual([1, undefined, 'empty', 0, undefined]);
    });

    it('settings are set, changed and taken back', async () => {
      const read = await at.transact(async ({ staff: { settings } }) => {
        const values = [await settings.get('group')];
        for (const value of ['-100123', '-100456', null]) {
          await settings.set('group', value);
          values.push(await settings.get('group'));
        }
        return values;
      });
      expect(read).toEqual([undefined, '-100123', '-100456', undefined]);
    });

    it('deletions are due from their time on, at the later one when shown again, until done', async () => {
      const due = await at.transact(async ({ staff: { deletions } }) => {
        await deletions.add({ chatId: -100_123, messageId: 1, at: minutes(2) });
        await deletions.add({ chatId: 7, messageId: 1, at: minutes(1) });
        await deletions.add({ chatId: 8, messageId: 1, at: minutes(1) });
        await deletions.add({ chatId: 8, messageId: 1, at: minutes(3) });
        const seen = [
          await deletions.due(NOW, 9),
          await deletions.due(minutes(2), 9),
          await deletions.due(minutes(9), 1),
        ];
        await deletions.done({ chatId: 7, messageId: 1 });
        return [...seen, await deletions.due(minutes(9), 9)];
      });
      const [group, first, shownAgain] = [-100_123, 7, 8].map((chatId) => ({ chatId, messageId: 1 }));
      expect(due).toEqual([[], [first, group], [first], [group, shownAgain]]);
    });
  });
}
