import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createDocumentMaker } from '../../engine/document/maker.ts';
import type { ValidationData } from '../../engine/document/revocation/validation-data.ts';
import { readCertificate } from '../../engine/document/verify/x509.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { DAY_MS, HOUR_MS, type Instant, later } from '../../engine/time/instant.ts';
import { createExchange } from '../../service/trust/exchange.ts';
import { KnownRevocations, readKnownRevocations } from '../../service/trust/known-revocations.ts';
import type { RevocationAnswer } from '../../service/trust/validation-keeper.ts';
import { openTrust } from '../../service/trust/open-trust.ts';
import { refuseRevoked } from '../../service/trust/refuse-revoked.ts';
import { NO_TRUST_SERVICES } from '../../service/trust/trust-settings.ts';
import { CERTIFICATE, ENDORSEMENT, NOW, PLAIN, shippedFonts } from '../document/samples.ts';
import { FixedClock } from '../fakes/fixed-clock.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { openTestStorage } from '../fakes/test-storage.ts';
import { ocspResponse, revocationList } from './answers.ts';
import { startTrustServers, type TrustServers } from './trust-servers.ts';

let servers: TrustServers;
let storage: Storage;
let clock: FixedClock;
beforeAll(async () => {
  servers = await startTrustServers();
});
beforeEach(async () => {
  storage = await openTestStorage();
  clock = new FixedClock(new Date(NOW).toISOString());
});
afterEach(() => storage.close());
afterAll(() => servers.close());

const REVOKED = later(NOW, -HOUR_MS);

function response(revokedAt: Instant | undefined, at: Instant) {
  const { authority, signing } = servers;
  const bytes = ocspResponse({ certificate: signing.certificate, authority, revokedAt, at });
  return { type: 'application/ocsp-response', bytes };
}

function respond(revokedAt: Instant | undefined): void {
  servers.answers.set('/ocsp', () => response(revokedAt, clock.now()));
}

/** A service that signs at level B-B: nobody needs its proofs. */
async function open(lists: readonly Uint8Array[] = []) {
  const signers = new Map([['demonstration', servers.signer]]);
  const trust = await openTrust({
    settings: { ...NO_TRUST_SERVICES, revocation: { ocsp: true, lists: true } },
    policy: DEFAULT_POLICY.signature,
    maker: createDocumentMaker({ fonts: shippedFonts(), signers }),
    signers,
    clock,
    random: seededRandom('trust'),
    exchange: createExchange(1500),
  });
  const known = await KnownRevocations.open(storage, lists);
  const maker = refuseRevoked({ ...trust, revocations: () => known.now() });
  const refresh = () => trust.refresh().then(() => known.learn(trust.answers()));
  return { known, maker, refresh, answers: () => trust.answers() };
}

const counts = ({ known }: { known: KnownRevocations }) => {
  const { ocspResponses, revocationLists } = known.now();
  return { ocsp: ocspResponses.length, lists: revocationLists.length };
};

describe('what is known of revocations', () => {
  it('is nothing while authorities say that all is well', async () => {
    respond(undefined);
    const service = await open();
    await service.refresh();
    expect(servers.asked.get('/ocsp')).toBeGreaterThan(0);
    expect(counts(service)).toEqual({ ocsp: 0, lists: 0 });
    await expect(service.maker.makeCopy(CERTIFICATE, ENDORSEMENT)).resolves.toBeDefined();
  });

  it('is what the issuers’ authorities answer, at every level, and outlasts a restart', async () => {
    respond(REVOKED);
    const service = await open();
    await service.refresh();
    expect(counts(service)).toEqual({ ocsp: 1, lists: 0 });
    expect(counts(await open())).toEqual({ ocsp: 1, lists: 0 });
    const read = await storage.transact((tx) => readKnownRevocations(tx, []));
    expect(read.ocspResponses).toHaveLength(1);
  });

  it('is each list once, though several certificates were found in it and the operator keeps it', async () => {
    const proof = revocationList({ authority: servers.authority, at: NOW });
    await storage.transact(async (tx) => {
      for (const certificate of ['a', 'b']) await tx.revocations.put({ certificate, kind: 'list', proof });
    });
    const read = await storage.transact((tx) => readKnownRevocations(tx, [Uint8Array.from(proof)]));
    expect(read.revocationLists).toHaveLength(1);
  });

  it('is forgotten once an authority takes it back, but not because the certificate has ended', async () => {
    respond(REVOKED);
    const service = await open();
    await service.refresh();
    clock.advance({ days: 1 });
    respond(undefined);
    await service.refresh();
    expect(counts(service)).toEqual({ ocsp: 0, lists: 0 });
    respond(REVOKED);
    clock.advance({ days: 1 });
    await service.refresh();
    expect(counts(service)).toEqual({ ocsp: 1, lists: 0 });
    clock.advance({ days: 400 });
    respond(undefined);
    await service.refresh();
    expect(counts(service)).toEqual({ ocsp: 1, lists: 0 });
  });

  it.each([
    ['a list of before, while the responder is down', () => ({ status: 503, bytes: new Uint8Array() })],
    ['an answer of before, sent again', () => response(undefined, later(NOW, -HOUR_MS))],
  ])('isn’t lifted by %s, nor is it after a restart', async (_, answer) => {
    servers.answers.set('/ocsp', () => response(REVOKED, NOW));
    const service = await open();
    await service.refresh();
    clock.advance({ hours: 13 });
    servers.answers.set('/ocsp', answer);
    const asked = servers.asked.get('/ocsp') ?? 0;
    await service.refresh();
    expect(servers.asked.get('/ocsp')).toBeGreaterThan(asked);
    expect(service.answers().map(({ finding }) => finding.revokedAt)).toContain(REVOKED);
    expect(counts(service)).toEqual({ ocsp: 1, lists: 0 });
    const restarted = await open();
    await restarted.refresh();
    expect(restarted.answers().map(({ finding }) => finding.revokedAt)).toEqual([null, null]);
    expect(counts(restarted)).toEqual({ ocsp: 1, lists: 0 });
  });

  it('is what was said last, when several were asked about one certificate', async () => {
    const { authority, signing } = servers;
    const issued = {
      certificate: readCertificate(signing.certificate),
      authority: readCertificate(authority.certificate),
    };
    const answerOf = (at: Instant, revokedAt: Instant | null): RevocationAnswer => ({
      kind: 'ocsp',
      bytes: ocspResponse({ certificate: signing.certificate, authority, revokedAt: revokedAt ?? undefined, at }),
      finding: { revokedAt, thisUpdate: at, nextUpdate: later(at, DAY_MS) },
      issued,
    });
    const service = await open();
    const [before, after] = [answerOf(later(NOW, -HOUR_MS), null), answerOf(NOW, REVOKED)];
    for (const answers of [
      [before, after],
      [after, before],
    ]) {
      await service.known.learn(answers);
      expect(counts(service)).toEqual({ ocsp: 1, lists: 0 });
    }
  });

  it('are also the lists that the operator keeps', async () => {
    const revoked = [{ certificate: servers.signing.certificate, at: REVOKED }];
    const list = revocationList({ authority: servers.authority, at: later(NOW, -DAY_MS), revoked });
    expect(counts(await open([list]))).toEqual({ ocsp: 0, lists: 1 });
  });
});

describe('a key whose certificate is known to be revoked', () => {
  it('signs nothing more, and the fault says since when', async () => {
    respond(REVOKED);
    const { maker, refresh } = await open();
    await refresh();
    const fault = {
      code: 'certificate-revoked',
      detail: '样张 SPECIMEN 签章: revoked on 2026-12-01T01:52:07.000Z',
    };
    await expect(maker.makeCopy(CERTIFICATE, ENDORSEMENT)).rejects.toMatchObject(fault);
    await expect(maker.makePlainCopy(CERTIFICATE, PLAIN)).rejects.toMatchObject(fault);
  });

  it('is looked for once, until something else becomes known', async () => {
    const certificate = servers.signing.certificate;
    const list = (revoked: readonly { certificate: Uint8Array; at: Instant }[]) =>
      revocationList({ authority: servers.authority, at: NOW, revoked });
    let reads = 0;
    const good = {
      certificates: [],
      ocspResponses: [],
      get revocationLists() {
        reads += 1;
        return [list([])];
      },
    };
    const revoked = { ...good, revocationLists: [list([{ certificate, at: REVOKED }])] };
    let known: ValidationData = good;
    const maker = refuseRevoked({
      maker: createDocumentMaker({ fonts: shippedFonts(), signers: new Map([['demonstration', servers.signer]]) }),
      signingChain: () => servers.signer.chain,
      revocations: () => known,
    });
    await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
    const once = reads;
    expect(once).toBeGreaterThan(0);
    await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
    expect(reads).toBe(once);
    known = revoked;
    await expect(maker.makeCopy(CERTIFICATE, ENDORSEMENT)).rejects.toMatchObject({ code: 'certificate-revoked' });
    known = good;
    await expect(maker.makeCopy(CERTIFICATE, ENDORSEMENT)).resolves.toBeDefined();
  });

  it('is told by the same data until there is news', async () => {
    respond(undefined);
    const { known, refresh } = await open();
    const before = known.now();
    await refresh();
    expect(known.now()).toBe(before);
    respond(REVOKED);
    clock.advance({ days: 1 });
    await refresh();
    expect(known.now()).not.toBe(before);
  });

  it('is found by its authority’s certificate, too', async () => {
    const revoked = [{ certificate: servers.authority.certificate, at: REVOKED }];
    const { maker } = await open([revocationList({ authority: servers.root, at: NOW, revoked })]);
    await expect(maker.makeCopy(CERTIFICATE, ENDORSEMENT)).rejects.toMatchObject({ code: 'certificate-revoked' });
  });
});
