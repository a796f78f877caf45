import { describe, expect, it } from 'vitest';
import type { Endorsement } from '../../../engine/endorsement/endorsement.ts';
import { addDays } from '../../../engine/time/civil-date.ts';
import { certificate, day, endorsement, minutes, NOW, seed, TODAY } from '../samples.ts';
import { type OpenEmpty, type Opened, opened } from './opened.ts';

async function insertAll(at: Opened, endorsements: readonly Endorsement[]): Promise<void> {
  await at.transact(async (tx) => {
    for (const one of endorsements) await tx.endorsements.insert(one, `request-${one.id}`);
  });
}

const ids = (endorsements: readonly Endorsement[]) => endorsements.map((one) => one.id);

export function endorsementContract(open: OpenEmpty): void {
  describe('endorsements', () => {
    const at = opened(open, async (tx) => {
      await seed(tx);
      await tx.certificates.insertMany([certificate(2)]);
    });

    it('are found by everything that names them', async () => {
      const full = endorsement(1, {
        status: 'valid',
        generatedAt: minutes(2),
        sha256: 'ab'.repeat(32),
        progressMessageId: 5_000_000_000,
        overdueToldAt: minutes(3),
      });
      const found = await at.transact(async (tx) => {
        await tx.endorsements.insert(full, 'request-1');
        return [
          await tx.endorsements.get(full.id),
          await tx.endorsements.findByRequestKey('request-1'),
          await tx.endorsements.findByNumber(full.number),
          await tx.endorsements.findByVerificationCode(full.verificationCode),
          await tx.endorsements.findBySha256('ab'.repeat(32)),
        ];
      });
      expect(found).toEqual([full, full, full, full, full]);
      const missing = await at.transact(async (tx) => [
        await tx.endorsements.get('x'),
        await tx.endorsements.findByRequestKey('x'),
        await tx.endorsements.findByNumber('x'),
        await tx.endorsements.findByVerificationCode('x'),
        await tx.endorsements.findBySha256('x'),
      ]);
      expect(missing).toEqual([undefined, undefined, undefined, undefined, undefined]);
    });

    it('are recorded once per request key', async () => {
      const steps = await at.transact(async (tx) => [
        await tx.endorsements.insert(endorsement(1), 'tap'),
        await tx.endorsements.insert(endorsement(2), 'tap'),
        (await tx.endorsements.findByRequestKey('tap'))?.id,
        await tx.endorsements.get('endorsement-2'),
      ]);
      expect(steps).toEqual([true, false, 'endorsement-1', undefined]);
    });

    it.each([
      ['number', endorsement(2, { number: endorsement(1).number })],
      ['verification code', endorsement(2, { verificationCode: endorsement(1).verificationCode })],
    ])('never share a %s', async (_what, twin) => {
      await insertAll(at, [endorsement(1)]);
      await expect(insertAll(at, [twin])).rejects.toMatchObject({ code: 'constraint' });
    });

    it('of a certificate come oldest first, since a day or in some states', async () => {
      await insertAll(at, [
        endorsement(3, { status: 'valid' }),
        endorsement(1, { askedOn: day('2026-08-22'), requestedAt: minutes(-9) }),
        endorsement(2, { askedOn: day('2026-08-23'), requestedAt: minutes(-8), status: 'revoked' }),
        endorsement(4, { certificateId: 'certificate-2' }),
      ]);
      const [since, inStates, inNone] = await at.transact(async (tx) => [
        await tx.endorsements.ofCertificateSince('certificate-1', day('2026-08-23')),
        await tx.endorsements.ofCertificate('certificate-1', ['requested', 'valid']),
        await tx.endorsements.ofCertificate('certificate-1', []),
      ]);
      expect(ids(since)).toEqual(['endorsement-2', 'endorsement-3']);
      expect(ids(inStates)).toEqual(['endorsement-1', 'endorsement-3']);
      expect(inNone).toEqual([]);
    });

    it('asked for by an account are those in some states, oldest first, whoever the holder is', async () => {
      await insertAll(at, [
        endorsement(3, { status: 'valid' }),
        endorsement(1, { requestedAt: minutes(-9) }),
        endorsement(2, { requestedAt: minutes(-8), status: 'revoked' }),
        endorsement(4, { accountId: 'account-2' }),
      ]);
      const [inStates, inNone] = await at.transact(async (tx) => [
        await tx.endorsements.ofAccount('account-1', ['requested', 'valid']),
        await tx.endorsements.ofAccount('account-1', []),
      ]);
      expect(ids(inStates)).toEqual(['endorsement-1', 'endorsement-3']);
      expect(inNone).toEqual([]);
    });

    it('of a holder are counted and come newest first, page by page', async () => {
      await insertAll(
        at,
        [2, 1, 5, 4, 3].map((n) => endorsement(n)),
      );
      const [first, last, count, none] = await at.transact(
        async (tx) =>
          [
            await tx.endorsements.ofHolder('holder-1', { offset: 0, limit: 2 }),
            await tx.endorsements.ofHolder('holder-1', { offset: 4, limit: 2 }),
            await tx.endorsements.countOfHolder('holder-1'),
            await tx.endorsements.countOfHolder('holder-2'),
          ] as const,
      );
      expect([ids(first), ids(last), count, none]).toEqual([
        ['endorsement-5', 'endorsement-4'],
        ['endorsement-1'],
        5,
        0,
      ]);
    });

    it('move from one of the states expected, changing only what is named', async () => {
      await insertAll(at, [endorsement(1)]);
      const steps = await at.transact(async (tx) => [
        await tx.endorsements.transition('endorsement-1', ['generating'], 'valid', {}),
        await tx.endorsements.transition('endorsement-1', ['requested', 'generating'], 'generating', {}),
        await tx.endorsements.transition('endorsement-1', ['generating'], 'valid', {
          generatedAt: NOW,
          sha256: 'cd',
        }),
        await tx.endorsements.transition('endorsement-1', ['generating'], 'valid', { generatedAt: minutes(9) }),
        await tx.endorsements.transition('endorsement-1', ['valid'], 'revoked', {
          endedAt: minutes(5),
          endedBecause: 'holder',
        }),
        await tx.endorsements.transition('nothing', ['valid'], 'revoked', {}),
        await tx.endorsements.transition('endorsement-1', [], 'failed', {}),
      ]);
      expect(steps).toEqual([false, true, true, false, true, false, false]);
      expect(await at.transact((tx) => tx.endorsements.get('endorsement-1'))).toEqual(
        endorsement(1, {
          status: 'revoked',
          generatedAt: NOW,
          sha256: 'cd',
          endedAt: minutes(5),
          endedBecause: 'holder',
        }),
      );
    });

    it('move once when many want to move them at the same time', async () => {
      await insertAll(at, [endorsement(1)]);
      const moved = await Promise.all(
        Array.from({ length: 20 }, () =>
          at.transact((tx) => tx.endorsements.transition('endorsement-1', ['requested'], 'generating', {})),
        ),
      );
      expect(moved.filter(Boolean)).toHaveLength(1);
    });

    it('that are valid lapse after their last day, at most as many as asked for', async () => {
      await insertAll(at, [
        endorsement(1, { status: 'valid', lastDay: TODAY }),
        endorsement(2, { status: 'valid', askedOn: day('2026-11-01'), lastDay: addDays(TODAY, -1) }),
        endorsement(3, { status: 'valid', askedOn: day('2026-11-01'), lastDay: addDays(TODAY, -2) }),
        endorsement(4, { status: 'revoked', askedOn: day('2026-11-01'), lastDay: addDays(TODAY, -2) }),
      ]);
      const [all, one] = await at.transact(async (tx) => [
        await tx.endorsements.lapsed(TODAY, 10),
        await tx.endorsements.lapsed(TODAY, 1),
      ]);
      expect([ids(all), ids(one)]).toEqual([['endorsement-3', 'endorsement-2'], ['endorsement-3']]);
    });

    it('that end soon are walked through in order, none twice and none left out', async () => {
      const end = (n: number, days: number) => endorsement(n, { status: 'valid', lastDay: addDays(TODAY, days) });
      await insertAll(at, [
        end(1, 7),
        end(2, 0),
        end(3, 7),
        end(4, 8),
        end(5, 7),
        endorsement(6, { lastDay: addDays(TODAY, 3) }),
      ]);
      const walked: string[] = [];
      await at.transact(async (tx) => {
        let after: Endorsement | undefined;
        do {
          const page = await tx.endorsements.endingBetween(TODAY, addDays(TODAY, 7), 2, after);
          walked.push(...ids(page));
          after = page.at(-1);
        } while (after);
      });
      expect(walked).toEqual(['endorsement-2', 'endorsement-1', 'endorsement-3', 'endorsement-5']);
    });

    it('are overdue while unfinished after they were promised, until their holder was told', async () => {
      await insertAll(at, [
        endorsement(1, { promisedBy: NOW }),
        endorsement(2, { promisedBy: minutes(-1), status: 'generating' }),
        endorsement(3, { promisedBy: minutes(-2) }),
        endorsement(4, { promisedBy: minutes(-3), status: 'failed' }),
      ]);
      const [overdue, told, again, left] = await at.transact(async (tx) => [
        ids(await tx.endorsements.overdue(NOW, 10)),
        await tx.endorsements.markOverdueTold('endorsement-3', NOW),
        await tx.endorsements.markOverdueTold('endorsement-3', NOW),
        ids(await tx.endorsements.overdue(NOW, 10)),
      ]);
      expect(overdue).toEqual(['endorsement-3', 'endorsement-2']);
      expect([told, again, left]).toEqual([true, false, ['endorsement-2']]);
    });

    it('remember their progress message', async () => {
      await insertAll(at, [endorsement(1)]);
      await at.transact((tx) => tx.endorsements.setProgressMessage('endorsement-1', 77));
      expect((await at.transact((tx) => tx.endorsements.get('endorsement-1')))?.progressMessageId).toBe(77);
    });
  });
}
