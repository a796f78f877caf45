import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newVerificationCode } from '../../engine/ids.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import type { Reference } from '../../engine/verification/read-reference.ts';
import { verifyReference } from '../../engine/verification/verify-reference.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { World } from '../engine/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open({ policy: { ...DEFAULT_POLICY, verification: { noticesPerDay: 3, unknownPerHour: 3 } } });
});
afterEach(() => world.storage.close());

function verify(reference: Reference, accountId = 'a1') {
  const ask = { now: world.clock.now(), accountId, reference };
  return world.storage.transact((tx) => verifyReference(tx, world, ask));
}

const byCode = (code: string): Reference => ({ kind: 'code', code, address: null });
const byNumber = (number: string): Reference => ({ kind: 'number', number });
const madeUp = (seed: number) => byCode(newVerificationCode(seededRandom(`made up ${seed}`)));
const UNKNOWN = { status: 'failed', reason: 'unknown', copy: null };
const TOO_MANY = { status: 'indeterminate', reason: 'too-many-lookups', copy: null };

describe('a code', () => {
  it('shows what its page does, masked', async () => {
    const { verificationCode, number } = await world.valid();
    expect(await verify(byCode(verificationCode))).toMatchObject({
      status: 'passed',
      reason: 'valid',
      copy: { kind: 'endorsed', maskedName: '欧***', number, lastDay: '2027-02-17' },
    });
    world.clock.advance({ days: 90 });
    expect(await verify(byCode(verificationCode))).toMatchObject({ status: 'failed', reason: 'expired' });
  });

  it('is unknown while its copy is being made, and when none ever was', async () => {
    const { id, verificationCode } = await world.requested();
    expect(await verify(byCode(verificationCode))).toEqual(UNKNOWN);
    await world.revoke(id);
    expect(await verify(byCode(verificationCode))).toEqual(UNKNOWN);
  });
});

describe('a number', () => {
  it('shows standing and days, and nothing of the person or the certificate', async () => {
    const { number } = await world.valid();
    const copy = { kind: 'number', number, firstDay: '2026-11-20', lastDay: '2027-02-17' };
    expect(await verify(byNumber(number))).toEqual({ status: 'passed', reason: 'valid', copy });
    expect(await verify(byNumber('JZ20261120-000000'))).toEqual(UNKNOWN);
  });
});

describe('guessing', () => {
  it('ends after some unknown ones: then not even what there is is answered', async () => {
    const { number, verificationCode } = await world.valid();
    for (const seed of [1, 2, 3]) expect(await verify(madeUp(seed))).toEqual(UNKNOWN);
    expect(await verify(madeUp(4))).toEqual(TOO_MANY);
    expect(await verify(byNumber(number))).toEqual(TOO_MANY);
    expect(await verify(byCode(verificationCode))).toEqual(TOO_MANY);
  });

  it('may go on an hour later, and never concerned other accounts', async () => {
    const { number } = await world.valid();
    await world.addAccount('a2');
    for (const seed of [1, 2, 3]) await verify(madeUp(seed));
    expect(await verify(byNumber(number), 'a2')).toMatchObject({ reason: 'valid' });
    world.clock.advance({ hours: 1, ms: 1 });
    expect(await verify(byNumber(number))).toMatchObject({ reason: 'valid' });
  });

  it('isn’t what a mistyped code or a known one is counted as', async () => {
    const { number } = await world.valid();
    for (let round = 0; round < 10; round += 1) {
      expect(await verify({ kind: 'mistyped' })).toMatchObject({ status: 'indeterminate', reason: 'mistyped' });
      expect(await verify(byNumber(number))).toMatchObject({ status: 'passed' });
    }
  });
});
