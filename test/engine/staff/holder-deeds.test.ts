import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stillDue } from '../../../engine/outbox/still-due.ts';
import { linkByContact } from '../../../engine/linking/link-by-contact.ts';
import { resendCopy } from '../../../engine/staff/holder/resend-copy.ts';
import { unlinkHolder } from '../../../engine/staff/holder/unlink-holder.ts';
import { unlockHolder } from '../../../engine/staff/holder/unlock-holder.ts';
import { restoreCertificate } from '../../../engine/registry/restore-certificate.ts';
import { World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

const activeLink = () => world.storage.transact((tx) => tx.links.activeOfHolder('h1'));
const linkId = async () => (await activeLink())?.id ?? '';

describe('unlinking', () => {
  const unlink = (id: string) =>
    world.storage.transact((tx) => unlinkHolder(tx, { now: world.clock.now(), holderId: 'h1', linkId: id }));

  it('ends the link and has the account told, though it is nobody any more', async () => {
    expect(await unlink(await linkId())).toMatchObject({
      ok: true,
      value: { accountId: 'a1', endedBecause: 'by-staff' },
    });
    expect(await activeLink()).toBeUndefined();
    expect(await world.journal()).toEqual(['unlinked']);
    const [item] = await world.storage.transact((tx) => tx.outbox.due('holder', world.clock.now(), 5));
    expect(item?.message).toEqual({ kind: 'unlinked' });
    const due = await world.storage.transact((tx) => stillDue(tx, world, item!, world.clock.now()));
    expect(due).toEqual({ kind: 'now' });
  });

  it('twice is once: the second is told that the link is gone', async () => {
    const id = await linkId();
    const both = await Promise.all([unlink(id), unlink(id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.queued()).toHaveLength(1);
  });

  it('does not end another link than the one that was seen', async () => {
    const seen = await linkId();
    await world.addAccount('a2');
    const claim = {
      documentType: 'resident-identity-card',
      documentNumber: '11010519491231002X',
      name: '欧阳娜娜',
    } as const;
    const attempt = { now: world.clock.now(), accountId: 'a2', claim, phone: '+8613800138000' };
    await world.storage.transact((tx) => linkByContact(tx, world, attempt));
    expect(await unlink(seen)).toEqual({ ok: false, refusal: { kind: 'link-gone' } });
    expect(await activeLink()).toMatchObject({ accountId: 'a2' });
  });
});

describe('unlocking', () => {
  const claim = {
    documentType: 'resident-identity-card',
    documentNumber: '11010519491231002X',
    name: '欧阳娜娜',
  } as const;
  const attempt = (accountId: string, phone: string) =>
    world.storage.transact((tx) => linkByContact(tx, world, { now: world.clock.now(), accountId, claim, phone }));
  const unlock = () =>
    world.storage.transact((tx) => unlockHolder(tx, world, { now: world.clock.now(), holderId: 'h1' }));

  async function lockEverything(): Promise<void> {
    for (const accountId of ['a2', 'a3']) {
      await world.addAccount(accountId);
      for (let n = 0; n < 5; n += 1) await attempt(accountId, '+8613999999999');
    }
  }

  it('lets holder and account link again, and takes the alerts away', async () => {
    await lockEverything();
    expect(await world.alerts()).toHaveLength(3);
    expect(await attempt('a2', '+8613800138000')).toMatchObject({ ok: false });
    expect(await unlock()).toEqual({ ok: true, value: { holder: true, accounts: 2 } });
    expect(await world.alerts()).toEqual([]);
    expect(await attempt('a2', '+8613800138000')).toMatchObject({ ok: true });
    expect(await world.journal()).toEqual(expect.arrayContaining(['holder-unlocked', 'account-unlocked']));
  });

  it('twice is once', async () => {
    await lockEverything();
    const both = await Promise.all([unlock(), unlock()]);
    expect(both).toContainEqual({ ok: false, refusal: { kind: 'not-locked' } });
    expect(both).toContainEqual({ ok: true, value: { holder: true, accounts: 2 } });
  });

  it('is refused where nothing is locked', async () => {
    expect(await unlock()).toEqual({ ok: false, refusal: { kind: 'not-locked' } });
  });
});

describe('resending', () => {
  const resend = (endorsementId: string, updateId = 7) =>
    world.storage.transact((tx) => resendCopy(tx, world, { now: world.clock.now(), endorsementId, updateId }));

  it('sends the copy to the account that the holder is linked with now, once for one update', async () => {
    const { id } = await world.valid();
    await world.storage.transact((tx) => tx.outbox.cancel(`copy:${id}:`));
    expect(await resend(id)).toMatchObject({ ok: true });
    expect(await resend(id)).toMatchObject({ ok: true });
    expect(await world.queued()).toMatchObject([{ accountId: 'a1', message: { kind: 'copy', endorsementId: id } }]);
  });

  it('is refused without an account, to one that blocks the bot, and for what is not there', async () => {
    const { id } = await world.valid();
    const since = world.clock.now();
    await world.storage.transact((tx) => tx.accounts.setBlocked('a1', since));
    expect(await resend(id)).toEqual({ ok: false, refusal: { kind: 'blocked', since } });
    await world.storage.transact(async (tx) =>
      tx.links.end((await tx.links.activeOfHolder('h1'))!.id, 'by-holder', since),
    );
    expect(await resend(id)).toEqual({ ok: false, refusal: { kind: 'not-linked' } });
    expect(await resend('nothing')).toEqual({ ok: false, refusal: { kind: 'not-yours' } });
  });

  it('is refused while the copy is being made', async () => {
    const { id } = await world.requested();
    expect(await resend(id)).toMatchObject({ ok: false, refusal: { kind: 'still-generating' } });
  });
});

describe('restoring a certificate', () => {
  const restore = (certificateId: string) =>
    world.storage.transact((tx) => restoreCertificate(tx, { now: world.clock.now(), certificateId }));

  it('is refused for one that is valid or not there', async () => {
    expect(await restore('c1')).toEqual({ ok: false, refusal: { kind: 'not-withdrawn' } });
    expect(await restore('c9')).toEqual({ ok: false, refusal: { kind: 'no-such-certificate' } });
  });
});
