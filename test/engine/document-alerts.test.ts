import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SignerFault, UnusableFaceFault } from '../../engine/document/faults.ts';
import { makePlainCopy } from '../../engine/generation/make-plain-copy.ts';
import { HOUR_MS } from '../../engine/time/instant.ts';
import { WorkerFault } from '../../service/documents/document-job.ts';
import { AUCTIONEER, certificateOf, holderNamed, World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

const crashed = new WorkerFault('a document thread crashed');
const failWith = (fault: unknown): void => {
  world.maker.before = () => (fault === undefined ? Promise.resolve() : Promise.reject(fault));
};
/** Makes what is due an hour later; answers the alerts that are open then. */
async function attempt() {
  world.clock.advance({ ms: HOUR_MS });
  while ((await world.generate()) !== 'idle');
  return (await world.alerts()).map(({ kind, facts }) => ({ kind, facts }));
}
const told = (code: string, detail: string) => [{ kind: 'documents-unavailable', facts: { code, detail } }];

describe('documents that can’t be made', () => {
  it.each([
    ['threads that end', crashed, told('document-thread', 'a document thread crashed')],
    [
      'a font that was changed',
      new UnusableFaceFault('its file was changed while it was in use; restart the service'),
      told('unusable-face', 'its file was changed while it was in use; restart the service'),
    ],
  ])('are told to staff from the second attempt on, until one is made: %s', async (_, fault, alerts) => {
    await world.requested();
    failWith(fault);
    expect(await attempt()).toEqual([]);
    expect(await attempt()).toEqual(alerts);
    expect(await attempt()).toEqual(alerts);
    failWith(undefined);
    expect(await attempt()).toEqual([]);
  });

  it.each([
    ['a defect', new TypeError('Can’t read 欧阳娜娜'), told('fault', 'TypeError')],
    ['one of others', Object.assign(new Error('欧阳娜娜'), { code: 'ENOENT' }), told('ENOENT', 'Error')],
    [
      'a defect in a thread',
      new WorkerFault('TypeError: 欧阳娜娜', { detail: 'TypeError' }),
      told('document-thread', 'TypeError'),
    ],
    ['what is no error', '欧阳娜娜', told('fault', 'string')],
  ])('are told of without what a message may quote from a certificate: %s', async (_, fault, alerts) => {
    await world.requested();
    failWith(fault);
    await attempt();
    expect(await attempt()).toEqual(alerts);
  });

  it('are told of by plain copies, too, and end with either kind', async () => {
    const certificate = certificateOf('h1', 'c9', { qualification: AUCTIONEER.code });
    await world.storage.transact((tx) => tx.certificates.insertMany([certificate]));
    const make = (attempts: number) => {
      const item = { key: 'plain-copy:c9:1', accountId: 'a1', attempts };
      return makePlainCopy(world, { certificate, holder: holderNamed('h1'), item });
    };
    const { makePlainCopy: works } = world.maker;
    world.maker.makePlainCopy = () => Promise.reject(crashed);
    await expect(make(1)).rejects.toBe(crashed);
    expect(await world.alerts()).toEqual([]);
    await expect(make(2)).rejects.toBe(crashed);
    expect(await world.alerts()).toMatchObject(told('document-thread', 'a document thread crashed'));
    world.maker.makePlainCopy = works;
    await make(3);
    expect(await world.alerts()).toEqual([]);
  });

  it('are one alert, however many wait', async () => {
    await world.requested();
    await world.requested();
    failWith(crashed);
    await attempt();
    expect(await attempt()).toHaveLength(1);
  });
});

it('one document that alone can’t be made is told of ever more rarely', async () => {
  const { id } = await world.requested();
  const raisedAt: number[] = [];
  for (let n = 1; n <= 20; n += 1) {
    failWith(crashed);
    if ((await attempt()).some(({ kind }) => kind === 'documents-unavailable')) raisedAt.push(n);
    // Another one’s is made.
    await world.storage.transact((tx) => tx.alerts.clear('documents-unavailable'));
  }
  expect(raisedAt).toEqual([2, 4, 8, 16]);
  expect(await world.endorsement(id)).toMatchObject({ status: 'generating' });
});

it('what is the signer’s doing is its alert alone', async () => {
  await world.requested();
  failWith(new SignerFault('unreachable', 'sign.example.org: ECONNREFUSED'));
  await attempt();
  expect((await attempt()).map(({ kind }) => kind)).toEqual(['signer-unavailable']);
});
