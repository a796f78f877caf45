import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchCopy } from '../../engine/endorsement/fetch-copy.ts';
import { eraseAccount } from '../../engine/linking/erase-account.ts';
import { unlinkAccount } from '../../engine/linking/unlink-account.ts';
import { linkByContact } from '../../engine/linking/link-by-contact.ts';
import { exportAccount } from '../../engine/linking/export-account.ts';
import { agreeToNotice } from '../../engine/notice/agree-to-notice.ts';
import { publishNotice } from '../../engine/notice/publish-notice.ts';
import { HOUR_MS, later } from '../../engine/time/instant.ts';
import { World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

const erase = () =>
  world.storage.transact((tx) => eraseAccount(tx, world, { now: world.clock.now(), accountId: 'a1' }));
const exported = (accountId = 'a1') =>
  world.storage.transact((tx) => exportAccount(tx, { now: world.clock.now(), accountId }));

describe('the export', () => {
  it('has what is kept about the account and its holder, and can be written as JSON', async () => {
    const { clock, storage } = world;
    const notice = { version: '2026-11-01', texts: { 'zh-CN': '须知', en: 'Notice' }, publishedAt: clock.now() };
    await storage.transact((tx) => publishNotice(tx, notice));
    const agreement = {
      now: clock.now(),
      holderId: 'h1',
      accountId: 'a1',
      version: '2026-11-01',
      language: 'zh-CN',
    } as const;
    await storage.transact((tx) => agreeToNotice(tx, agreement));
    const { number } = await world.valid();
    const data = await exported();
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
    expect(data).toMatchObject({
      exportedAt: '2026-11-20T01:00:00.000Z',
      account: { language: 'zh-CN', remindersMuted: false },
      link: { proof: 'contact' },
      holder: { name: '欧阳娜娜', documentNumber: '110105********002X', phone: '8613*******00' },
      certificates: [{ managementNumber: 'M-c1', status: 'valid' }],
      endorsements: [{ number, status: 'valid', lastDay: '2027-02-17' }],
      agreements: [{ version: '2026-11-01', language: 'zh-CN' }],
      events: expect.arrayContaining([expect.objectContaining({ kind: 'endorsement-valid' })]),
    });
  });

  it('opens nothing: no verification code and no full number', async () => {
    const { verificationCode } = await world.valid();
    const text = JSON.stringify(await exported());
    for (const secret of [verificationCode, '11010519491231002X', '13800138000']) expect(text).not.toContain(secret);
  });

  it('of an account without a link is about the account and its tickets alone, and of none is nothing', async () => {
    await world.addAccount('a2');
    expect(Object.keys((await exported('a2')) ?? {})).toEqual(['exportedAt', 'account', 'tickets', 'link']);
    expect(await exported('none')).toBeUndefined();
  });
});

describe('erasing an account', () => {
  it('ends the link, forgets the account and deletes copies; what is valid stays valid', async () => {
    const valid = await world.valid();
    const underWay = await world.requested();
    await erase();
    const { storage } = world;
    expect(await storage.transact((tx) => tx.accounts.get('a1'))).toBeUndefined();
    expect(await storage.transact((tx) => tx.links.activeOfHolder('h1'))).toBeUndefined();
    expect(await storage.transact((tx) => tx.copies.get(valid.id))).toBeUndefined();
    expect((await world.endorsement(valid.id)).status).toBe('valid');
    expect((await world.endorsement(underWay.id)).status).toBe('revoked');
    expect(await world.queued()).toEqual([]);
    expect(await world.generate()).toBe('dropped');
    expect(await world.journal()).toEqual(expect.arrayContaining(['account-erased', 'unlinked']));
  });

  it('does so also after the link was ended before', async () => {
    const valid = await world.valid();
    const underWay = await world.requested();
    const { clock, storage } = world;
    await storage.transact((tx) => unlinkAccount(tx, { now: clock.now(), accountId: 'a1', because: 'by-holder' }));
    await erase();
    expect(await storage.transact((tx) => tx.copies.get(valid.id))).toBeUndefined();
    expect((await world.endorsement(valid.id)).status).toBe('valid');
    expect((await world.endorsement(underWay.id)).status).toBe('revoked');
    expect(await world.generate()).toBe('dropped');
  });

  it('leaves to its holder what was asked for here, once they are linked with another account', async () => {
    const valid = await world.valid();
    const underWay = await world.requested();
    const { clock, storage } = world;
    await storage.transact((tx) => unlinkAccount(tx, { now: clock.now(), accountId: 'a1', because: 'by-holder' }));
    await world.addAccount('a2');
    await world.link('a2', 'h1');
    await erase();
    expect(await storage.transact((tx) => tx.copies.get(valid.id))).toBeDefined();
    expect((await world.endorsement(underWay.id)).status).toBe('requested');
  });

  it('leaves the quota as it was, and says so when the copy is asked for later', async () => {
    const { id } = await world.valid();
    await erase();
    await world.addAccount('a2');
    await world.link('a2', 'h1');
    const { clock, storage } = world;
    const ask = { now: clock.now(), accountId: 'a2', holderId: 'h1', endorsementId: id, updateId: 1 };
    expect(await storage.transact((tx) => fetchCopy(tx, world, ask))).toEqual({
      ok: false,
      refusal: { kind: 'copy-erased' },
    });
    await world.requested({ accountId: 'a2' });
    await world.requested({ accountId: 'a2' });
    expect(await world.request({ accountId: 'a2' })).toMatchObject({ refusal: { kind: 'quota-used-up' } });
  });

  it('gives no fresh count to whoever guesses at others: it waits until failed attempts are forgotten', async () => {
    const { clock, storage } = world;
    await world.addAccount('a2');
    const claim = { documentType: 'resident-identity-card', documentNumber: '11010519491231002X', name: '谁' } as const;
    const attempt = { now: clock.now(), accountId: 'a2', claim, phone: '+8613900000000' };
    await storage.transact((tx) => linkByContact(tx, world, attempt));
    const ask = { accountId: 'a2' };
    expect(await storage.transact((tx) => eraseAccount(tx, world, { ...ask, now: clock.now() }))).toEqual({
      ok: false,
      refusal: { kind: 'failures-count', until: later(clock.now(), 24 * HOUR_MS) },
    });
    expect(await storage.transact((tx) => tx.accounts.failures('a2'))).toMatchObject({ failures: 1 });
    clock.advance({ hours: 24 });
    expect((await storage.transact((tx) => eraseAccount(tx, world, { ...ask, now: clock.now() }))).ok).toBe(true);
    expect(await storage.transact((tx) => tx.accounts.get('a2'))).toBeUndefined();
  });

  it('that is linked with nobody just forgets it', async () => {
    await world.addAccount('a2');
    await world.storage.transact((tx) => eraseAccount(tx, world, { now: world.clock.now(), accountId: 'a2' }));
    expect(await world.storage.transact((tx) => tx.accounts.get('a2'))).toBeUndefined();
  });
});
