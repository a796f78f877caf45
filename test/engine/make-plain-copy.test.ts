import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MissingGlyphFault } from '../../engine/document/faults.ts';
import { makePlainCopy } from '../../engine/generation/make-plain-copy.ts';
import { AUCTIONEER, certificateOf, FakeMaker, holderNamed, World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
  await world.storage.transact((tx) => tx.certificates.insertMany([certificate]));
});
afterEach(() => world.storage.close());

const holder = holderNamed('h1');
const certificate = certificateOf('h1', 'c9', { qualification: AUCTIONEER.code });
const make = () => makePlainCopy(world, { certificate, holder });

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
