import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MissingGlyphFault, SignerFault, UnavailableFault } from '../../engine/document/faults.ts';
import { makePlainCopy } from '../../engine/generation/make-plain-copy.ts';
import { PRIORITY } from '../../engine/outbox/outbox-item.ts';
import { AUCTIONEER, certificateOf, FakeMaker, holderNamed, World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
  await world.storage.transact((tx) => tx.certificates.insertMany([certificate]));
});
afterEach(() => world.storage.close());

const holder = holderNamed('h1');
const certificate = certificateOf('h1', 'c9', { qualification: AUCTIONEER.code });
const item = { key: 'plain-copy:c9:1', accountId: 'a1', attempts: 1 };
const make = () => makePlainCopy(world, { certificate, holder, item });

describe('a plain copy', () => {
  it('is known again by its bytes', async () => {
    const bytes = await make();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const known = await world.storage.transact((tx) => tx.plainCopies.find(sha256));
    expect(known).toMatchObject({ certificateId: 'c9', holderId: 'h1' });
  });

  it('that needs a character without a glyph has staff alerted at once, by its number, until it can be made', async () => {
    world.maker.makePlainCopy = () => Promise.reject(new MissingGlyphFault(['𬎆', '㛃']));
    await expect(make()).rejects.toThrow(MissingGlyphFault);
    await expect(make()).rejects.toThrow(MissingGlyphFault);
    const alerts = await world.alerts();
    expect(alerts).toMatchObject([
      { kind: 'missing-glyph', facts: { certificateId: 'c9', characters: 'U+36C3 U+2C386' } },
    ]);
    world.maker.makePlainCopy = (face) => new FakeMaker().makePlainCopy(face);
    await make();
    expect(await world.alerts()).toEqual([]);
  });
});

describe('a plain copy that can’t be made yet', () => {
  const failWith = (fault: Error): void => {
    world.maker.makePlainCopy = () => Promise.reject(fault);
  };
  const keys = async () => (await world.alerts()).map(({ key }) => key);

  it.each([
    ['timestamp-unavailable', new UnavailableFault('timestamp-unavailable', 'answered 503')],
    ['revocation-unavailable:ministry', new UnavailableFault('revocation-unavailable', 'answered 503')],
    ['certificate-revoked:ministry', new UnavailableFault('certificate-revoked', 'revoked on 2026-11-01')],
    ['signer-unavailable:ministry', new SignerFault('unreachable', 'sign.example.org: ECONNREFUSED')],
  ])('has staff alerted until one is made, and who asked told once: %s', async (key, fault) => {
    failWith(fault);
    await expect(make()).rejects.toBe(fault);
    await expect(make()).rejects.toBe(fault);
    expect(await keys()).toEqual([key]);
    const message = { kind: 'plain-copy-waits', certificateId: 'c9' };
    expect(await world.queued()).toEqual([
      { key: 'plain-copy:c9:1:waits', accountId: 'a1', priority: PRIORITY.interactive, message },
    ]);
    world.maker.makePlainCopy = (face) => new FakeMaker().makePlainCopy(face);
    await make();
    expect(await keys()).toEqual([]);
    expect(await world.queued()).toEqual([]);
  });

  it('ends the alerts of endorsed copies, as they end its own', async () => {
    failWith(new UnavailableFault('timestamp-unavailable', 'answered 503'));
    await expect(make()).rejects.toThrow(UnavailableFault);
    await world.valid();
    expect(await keys()).toEqual([]);
  });
});

it('a plain copy at a lower level than wanted is on record, and staff are alerted', async () => {
  const lowered = { code: 'timestamp-unavailable', detail: 'answered 503' } as const;
  world.maker.makePlainCopy = async (face) => ({ ...(await new FakeMaker().makePlainCopy(face)), lowered });
  await make();
  const entries = await world.storage.transact((tx) => tx.journal.ofHolder('h1', 10));
  expect(entries).toMatchObject([
    {
      kind: 'signature-level-lowered',
      accountId: 'a1',
      facts: { certificateId: 'c9', level: 'B-B', because: 'timestamp-unavailable', detail: 'answered 503' },
    },
  ]);
  expect((await world.alerts()).map(({ key }) => key)).toEqual(['timestamp-unavailable']);
});
