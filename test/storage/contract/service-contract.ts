import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../engine/time/instant.ts';
import type { Alert } from '../../../engine/ports/stores/service-stores.ts';
import { minutes, NOW } from '../samples.ts';
import { type OpenEmpty, opened } from './opened.ts';

export function serviceContract(open: OpenEmpty): void {
  describe('what is known of revocations', () => {
    const at = opened(open);

    it('is one proof of each certificate, the newest, until it is removed', async () => {
      const proof = (text: string): Uint8Array => Buffer.from(text);
      const known = await at.transact(async (tx) => {
        await tx.revocations.put({ certificate: 'b', kind: 'list', proof: proof('a list') });
        await tx.revocations.put({ certificate: 'a', kind: 'list', proof: proof('an older list') });
        await tx.revocations.put({ certificate: 'a', kind: 'ocsp', proof: proof('a response') });
        await tx.revocations.put({ certificate: 'c', kind: 'ocsp', proof: proof('a mistake') });
        await tx.revocations.remove('c');
        return tx.revocations.all();
      });
      expect(known.map(({ proof: bytes, ...rest }) => ({ ...rest, text: Buffer.from(bytes).toString() }))).toEqual([
        { certificate: 'a', kind: 'ocsp', text: 'a response' },
        { certificate: 'b', kind: 'list', text: 'a list' },
      ]);
    });
  });

  describe('a lease', () => {
    const at = opened(open);

    it('belongs to one owner, who may prolong it, until it ends', async () => {
      const steps = await at.transact(async (tx) => [
        await tx.leases.acquire('sender', 'one', NOW, minutes(2)),
        await tx.leases.acquire('sender', 'two', minutes(1), minutes(9)),
        await tx.leases.acquire('sender', 'one', minutes(1), minutes(3)),
        await tx.leases.acquire('sender', 'two', minutes(2), minutes(9)),
        await tx.leases.acquire('sender', 'two', minutes(3), minutes(9)),
        await tx.leases.acquire('sender', 'one', minutes(4), minutes(9)),
      ]);
      expect(steps).toEqual([true, false, true, false, true, false]);
    });

    it('is released by its owner only, and then free at once', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.leases.acquire('sender', 'one', NOW, minutes(9));
        await tx.leases.release('sender', 'two');
        const kept = await tx.leases.acquire('sender', 'two', NOW, minutes(9));
        await tx.leases.release('sender', 'one');
        return [kept, await tx.leases.acquire('sender', 'two', NOW, minutes(9))];
      });
      expect(steps).toEqual([false, true]);
    });

    it('says who has it, until its time is over', async () => {
      const owners = await at.transact(async (tx) => {
        await tx.leases.acquire('sender', 'one', NOW, minutes(2));
        return [
          await tx.leases.owner('sender', minutes(1)),
          await tx.leases.owner('sender', minutes(2)),
          await tx.leases.owner('other', NOW),
        ];
      });
      expect(owners).toEqual(['one', undefined, undefined]);
    });

    it('goes to exactly one of many who want it at once, and other names are free', async () => {
      const taken = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          at.transact((tx) => tx.leases.acquire('sender', `owner-${n}`, NOW, minutes(1))),
        ),
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await at.transact((tx) => tx.leases.acquire('other', 'owner', NOW, minutes(1)))).toBe(true);
    });
  });

  describe('the journal', () => {
    const at = opened(open);

    it('tells what happened to a holder, newest first', async () => {
      const entry = (kind: string, holderId: string | null) => ({
        at: NOW,
        kind,
        accountId: null,
        holderId,
        facts: { days: 90, proof: 'contact', again: false, cause: null },
      });
      const told = await at.transact(async (tx) => {
        await tx.journal.add(entry('first', 'holder-1'));
        await tx.journal.add(entry('second', 'holder-1'));
        await tx.journal.add(entry('elsewhere', 'holder-2'));
        await tx.journal.add(entry('third', 'holder-1'));
        await tx.journal.add(entry('nobody', null));
        return tx.journal.ofHolder('holder-1', 2);
      });
      expect(told).toEqual([entry('third', 'holder-1'), entry('second', 'holder-1')]);
    });

    it('counts what an account did of a kind, since a moment', async () => {
      const entry = (kind: string, accountId: string | null, at: Instant) => {
        return { at, kind, accountId, holderId: null, facts: {} };
      };
      const counts = await at.transact(async (tx) => {
        for (const at of [minutes(-61), minutes(-60), NOW]) await tx.journal.add(entry('lookup', 'account-1', at));
        await tx.journal.add(entry('other', 'account-1', NOW));
        await tx.journal.add(entry('lookup', 'account-2', NOW));
        const count = (accountId: string) => tx.journal.countOfAccount(accountId, 'lookup', minutes(-60));
        return [await count('account-1'), await count('account-2'), await count('account-3')];
      });
      expect(counts).toEqual([2, 1, 0]);
    });
  });

  describe('alerts', () => {
    const at = opened(open);
    const UNKNOWN = { toldAt: null, acknowledgedAt: null, acknowledgedBy: null };
    const alert = (key: string, change: Partial<Alert> = {}): Alert => ({
      key,
      kind: 'overdue',
      at: NOW,
      facts: { hours: 24, number: 'JZ' },
      ...change,
    });

    it('are raised once until cleared, and listed oldest first', async () => {
      const steps = await at.transact(async (tx) => [
        await tx.alerts.raise(alert('b')),
        await tx.alerts.raise(alert('a', { at: minutes(1), kind: 'lockout' })),
        await tx.alerts.raise(alert('b', { at: minutes(2) })),
        await tx.alerts.open(),
        await tx.alerts.clear('b'),
        await tx.alerts.clear('b'),
        await tx.alerts.raise(alert('b', { at: minutes(3) })),
        (await tx.alerts.open()).map((one) => one.key),
      ]);
      const listed = [alert('b'), alert('a', { at: minutes(1), kind: 'lockout' })].map((one) => ({
        ...one,
        ...UNKNOWN,
      }));
      expect(steps).toEqual([true, true, false, listed, true, false, true, ['a', 'b']]);
    });

    it('are untold until marked, and not acknowledged until somebody did', async () => {
      const steps = await at.transact(async (tx) => {
        for (const key of ['a', 'b', 'c']) await tx.alerts.raise(alert(key));
        await tx.alerts.markTold(['a'], minutes(1));
        await tx.alerts.acknowledge(['b'], 'm1', minutes(2));
        const untold = (await tx.alerts.untold(['overdue'])).map(({ key }) => key);
        return [
          untold,
          await tx.alerts.untold(['lockout']),
          await tx.alerts.openOfKind('overdue'),
          await tx.alerts.openOfKind('lockout'),
        ];
      });
      const [a, b, c] = [alert('a'), alert('b'), alert('c')];
      const listed = [
        { ...a, ...UNKNOWN, toldAt: minutes(1) },
        { ...b, ...UNKNOWN, acknowledgedBy: 'm1', acknowledgedAt: minutes(2) },
        { ...c, ...UNKNOWN },
      ];
      expect(steps).toEqual([['c'], [], listed, []]);
    });

    it('are found and cleared by what their keys begin with', async () => {
      const steps = await at.transact(async (tx) => {
        for (const key of ['copy:1:a', 'copy:1:b', 'copy:10:a', 'copy:2:a']) await tx.alerts.raise(alert(key));
        const keys = async (prefix: string) => (await tx.alerts.openUnder(prefix)).map(({ key }) => key);
        const before = await keys('copy:1:');
        const cleared = [await tx.alerts.clearUnder('copy:1:'), await tx.alerts.clearUnder('copy:1:')];
        return [before, cleared, await keys('')];
      });
      expect(steps).toEqual([
        ['copy:1:a', 'copy:1:b'],
        [true, false],
        ['copy:10:a', 'copy:2:a'],
      ]);
    });

    it('of a kind can be muted, which other changes to the kind leave alone', async () => {
      const kinds = await at.transact(async (tx) => {
        await tx.alerts.setKind('lockout', { mutedUntil: minutes(60), mutedBy: 'm1' });
        await tx.alerts.setKind('lockout', { toldAt: NOW });
        await tx.alerts.setKind('overdue', { acknowledgedAt: NOW, acknowledgedBy: 'm2' });
        await tx.alerts.setKind('overdue', { mutedUntil: null });
        return tx.alerts.kinds();
      });
      const nothing = { toldAt: null, mutedUntil: null, mutedBy: null, acknowledgedAt: null, acknowledgedBy: null };
      expect(kinds).toEqual([
        { ...nothing, kind: 'lockout', toldAt: NOW, mutedUntil: minutes(60), mutedBy: 'm1' },
        { ...nothing, kind: 'overdue', acknowledgedAt: NOW, acknowledgedBy: 'm2' },
      ]);
    });
  });
}
