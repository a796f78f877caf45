import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IssuerFault, MissingGlyphFault } from '../../engine/document/faults.ts';
import { generateNext } from '../../engine/generation/generate-copy.ts';
import { retryPause } from '../../engine/generation/retry-pause.ts';
import type { MadeCopy } from '../../engine/ports/copy-maker.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import { withdrawCertificate } from '../../engine/registry/withdraw-certificate.ts';
import { World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open({ policy: { ...DEFAULT_POLICY, generation: { promiseHours: 24, attempts: 3 } } });
});
afterEach(() => world.storage.close());

const copyOf = (id: string) => world.storage.transact((tx) => tx.copies.get(id));
const backlog = async () => (await world.storage.transact((tx) => tx.jobs.backlog())).count;

describe('making a copy', () => {
  it('stores it, makes the endorsement valid and queues it for the holder', async () => {
    const { id } = await world.requested();
    expect(await world.generate()).toBe('made');
    const endorsement = await world.endorsement(id);
    expect(endorsement).toMatchObject({ status: 'valid', generatedAt: world.clock.now(), endedAt: null });
    expect(endorsement.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(new TextDecoder().decode(await copyOf(id))).toContain(endorsement.number);
    expect(await world.queued()).toEqual([
      {
        key: `copy:${id}:first`,
        accountId: 'a1',
        priority: 1,
        message: { kind: 'copy', endorsementId: id, firstTime: true },
      },
    ]);
    expect(await world.generate()).toBe('idle');
    expect(await world.journal()).toEqual(expect.arrayContaining(['endorsement-requested', 'endorsement-valid']));
  });

  it('leaves it nowhere but in the database', async () => {
    const makeCopy = world.maker.makeCopy.bind(world.maker);
    const made: MadeCopy[] = [];
    vi.spyOn(world.maker, 'makeCopy').mockImplementation(async (...faces) => {
      const copy = await makeCopy(...faces);
      made.push(copy);
      return copy;
    });
    const { id } = await world.valid();
    expect(made.map(({ bytes }) => bytes.length)).toEqual([0]);
    expect((await copyOf(id))?.length).toBeGreaterThan(0);
  });

  it('shows what the certificate and the endorsement say, and no phone', async () => {
    const { number, verificationCode } = await world.valid({ validity: { days: 30 } });
    expect(world.maker.faces).toEqual([
      {
        certificate: expect.objectContaining({
          holder: {
            name: '欧阳娜娜',
            gender: 'female',
            birthMonth: '1949-12',
            documentType: 'resident-identity-card',
            documentNumber: '11010519491231002X',
          },
          managementNumber: 'M-c1',
          sealedBy: expect.objectContaining({ id: 'ministry' }),
        }),
        endorsement: {
          number,
          verificationCode,
          verifyUrl: `https://example.org/v/${verificationCode}`,
          scenario: { 'zh-CN': '本人调用', en: 'Use by the holder' },
          firstDay: '2026-11-20',
          lastDay: '2026-12-19',
          days: 30,
          madeAt: world.clock.now(),
          zone: 'Asia/Shanghai',
        },
      },
    ]);
  });

  it('that fails is tried again, later each time, and reported', async () => {
    const { id } = await world.requested();
    const fault = new IssuerFault('expired', 'the key is too old');
    world.maker.before = () => Promise.reject(fault);
    expect(await world.generate()).toBe('retry');
    expect(world.faults).toEqual([fault]);
    expect((await world.endorsement(id)).status).toBe('generating');
    world.clock.advance({ ms: retryPause(1) - 1 });
    expect(await world.generate()).toBe('idle');
    world.clock.advance({ ms: 1 });
    world.maker.before = async () => undefined;
    expect(await world.generate()).toBe('made');
  });

  it('that fails for good gives the slot back, tells the holder and alerts staff', async () => {
    await world.requested();
    await world.requested();
    const { id } = await world.requested();
    world.maker.before = () => Promise.reject(new IssuerFault('expired', 'the key is too old'));
    const outcomes: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      outcomes.push(await world.generate());
      world.clock.advance({ hours: 1 });
    }
    expect(outcomes.filter((outcome) => outcome !== 'idle')).toHaveLength(9);
    expect(outcomes.filter((outcome) => outcome === 'failed')).toHaveLength(3);
    expect(await world.endorsement(id)).toMatchObject({ status: 'failed', endedBecause: 'signer', sha256: null });
    expect(await world.alerts()).toContainEqual(
      expect.objectContaining({
        key: `generation:${id}`,
        kind: 'generation-failed',
        facts: { endorsementId: id, because: 'signer' },
      }),
    );
    expect(await world.queued()).toMatchObject([{ message: { kind: 'failed' }, accountId: 'a1' }]);
    expect(await backlog()).toBe(0);
    expect((await world.request()).ok).toBe(true);
  });

  it('stops at once when a character has no glyph, and names the characters but not the name', async () => {
    const { id } = await world.requested();
    world.maker.before = () => Promise.reject(new MissingGlyphFault(['𬎆', '㛃']));
    expect(await world.generate()).toBe('failed');
    expect(await world.endorsement(id)).toMatchObject({ status: 'failed', endedBecause: 'missing-glyph' });
    const [alert] = await world.alerts();
    expect(alert).toMatchObject({ kind: 'missing-glyph', facts: { endorsementId: id, characters: 'U+36C3 U+2C386' } });
    expect(JSON.stringify(alert)).not.toMatch(/[𬎆㛃欧阳娜]/u);
  });

  it('is given up when the catalogue has lost the qualification, and holds no other job up', async () => {
    const broken = await world.requested();
    const catalogue = { ...world.catalogue, qualifications: [] };
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const generated = await withCatalogue(catalogue);
      expect(generated).toBe(attempt < 3 ? 'retry' : 'failed');
      world.clock.advance({ hours: 1 });
    }
    expect(await world.endorsement(broken.id)).toMatchObject({ status: 'failed', endedBecause: 'fault' });
  });

  it('that comes too late to be of use fails instead', async () => {
    world.clock.set('2026-11-20T23:59:00+08:00');
    const late = await world.requested({ validity: { days: 1 } });
    world.clock.set('2026-11-21T00:00:00+08:00');
    expect(await world.generate()).toBe('failed');
    expect(await world.endorsement(late.id)).toMatchObject({ status: 'failed', endedBecause: 'too-late' });

    world.clock.set('2026-11-21T23:59:00+08:00');
    const later = await world.requested({ validity: { days: 1 } });
    world.maker.before = async () => world.clock.set('2026-11-22T00:00:00+08:00');
    expect(await world.generate()).toBe('failed');
    expect(await world.endorsement(later.id)).toMatchObject({
      status: 'failed',
      endedBecause: 'too-late',
      sha256: null,
    });
    expect(await copyOf(later.id)).toBeUndefined();
  });
});

describe('a copy that is not wanted any more', () => {
  it('is not made when the endorsement was revoked before', async () => {
    const { id } = await world.requested();
    await world.revoke(id);
    expect(await world.generate()).toBe('dropped');
    expect(world.maker.made).toBe(0);
    expect(await backlog()).toBe(0);
  });

  it('is thrown away when the endorsement was revoked while it was made', async () => {
    const { id } = await world.requested();
    world.maker.before = async () => void (await world.revoke(id));
    expect(await world.generate()).toBe('dropped');
    expect(await world.endorsement(id)).toMatchObject({ status: 'revoked', generatedAt: null, sha256: null });
    expect(await copyOf(id)).toBeUndefined();
    expect(await world.queued()).toEqual([]);
    expect(await backlog()).toBe(0);
  });

  it('is thrown away, and the holder told, when the certificate was withdrawn while it was made', async () => {
    const { id } = await world.requested();
    const ask = { now: world.clock.now(), certificateId: 'c1' };
    world.maker.before = async () => void (await world.storage.transact((tx) => withdrawCertificate(tx, world, ask)));
    expect(await world.generate()).toBe('dropped');
    expect(await world.endorsement(id)).toMatchObject({ status: 'revoked', endedBecause: 'certificate-withdrawn' });
    expect(await world.queued()).toMatchObject([{ key: `revoked:${id}`, accountId: 'a1' }]);
  });

  it('goes to nobody when the holder has unlinked, and to the account the holder is linked with now', async () => {
    const [first, second] = [await world.requested(), await world.requested()];
    const link = await world.storage.transact((tx) => tx.links.activeOfAccount('a1'));
    await world.storage.transact((tx) => tx.links.end(link!.id, 'by-holder', world.clock.now()));
    await world.generate();
    expect(await world.queued()).toEqual([]);
    await world.addAccount('a2');
    await world.link('a2', 'h1');
    await world.generate();
    expect(await world.queued()).toMatchObject([{ accountId: 'a2' }]);
    expect((await world.endorsement(first.id)).status).toBe('valid');
    expect((await world.endorsement(second.id)).status).toBe('valid');
  });
});

describe('a worker that dies', () => {
  it('before it stores the copy leaves the job to another, and one copy and one message come of it', async () => {
    const { id } = await world.requested();
    // Killed after the claim: whatever the maker was doing never comes back.
    world.maker.before = () => new Promise(() => undefined);
    void world.generate();
    await world.storage.transact((tx) => tx.jobs.backlog());
    world.maker.before = async () => undefined;
    expect(await world.generate()).toBe('idle');
    world.clock.advance({ hours: 1 });
    expect(await world.generate()).toBe('made');
    expect(await world.generate()).toBe('idle');
    expect(world.maker.made).toBe(1);
    expect(await world.queued()).toMatchObject([{ key: `copy:${id}:first` }]);
  });

  it('only as it seemed, and comes back after another took over, changes nothing', async () => {
    const { id } = await world.requested();
    let wake = (): void => undefined;
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    world.maker.before = () => asleep;
    const slow = world.generate();
    await world.storage.transact((tx) => tx.jobs.backlog());
    world.clock.advance({ hours: 1 });
    world.maker.before = async () => undefined;
    expect(await world.generate()).toBe('made');
    const { sha256 } = await world.endorsement(id);
    wake();
    expect(await slow).toBe('dropped');
    expect((await world.endorsement(id)).sha256).toBe(sha256);
    expect(new TextDecoder().decode(await copyOf(id))).toContain('attempt 1');
  });

  it('only as it seemed, and comes back while another is at work, leaves it to that one', async () => {
    await world.requested();
    const wake: (() => void)[] = [];
    world.maker.before = () => new Promise((resolve) => wake.push(resolve));
    const slow = world.generate();
    await world.storage.transact((tx) => tx.jobs.backlog());
    world.clock.advance({ hours: 1 });
    const other = world.generate();
    await world.storage.transact((tx) => tx.jobs.backlog());
    expect(wake).toHaveLength(2);
    wake[0]?.();
    expect(await slow).toBe('dropped');
    wake[1]?.();
    expect(await other).toBe('made');
    expect(await world.storage.transact((tx) => tx.outbox.count('holder', 'queued'))).toBe(1);
  });

  it('at every attempt does not do so for ever', async () => {
    const { id } = await world.requested();
    world.maker.before = () => new Promise(() => undefined);
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      void world.generate();
      await world.storage.transact((tx) => tx.jobs.backlog());
      world.clock.advance({ hours: 1 });
    }
    expect(await world.generate()).toBe('failed');
    expect(await world.endorsement(id)).toMatchObject({ status: 'failed', endedBecause: 'fault' });
  });
});

async function withCatalogue(catalogue: World['catalogue']) {
  const { storage, clock, policy, zone, maker } = world;
  return generateNext({
    storage,
    clock,
    policy,
    zone,
    maker,
    catalogue,
    verifyUrl: (code) => code,
    onFault: () => undefined,
  });
}
