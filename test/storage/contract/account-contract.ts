import { describe, expect, it } from 'vitest';
import { account, endorsement, link, minutes, NOW, outboxItem } from '../samples.ts';
import { type OpenEmpty, opened } from './opened.ts';

const NO_FAILURES = { failures: 0, lastFailureAt: null, lockedUntil: null };

export function accountContract(open: OpenEmpty): void {
  describe('accounts', () => {
    const at = opened(open);

    it('are found by id and by user', async () => {
      const found = await at.transact(async (tx) => [
        await tx.accounts.get('account-1'),
        await tx.accounts.findByUser(account(2).userId),
        await tx.accounts.findByUser(1),
      ]);
      expect(found).toEqual([account(1), account(2), undefined]);
    });

    it('are one to a user', async () => {
      const twin = account(3, { userId: account(1).userId });
      await expect(at.transact((tx) => tx.accounts.insert(twin))).rejects.toMatchObject({ code: 'constraint' });
    });

    it('keep each of their settings apart', async () => {
      const muted = { remindersMuted: true, verificationsMuted: true };
      const settings = { language: 'en', languageChosen: true, ...muted, blockedAt: minutes(5) } as const;
      const count = { failures: 5, lastFailureAt: NOW, lockedUntil: minutes(9) };
      const [changed, failures, other] = await at.transact(async (tx) => {
        await tx.accounts.setLanguage('account-1', 'en', true);
        await tx.accounts.setRemindersMuted('account-1', true);
        await tx.accounts.setVerificationsMuted('account-1', true);
        await tx.accounts.setBlocked('account-1', minutes(5));
        await tx.accounts.setFailures('account-1', count);
        return [
          await tx.accounts.get('account-1'),
          await tx.accounts.failures('account-1'),
          await tx.accounts.get('account-2'),
        ];
      });
      expect([changed, failures, other]).toEqual([account(1, settings), count, account(2)]);
      await at.transact((tx) => tx.accounts.setBlocked('account-1', null));
      expect((await at.transact((tx) => tx.accounts.get('account-1')))?.blockedAt).toBeNull();
    });

    it('are gone when erased, with dialog, outbox and link, and make room for a new one of the same user', async () => {
      await at.transact(async (tx) => {
        await tx.links.insert(link(1));
        await tx.dialogs.put('account-1', 0, { flow: 'linking', step: 'name', data: {}, expiresAt: NOW });
        await tx.outbox.add(outboxItem(1));
        await tx.accounts.setFailures('account-1', { failures: 3, lastFailureAt: NOW, lockedUntil: null });
        await tx.accounts.erase('account-1');
      });
      const left = await at.transact(async (tx) => [
        await tx.accounts.get('account-1'),
        await tx.accounts.findByUser(account(1).userId),
        await tx.accounts.failures('account-1'),
        await tx.links.activeOfHolder('holder-1'),
        await tx.dialogs.get('account-1'),
        await tx.outbox.due('holder', NOW, 10),
      ]);
      expect(left).toEqual([undefined, undefined, NO_FAILURES, undefined, undefined, []]);
      const again = account(3, { userId: account(1).userId });
      await at.transact((tx) => tx.accounts.insert(again));
      expect(await at.transact((tx) => tx.accounts.findByUser(again.userId))).toEqual(again);
    });

    it('leave what quota and audit need when erased', async () => {
      const notice = { version: '2026-01-01', texts: { 'zh-CN': '须知', en: 'Notice' }, publishedAt: NOW };
      const agreement = { holderId: 'holder-1', accountId: 'account-1', version: notice.version } as const;
      await at.transact(async (tx) => {
        await tx.endorsements.insert(endorsement(1), 'request-1');
        await tx.agreements.publish(notice);
        await tx.agreements.add({ ...agreement, language: 'en', textHash: 'ab', agreedAt: NOW, channel: 'telegram' });
        await tx.accounts.erase('account-1');
      });
      const left = await at.transact(async (tx) => [
        await tx.endorsements.get('endorsement-1'),
        await tx.agreements.agreedVersion('holder-1'),
      ]);
      expect(left).toEqual([endorsement(1), '2026-01-01']);
    });

    it('do not change any more once erased', async () => {
      const found = await at.transact(async (tx) => {
        await tx.accounts.erase('account-1');
        await tx.accounts.setLanguage('account-1', 'en', true);
        await tx.accounts.setBlocked('account-1', NOW);
        return tx.accounts.get('account-1');
      });
      expect(found).toBeUndefined();
    });
  });

  describe('links', () => {
    const at = opened(open);

    it('are found from both ends while active', async () => {
      const found = await at.transact(async (tx) => {
        await tx.links.insert(link(1));
        return [
          await tx.links.activeOfAccount('account-1'),
          await tx.links.activeOfHolder('holder-1'),
          await tx.links.activeOfAccount('account-2'),
          await tx.links.activeOfHolder('holder-2'),
        ];
      });
      expect(found).toEqual([link(1), link(1), undefined, undefined]);
    });

    it.each([
      ['account', link(2, { holderId: 'holder-2' })],
      ['holder', link(2, { accountId: 'account-2' })],
    ])('are refused while the %s has another active one, and taken once that has ended', async (_end, second) => {
      await at.transact((tx) => tx.links.insert(link(1)));
      await expect(at.transact((tx) => tx.links.insert(second))).rejects.toMatchObject({ code: 'constraint' });
      const active = await at.transact(async (tx) => {
        await tx.links.end('link-1', 'moved', NOW);
        await tx.links.insert(second);
        return tx.links.activeOfHolder(second.holderId);
      });
      expect(active).toEqual(second);
    });

    it('end once', async () => {
      const ended = await at.transact(async (tx) => {
        await tx.links.insert(link(1));
        return [
          await tx.links.end('link-1', 'by-holder', NOW),
          await tx.links.end('link-1', 'by-staff', NOW),
          await tx.links.end('no-link', 'by-staff', NOW),
          await tx.links.activeOfAccount('account-1'),
        ];
      });
      expect(ended).toEqual([true, false, false, undefined]);
    });
  });

  describe('link codes', () => {
    const at = opened(open);

    it('lead to their holder until used, and are used once', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.linkCodes.put('ABCDE-12345', 'holder-1', minutes(60));
        return [
          await tx.linkCodes.holderOf('ABCDE-12345', NOW),
          await tx.linkCodes.holderOf('ABCDE-12346', NOW),
          await tx.linkCodes.use('ABCDE-12345', 'account-1', NOW),
          await tx.linkCodes.use('ABCDE-12345', 'account-2', NOW),
          await tx.linkCodes.holderOf('ABCDE-12345', NOW),
        ];
      });
      expect(steps).toEqual(['holder-1', undefined, true, false, undefined]);
    });

    it('are over at the instant they expire', async () => {
      const steps = await at.transact(async (tx) => {
        await tx.linkCodes.put('ABCDE-12345', 'holder-1', minutes(60));
        return [
          await tx.linkCodes.holderOf('ABCDE-12345', minutes(59)),
          await tx.linkCodes.holderOf('ABCDE-12345', minutes(60)),
          await tx.linkCodes.use('ABCDE-12345', 'account-1', minutes(60)),
        ];
      });
      expect(steps).toEqual(['holder-1', undefined, false]);
    });

    it('replace the unused ones of the same holder only', async () => {
      const found = await at.transact(async (tx) => {
        await tx.linkCodes.put('OTHER', 'holder-2', minutes(60));
        await tx.linkCodes.put('FIRST', 'holder-1', minutes(60));
        await tx.linkCodes.put('SECOND', 'holder-1', minutes(60));
        return [
          await tx.linkCodes.holderOf('FIRST', NOW),
          await tx.linkCodes.use('FIRST', 'account-1', NOW),
          await tx.linkCodes.holderOf('SECOND', NOW),
          await tx.linkCodes.holderOf('OTHER', NOW),
        ];
      });
      expect(found).toEqual([undefined, false, 'holder-1', 'holder-2']);
    });

    it('can be made anew after one was used', async () => {
      const used = await at.transact(async (tx) => {
        await tx.linkCodes.put('FIRST', 'holder-1', minutes(60));
        await tx.linkCodes.use('FIRST', 'account-1', NOW);
        await tx.linkCodes.put('SECOND', 'holder-1', minutes(60));
        return [await tx.linkCodes.use('FIRST', 'account-1', NOW), await tx.linkCodes.use('SECOND', 'account-1', NOW)];
      });
      expect(used).toEqual([false, true]);
    });
  });

  describe('service notices and agreements', () => {
    const at = opened(open);
    const notice = (version: string) => ({
      version,
      texts: { 'zh-CN': `须知 ${version}`, en: `Notice ${version}` },
      publishedAt: NOW,
    });
    const agreement = (version: string, holderId = 'holder-1') =>
      ({
        holderId,
        accountId: 'account-1',
        version,
        language: 'zh-CN',
        textHash: 'ab',
        agreedAt: NOW,
        channel: 'telegram',
      }) as const;

    it('have the highest version as the current one, each published once', async () => {
      const steps = await at.transact(async (tx) => [
        await tx.agreements.currentNotice(),
        await tx.agreements.publish(notice('2026-02-01')),
        await tx.agreements.publish(notice('2026-02-01.1')),
        await tx.agreements.publish(notice('2026-01-31')),
        await tx.agreements.publish({ ...notice('2026-02-01.1'), texts: { 'zh-CN': '改', en: 'changed' } }),
        await tx.agreements.currentNotice(),
      ]);
      expect(steps).toEqual([undefined, true, true, true, false, notice('2026-02-01.1')]);
    });

    it('tell what a holder agreed to last, and everything in order', async () => {
      const [none, last, all, other] = await at.transact(async (tx) => {
        const none = await tx.agreements.agreedVersion('holder-1');
        for (const version of ['2026-01-01', '2026-02-01']) {
          await tx.agreements.publish(notice(version));
          await tx.agreements.add(agreement(version));
        }
        return [
          none,
          await tx.agreements.agreedVersion('holder-1'),
          await tx.agreements.ofHolder('holder-1'),
          await tx.agreements.ofHolder('holder-2'),
        ] as const;
      });
      expect([none, last, other]).toEqual([undefined, '2026-02-01', []]);
      expect(all).toEqual([agreement('2026-01-01'), agreement('2026-02-01')]);
    });
  });
}
