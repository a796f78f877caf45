import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../engine/staff/verify-audit.ts';
import type { AuditEntry, AuditSearch } from '../../../engine/staff/audit.ts';
import { minutes } from '../samples.ts';
import { auditEntry, member } from '../staff-samples.ts';
import { type OpenEmpty, opened } from './opened.ts';

const ENTRIES: AuditEntry[] = [
  auditEntry(1),
  auditEntry(2, { memberId: 'member-2', capability: 'revoke', holderId: 'holder-1', reason: null }),
  auditEntry(3, { refusal: 'not-allowed', about: 'GL-1' }),
  auditEntry(4, { memberId: null, role: null, action: 'staff invite', holderId: null, about: null, facts: {} }),
];

const SEARCHES: [string, AuditSearch, number[]][] = [
  ['nothing', {}, [4, 3, 2, 1]],
  ['member', { memberId: 'member-1' }, [3, 1]],
  ['the command line', { memberId: null }, [4]],
  ['holder', { holderId: 'holder-1' }, [2, 1]],
  ['what it was about', { about: 'GL-1' }, [3, 1]],
  ['capability', { capability: 'revoke' }, [2]],
  ['refused', { refused: true }, [3]],
  ['done', { refused: false }, [4, 2, 1]],
  ['time', { since: minutes(2), until: minutes(4) }, [3, 2]],
  ['several at once', { memberId: 'member-1', refused: true, since: minutes(1) }, [3]],
];

export function auditContract(open: OpenEmpty): void {
  describe('the audit', () => {
    const at = opened(open, async (tx) => {
      for (const entry of ENTRIES) await tx.staff.audit.add(entry);
      await tx.staff.members.insert(member(1));
    });

    it('numbers its rows without a gap, also after a transaction that was undone', async () => {
      const undone = at.transact(async (tx) => {
        await tx.staff.audit.add(auditEntry(5));
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await at.transact((tx) => tx.staff.audit.add(auditEntry(6)))).toEqual({ ...auditEntry(6), sequence: 5 });
      expect(await verifyAudit(at.storage)).toMatchObject({ kind: 'whole', rows: 5 });
    });

    it.each(SEARCHES)('is searched by %s, newest first', async (_what, by, expected) => {
      const [rows, count] = await at.transact(async ({ staff: { audit } }) => [
        await audit.search(by, { offset: 0, limit: 9 }),
        await audit.count(by),
      ]);
      expect(rows).toEqual(expected.map((sequence) => ({ ...ENTRIES[sequence - 1], sequence })));
      expect(count).toBe(expected.length);
    });

    it('is turned over page by page', async () => {
      const rows = await at.transact((tx) => tx.staff.audit.search({}, { offset: 1, limit: 2 }));
      expect(rows.map(({ sequence }) => sequence)).toEqual([3, 2]);
    });

    it('goes on from the same head when many write at once', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, n) => at.transact((tx) => tx.staff.audit.add(auditEntry(n)))));
      expect(await verifyAudit(at.storage)).toMatchObject({ kind: 'whole', rows: 24 });
    });

    it('is verified across several batches, and says what its head is', async () => {
      await at.transact(async (tx) => {
        for (let n = 0; n < 7; n += 1) await tx.staff.audit.add(auditEntry(n));
      });
      const head = await at.transact((tx) => tx.staff.audit.head());
      expect(head).toMatchObject({ rows: 11, sound: true });
      for (const rowsAtOnce of [1, 2, 11, 12]) {
        expect(await verifyAudit(at.storage, rowsAtOnce)).toEqual({ kind: 'whole', rows: 11, hash: head.hash });
      }
    });
  });
}
