import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  IssuerFault,
  MissingGlyphFault,
  SignatureFault,
  SignerFault,
  UnavailableFault,
  UnknownIssuerFault,
} from '../../engine/document/faults.ts';
import type { Unavailable } from '../../engine/ports/copy-maker.ts';
import { endsWhenSeen } from '../../engine/staff/alerts/alert-kinds.ts';
import { HOUR_MS } from '../../engine/time/instant.ts';
import { World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

const failWith = (fault: Error | undefined): void => {
  world.maker.before = () => (fault ? Promise.reject(fault) : Promise.resolve());
};

describe('an issuer that can’t sign', () => {
  it.each([
    ['timed-out', new SignerFault('timed-out', 'sign.example.org didn’t answer')],
    ['expired', new IssuerFault('expired', 'The certificates of the signing key have expired')],
    ['unknown-issuer', new UnknownIssuerFault('ministry')],
    ['bad-signature', new SignatureFault('the signer answered 3 bytes')],
  ])('is told to staff at the first attempt, while the copy waits: %s', async (code, fault) => {
    const { id } = await world.requested();
    failWith(fault);
    expect(await world.generate()).toBe('retry');
    expect(await world.alerts()).toMatchObject([
      { kind: 'signer-unavailable', facts: { issuer: 'ministry', code, detail: expect.any(String) } },
    ]);
    expect(await world.endorsement(id)).toMatchObject({ status: 'generating' });
  });

  it('is told once, however many copies wait and however long', async () => {
    failWith(new SignerFault('unreachable', 'sign.example.org: ECONNREFUSED'));
    await world.requested();
    await world.requested();
    for (let hour = 0; hour < 5; hour += 1) {
      await world.generate();
      world.clock.advance({ ms: HOUR_MS });
    }
    expect(await world.alerts()).toHaveLength(1);
  });

  it('keeps nobody waiting longer than the promise without a word, and loses nothing in a day', async () => {
    const { id } = await world.requested();
    failWith(new SignerFault('unavailable', 'sign.example.org answered 503'));
    for (let hour = 0; hour < 24; hour += 1) {
      expect(await world.generate()).toBe('retry');
      world.clock.advance({ ms: HOUR_MS });
    }
    failWith(undefined);
    expect(await world.generate()).toBe('made');
    expect(await world.endorsement(id)).toMatchObject({ status: 'valid' });
    expect(await world.alerts()).toEqual([]);
  });
});

describe('a revoked key', () => {
  const revoked = new UnavailableFault(
    'certificate-revoked',
    '样张 SPECIMEN 签章: revoked on 2026-11-20T00:00:00.000Z',
  );
  const told = async () => (await world.alerts()).map(({ key, facts }) => [key, facts['issuer']]);

  it.each([
    ['B-B', undefined],
    ['B-T', 'B-T'],
    ['B-LT', 'B-LT'],
  ] as const)('is told by its issuer, and is over once that signs again, at level %s', async (_, level) => {
    await world.requested();
    failWith(revoked);
    expect(await world.generate()).toBe('retry');
    expect(await told()).toEqual([['certificate-revoked:ministry', 'ministry']]);
    failWith(undefined);
    world.maker.level = level;
    world.clock.advance({ ms: HOUR_MS });
    expect(await world.generate()).toBe('made');
    expect(await told()).toEqual([]);
  });

  it('of another issuer is none of its business', async () => {
    const facts = { issuer: 'other', detail: 'revoked' };
    const alert = {
      key: 'certificate-revoked:other',
      kind: 'certificate-revoked',
      at: world.clock.now(),
      facts,
    } as const;
    await world.storage.transact((tx) => tx.alerts.raise(alert));
    world.maker.level = 'B-LT';
    await world.valid();
    expect(await told()).toEqual([['certificate-revoked:other', 'other']]);
  });
});

describe('what keeps copies from the level that is wanted', () => {
  const open = async () => (await world.alerts()).map(({ key }) => key).toSorted();
  const make = async (fault?: Error): Promise<void> => {
    failWith(fault);
    world.clock.advance({ ms: HOUR_MS });
    await world.generate();
  };
  const unavailable = (code: Unavailable['code']): Error => new UnavailableFault(code, 'answered 503');

  it.each([
    ['timestamp-unavailable', 'timestamp-unavailable'],
    ['revocation-unavailable', 'revocation-unavailable:ministry'],
  ] as const)('is over with a copy that lacks nothing, also when less is wanted than before: %s', async (code, key) => {
    await world.requested();
    await make(unavailable(code));
    expect(await open()).toEqual([key]);
    await make();
    expect(await open()).toEqual([]);
  });

  it('is over as far as a copy at a lower level shows', async () => {
    await world.requested();
    await world.requested();
    await make(unavailable('timestamp-unavailable'));
    await make(unavailable('revocation-unavailable'));
    world.maker.lowered = { code: 'revocation-unavailable', detail: 'answered 503' };
    world.maker.level = 'B-B';
    await make();
    expect(await open()).toEqual(['revocation-unavailable:ministry', 'timestamp-unavailable']);
    world.maker.level = 'B-T';
    await make();
    expect(await open()).toEqual(['revocation-unavailable:ministry']);
  });

  it('is over for revocation data when these make a copy too large, whether it waits or is lowered', async () => {
    const tooLarge = { code: 'copy-too-large', detail: 'by 3,000 bytes' } as const;
    await world.requested();
    await make(unavailable('revocation-unavailable'));
    await make(unavailable('copy-too-large'));
    expect(await open()).toEqual(['copy-too-large:ministry']);
    await make(unavailable('revocation-unavailable'));
    world.maker.lowered = tooLarge;
    world.maker.level = 'B-T';
    await make();
    expect(await open()).toEqual(['copy-too-large:ministry']);
  });

  it('that a copy is too large is not over with one that isn’t, but once somebody has seen it', async () => {
    await world.requested();
    await world.requested();
    await make(unavailable('copy-too-large'));
    await make();
    expect(await open()).toEqual(['copy-too-large:ministry']);
    const [alert] = await world.alerts();
    expect(alert && endsWhenSeen(alert)).toBe(true);
  });

  it('of another issuer is not over with copies of this one', async () => {
    const facts = { issuer: 'other', detail: 'answered 503' };
    const alert = { kind: 'revocation-unavailable', key: 'revocation-unavailable:other', facts } as const;
    await world.storage.transact((tx) => tx.alerts.raise({ ...alert, at: world.clock.now() }));
    await world.valid();
    expect(await open()).toEqual([alert.key]);
  });
});

it('what is not the issuer’s doing is no alert about it', async () => {
  await world.requested();
  failWith(new MissingGlyphFault(['𬎆']));
  await world.generate();
  expect((await world.alerts()).map(({ kind }) => kind)).toEqual(['missing-glyph']);
});
