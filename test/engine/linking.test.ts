import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountLock } from '../../engine/linking/account-lock.ts';
import { countFailure, lockOf, NO_FAILURES } from '../../engine/linking/failure-count.ts';
import type { Claim } from '../../engine/linking/link-account.ts';
import { linkByCode } from '../../engine/linking/link-by-code.ts';
import { linkByContact } from '../../engine/linking/link-by-contact.ts';
import { makeLinkCode } from '../../engine/linking/make-link-code.ts';
import { unlinkAccount } from '../../engine/linking/unlink-account.ts';
import { DAY_MS, HOUR_MS, type Instant, later } from '../../engine/time/instant.ts';
import { at } from '../fakes/fixed-clock.ts';
import { certificateOf, holderNamed, World } from './world.ts';

const NUMBER = '110105194912310003';
const CLAIM: Claim = { documentType: 'resident-identity-card', documentNumber: NUMBER, name: '古丽·巴哈尔' };
const PHONE = '+86 139 0000 1111';

let world: World;
beforeEach(async () => {
  world = await World.open();
  const holder = holderNamed('h2', { documentNumber: NUMBER, name: '古丽·巴哈尔', phone: '8613900001111' });
  await world.addHolder(holder, [certificateOf('h2', 'c2')]);
  await world.addHolder(holderNamed('h3', { documentNumber: '440524188001010014', phone: null }));
  await world.addAccount('a2');
});
afterEach(() => world.storage.close());

function byContact(over: { accountId?: string; claim?: Partial<Claim>; phone?: string } = {}) {
  const { accountId = 'a2', claim = {}, phone = PHONE } = over;
  const attempt = { now: world.clock.now(), accountId, claim: { ...CLAIM, ...claim }, phone };
  return world.storage.transact((tx) => linkByContact(tx, world, attempt));
}

function byCode(code: string, over: { accountId?: string; claim?: Partial<Claim> } = {}) {
  const { accountId = 'a2', claim = {} } = over;
  const attempt = { now: world.clock.now(), accountId, claim: { ...CLAIM, ...claim }, code };
  return world.storage.transact((tx) => linkByCode(tx, world, attempt));
}

async function makeCode(): Promise<string> {
  const ask = { now: world.clock.now(), documentType: CLAIM.documentType, documentNumber: NUMBER };
  const made = await world.storage.transact((tx) => makeLinkCode(tx, world, ask));
  if (!made.ok) throw new Error(made.refusal.kind);
  return made.value.code;
}

const failuresOfHolder = async (id: string) => (await world.storage.transact((tx) => tx.holders.failures(id))).failures;
const noMatch = (attemptsLeft: number) => ({ ok: false, refusal: { kind: 'no-match', attemptsLeft } });

describe('linking by contact', () => {
  it('ties the account to the holder', async () => {
    const linked = await byContact();
    expect(linked).toMatchObject({ ok: true, value: { holder: { id: 'h2' }, movedFrom: null } });
    const link = await world.storage.transact((tx) => tx.links.activeOfAccount('a2'));
    expect(link).toMatchObject({ holderId: 'h2', proof: 'contact', linkedAt: world.clock.now(), endedAt: null });
    expect(await world.journal('h2')).toEqual(['linked']);
  });

  it('takes the name and the number however they are typed', async () => {
    const typed = { name: ' 古丽 ‧ 巴哈尔 ', documentNumber: '１１０１０５ 19491231 0003' };
    expect(await byContact({ claim: typed, phone: '8613900001111' })).toMatchObject({ ok: true });
  });

  it.each([
    ['an unknown number', { claim: { documentNumber: '11010519491231002X'.replace('X', '1') } }],
    ['a wrong name', { claim: { name: '古丽' } }],
    ['no name', { claim: { name: '' } }],
    ['a wrong phone', { phone: '+8613900001112' }],
    ['a phone that is none', { phone: '—' }],
    ['another type of document', { claim: { documentType: 'passport' as const } }],
    ['a holder without a phone', { claim: { documentNumber: '440524188001010014', name: '欧阳娜娜' } }],
  ])('is refused in the same words for %s', async (_, over) => {
    expect(await byContact(over)).toEqual(noMatch(4));
    expect(await world.storage.transact((tx) => tx.links.activeOfAccount('a2'))).toBeUndefined();
  });

  it('does not take a number abroad for a mainland one', async () => {
    expect(await byContact({ phone: '13900001111' })).toEqual(noMatch(4));
  });

  it('is refused to an account that is linked', async () => {
    expect(await byContact({ accountId: 'a1' })).toEqual({ ok: false, refusal: { kind: 'already-linked' } });
    expect(await failuresOfHolder('h2')).toBe(0);
  });

  it('from a new account ends the old link and tells the old account', async () => {
    await byContact();
    await world.addAccount('a3');
    expect(await byContact({ accountId: 'a3' })).toMatchObject({ ok: true, value: { movedFrom: 'a2' } });
    const links = await world.storage.transact(async (tx) => [
      await tx.links.activeOfAccount('a2'),
      await tx.links.activeOfHolder('h2'),
    ]);
    expect(links).toMatchObject([undefined, { accountId: 'a3' }]);
    expect(await world.queued()).toMatchObject([{ accountId: 'a2', message: { kind: 'link-moved' } }]);
    expect(await world.journal('h2')).toEqual(expect.arrayContaining(['linked', 'unlinked']));
  });
});

describe('linking by code', () => {
  it('uses the code up, however it is typed', async () => {
    const code = await makeCode();
    expect(await byCode(code.toLowerCase().replace('-', ' '))).toMatchObject({
      ok: true,
      value: { link: { proof: 'code' } },
    });
    await world.addAccount('a3');
    expect(await byCode(code, { accountId: 'a3' })).toEqual(noMatch(4));
  });

  it('needs the name and the number as well, and keeps the code when they are wrong', async () => {
    const code = await makeCode();
    expect(await byCode(code, { claim: { name: '古丽' } })).toEqual(noMatch(4));
    expect(await byCode(code, { claim: { documentNumber: '11010519491231002X', name: '欧阳娜娜' } })).toEqual(
      noMatch(3),
    );
    expect(await byCode(code)).toMatchObject({ ok: true });
  });

  it('is refused with no code, a wrong one, an old one and a replaced one', async () => {
    expect(await byCode('')).toEqual(noMatch(4));
    expect(await byCode('00000-00000')).toEqual(noMatch(3));
    const unknown = { documentNumber: '110105194912310020' };
    expect(await byCode('', { claim: unknown })).toEqual(noMatch(2));
    const replaced = await makeCode();
    const code = await makeCode();
    expect(await byCode(replaced)).toEqual(noMatch(1));
    world.clock.advance({ hours: 72 });
    await world.addAccount('a3');
    expect(await byCode(code, { accountId: 'a3' })).toEqual(noMatch(4));
  });

  it('has no code made for nobody', async () => {
    const ask = { now: world.clock.now(), documentType: 'passport', documentNumber: 'E00000000' } as const;
    const made = await world.storage.transact((tx) => makeLinkCode(tx, world, ask));
    expect(made).toEqual({ ok: false, refusal: { kind: 'no-such-holder' } });
  });
});

describe('failures', () => {
  it('lock the account at the fifth, for a day, also against the right claim', async () => {
    for (const left of [4, 3, 2, 1]) expect(await byContact({ claim: { name: 'x' } })).toEqual(noMatch(left));
    const until = later(world.clock.now(), 24 * HOUR_MS);
    const locked = { ok: false, refusal: { kind: 'account-locked', until } };
    expect(await byContact({ claim: { name: 'x' } })).toEqual(locked);
    expect(await byContact()).toEqual(locked);
    expect(await world.storage.transact((tx) => accountLock(tx, world.clock.now(), 'a2'))).toBe(until);
    expect(await world.alerts()).toMatchObject([{ kind: 'lockout', key: 'lockout:account:a2' }]);
    world.clock.advance({ hours: 24 });
    expect(await world.storage.transact((tx) => accountLock(tx, world.clock.now(), 'a2'))).toBeNull();
    expect(await byContact({ claim: { name: 'x' } })).toEqual(noMatch(4));
    expect(await byContact()).toMatchObject({ ok: true });
  });

  it('on one holder lock that holder at the tenth, which nobody can tell from a wrong name', async () => {
    for (const accountId of ['b1', 'b2', 'b3']) {
      await world.addAccount(accountId);
      for (let attempt = 0; attempt < 4; attempt += 1) await byContact({ accountId, claim: { name: 'x' } });
    }
    expect(await failuresOfHolder('h2')).toBe(10);
    expect(await world.alerts()).toMatchObject([{ key: 'lockout:holder:h2' }]);
    expect(await byContact()).toEqual(noMatch(4));
    expect(await byCode(await makeCode())).toEqual(noMatch(3));
    world.clock.advance({ hours: 24 });
    expect(await byContact()).toMatchObject({ ok: true });
  });

  it('are forgotten at the next success', async () => {
    await byContact({ claim: { name: 'x' } });
    await byContact();
    expect(await failuresOfHolder('h2')).toBe(0);
    await world.storage.transact((tx) =>
      unlinkAccount(tx, { now: world.clock.now(), accountId: 'a2', because: 'by-holder' }),
    );
    expect(await byContact({ claim: { name: 'x' } })).toEqual(noMatch(4));
  });

  it('are journaled without a word of what was typed', async () => {
    await byContact({ claim: { name: 'x' } });
    const entries = await world.storage.transact((tx) => tx.journal.ofHolder('h2', 10));
    expect(entries).toMatchObject([{ kind: 'link-refused', accountId: 'a2', facts: { proof: 'contact' } }]);
    expect(JSON.stringify(entries)).not.toMatch(/古丽|3900001111|110105/);
  });

  it('lock when, and only when, as many come without a pause as long as the lock', () => {
    const rule = { failures: 5, hours: 24 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 36 }), { maxLength: 40 }), (pauses) => {
        let count = NO_FAILURES;
        let now: Instant = at('2026-01-01T00:00:00Z');
        let lockedUntil = now - 1;
        let run = 0;
        let last = now - 2 * DAY_MS;
        for (const hours of pauses) {
          now = later(now, hours * HOUR_MS);
          count = countFailure(count, now, rule);
          if (now >= lockedUntil) {
            const fresh = now - last >= DAY_MS || (lockedUntil > 0 && run >= rule.failures);
            run = fresh ? 1 : run + 1;
            last = now;
            if (run >= rule.failures) lockedUntil = now + DAY_MS;
          }
          expect(lockOf(count, now) !== null).toBe(lockedUntil > now);
        }
      }),
    );
  });
});

describe('unlinking', () => {
  it('ends the link, once', async () => {
    await byContact();
    const ask = { now: world.clock.now(), accountId: 'a2', because: 'by-holder' } as const;
    const ended = await world.storage.transact((tx) => unlinkAccount(tx, ask));
    expect(ended).toMatchObject({ holderId: 'h2', endedBecause: 'by-holder' });
    expect(await world.storage.transact((tx) => unlinkAccount(tx, ask))).toBeUndefined();
  });
});
