import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { verifyDocument } from '../../engine/document/verify-document.ts';
import { retryPause } from '../../engine/generation/retry-pause.ts';
import type { CopyMaker, MadeCopy } from '../../engine/ports/copy-maker.ts';
import { later } from '../../engine/time/instant.ts';
import { CERTIFICATE, ENDORSEMENT, NOW } from '../document/samples.ts';
import { World } from '../engine/world.ts';
import { ocspResponse } from './answers.ts';
import { basisAt, makerAt } from './stamping.ts';
import { type Answer, startTrustServers, type TrustServers } from './trust-servers.ts';

const DOWN: Answer = () => ({ status: 503, bytes: new Uint8Array() });
const clock = { now: () => NOW };

let servers: TrustServers;
let good: Map<string, Answer>;
beforeAll(async () => {
  servers = await startTrustServers();
  good = new Map(servers.answers);
});
beforeEach(() => {
  for (const [path, answer] of good) servers.answers.set(path, answer);
});
afterAll(() => servers.close());

const down = (...paths: string[]): void => {
  for (const path of paths) servers.answers.set(path, DOWN);
};
const make = (maker: CopyMaker): Promise<MadeCopy> => maker.makeCopy(CERTIFICATE, ENDORSEMENT);
const judge = ({ bytes }: MadeCopy) => verifyDocument(bytes, basisAt(servers, NOW));

describe('a maker that waits', () => {
  it.each([
    ['timestamp-unavailable', ['/tsa']],
    ['revocation-unavailable', ['/ocsp', '/list']],
    ['revocation-unavailable', ['/tsa-list']],
  ])('makes nothing: %s, without %j', async (code, paths) => {
    down(...paths);
    await expect(make(makerAt('B-LT', servers, { clock }))).rejects.toMatchObject({ code });
  });
});

describe('a maker that issues at a lower level', () => {
  const lenient = (level: 'B-T' | 'B-LT' = 'B-LT') => makerAt(level, servers, { clock, onUnavailable: 'issue-lower' });

  it.each([
    ['B-B', 'timestamp-unavailable', ['/tsa']],
    ['B-T', 'revocation-unavailable', ['/ocsp', '/list']],
    ['B-T', 'revocation-unavailable', ['/tsa-list']],
    ['B-B', 'timestamp-unavailable', ['/tsa', '/ocsp', '/list']],
  ])('issues at %s and says %s without %j', async (level, code, paths) => {
    down(...paths);
    const copy = await make(lenient());
    expect(copy).toMatchObject({ level, lowered: { code, detail: expect.stringContaining('answered 503') } });
    expect(judge(copy)).toMatchObject({ status: 'passed', signature: { level } });
  });

  it('says nothing when nothing is missing', async () => {
    expect(await make(lenient('B-T'))).not.toHaveProperty('lowered');
  });

  it('never issues under a revoked certificate', async () => {
    const { authority, signing } = servers;
    const [at, revokedAt] = [later(NOW, -1000), later(NOW, -60_000)];
    const bytes = ocspResponse({ certificate: signing.certificate, authority, at, revokedAt });
    servers.answers.set('/ocsp', () => ({ type: 'application/ocsp-response', bytes }));
    await expect(make(lenient())).rejects.toMatchObject({ code: 'certificate-revoked' });
  });
});

describe('the generation of copies', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.storage.close());

  const makeWith = (maker: CopyMaker): void => {
    const seals = { ...CERTIFICATE.sealedBy, id: 'demonstration' };
    const sealed = { ...CERTIFICATE, sealedBy: seals };
    world.maker.makeCopy = (_, endorsement) => maker.makeCopy(sealed, { ...endorsement, madeAt: NOW });
  };
  const kinds = async () => (await world.alerts()).map(({ kind }) => kind);
  const levels = async () => {
    const entries = await world.storage.transact((tx) => tx.journal.ofHolder('h1', 10));
    return entries.flatMap(({ facts, kind }) => (kind === 'signature-level-lowered' ? [facts] : []));
  };

  it('waits out an outage, with one alert for all that wait, which ends with it', async () => {
    const [first, second] = [await world.requested(), await world.requested()];
    down('/tsa');
    makeWith(makerAt('B-LT', servers, { clock }));
    expect([await world.generate(), await world.generate()]).toEqual(['retry', 'retry']);
    expect(await world.alerts()).toMatchObject([
      {
        key: 'timestamp-unavailable',
        kind: 'timestamp-unavailable',
        facts: { detail: expect.stringContaining('503') },
      },
    ]);
    servers.answers.set('/tsa', good.get('/tsa') ?? DOWN);
    makeWith(makerAt('B-LT', servers, { clock }));
    world.clock.advance({ ms: retryPause(1) });
    expect([await world.generate(), await world.generate()]).toEqual(['made', 'made']);
    expect(await kinds()).toEqual([]);
    for (const { id } of [first, second]) {
      const bytes = await world.storage.transact((tx) => tx.copies.get(id));
      expect(verifyDocument(bytes ?? Buffer.alloc(0), basisAt(servers, NOW)).signature?.level).toBe('B-LT');
    }
    expect(await levels()).toEqual([]);
  });

  it('keeps on record which copies are at a lower level, and alerts staff once', async () => {
    const { id } = await world.requested();
    await world.requested();
    down('/ocsp', '/list');
    makeWith(makerAt('B-LT', servers, { clock, onUnavailable: 'issue-lower' }));
    expect([await world.generate(), await world.generate()]).toEqual(['made', 'made']);
    expect(await levels()).toContainEqual(
      expect.objectContaining({ endorsementId: id, level: 'B-T', because: 'revocation-unavailable' }),
    );
    expect(await levels()).toHaveLength(2);
    expect(await kinds()).toEqual(['revocation-unavailable']);
  });
});
