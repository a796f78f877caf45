import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expireLapsed } from '../../engine/endorsement/expire-endorsements.ts';
import { makePlainCopy } from '../../engine/generation/make-plain-copy.ts';
import { withdrawCertificate } from '../../engine/registry/withdraw-certificate.ts';
import { type FileSoundness, judgeFile } from '../../engine/verification/file-soundness.ts';
import { passes, verifyCopy } from '../../engine/verification/verify-copy.ts';
import { AUCTIONEER, certificateOf, holderNamed, World } from '../engine/world.ts';
import { day } from '../engine/arbitraries.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.storage.close());

const judged = (bytes: Uint8Array) => judgeFile(bytes, { trustedRoots: [], at: world.clock.now() });

function verify(bytes: Uint8Array, over: Partial<FileSoundness> = {}) {
  const file = { ...judged(bytes), ...over };
  return world.storage.transact((tx) => verifyCopy(tx, world, { now: world.clock.now(), file }));
}

async function issuedOf(bytes: Uint8Array, over: Partial<FileSoundness> = {}) {
  return (await verify(bytes, over)).issued;
}

async function copyOf(id: string): Promise<Uint8Array> {
  const bytes = await world.storage.transact((tx) => tx.copies.get(id));
  if (!bytes) throw new Error(`no copy of ${id}`);
  return bytes;
}

function withdraw(certificateId: string) {
  return world.storage.transact((tx) => withdrawCertificate(tx, world, { now: world.clock.now(), certificateId }));
}

describe('whether a file was issued here and holds today', () => {
  it('passes exactly the file that was issued, from its first day to its last', async () => {
    const { id } = await world.valid({ validity: { days: 2 } });
    const bytes = await copyOf(id);
    expect(await issuedOf(bytes)).toMatchObject({ status: 'passed', reason: 'valid' });
    for (const changed of [bytes.slice(1), Uint8Array.from([...bytes, 10]), new Uint8Array()]) {
      expect(await issuedOf(changed)).toEqual({ status: 'failed', reason: 'not-issued', copy: null });
    }
    world.clock.advance({ days: 1 });
    expect(await issuedOf(bytes)).toMatchObject({ status: 'passed' });
    world.clock.advance({ days: 1 });
    expect(await issuedOf(bytes)).toMatchObject({ status: 'failed', reason: 'expired' });
    await expireLapsed(world.storage, world.zone, world.clock.now());
    expect(await issuedOf(bytes)).toMatchObject({ status: 'failed', reason: 'expired' });
  });

  it.each([
    ['holder', 'revoked-by-holder'],
    ['staff', 'revoked-by-staff'],
    ['certificate-corrected', 'certificate-corrected'],
    ['certificate-withdrawn', 'certificate-withdrawn'],
  ] as const)('says who or what ended it early: %s', async (cause, reason) => {
    const { id } = await world.valid();
    const bytes = await copyOf(id);
    await world.revoke(id, { holderId: null, cause });
    expect(await issuedOf(bytes)).toMatchObject({ status: 'failed', reason });
  });

  it('says that the certificate was withdrawn, also of a copy that was over already', async () => {
    const expired = await copyOf((await world.valid({ validity: { days: 1 } })).id);
    world.clock.advance({ days: 1 });
    const valid = await copyOf((await world.valid()).id);
    await withdraw('c1');
    for (const bytes of [expired, valid]) {
      expect(await issuedOf(bytes)).toMatchObject({ status: 'failed', reason: 'certificate-withdrawn' });
    }
  });

  it('shows a masked name, qualification, level, scenario, validity, issuer, number and time made, and nothing else', async () => {
    const { id, number } = await world.valid();
    expect(await issuedOf(await copyOf(id))).toEqual({
      status: 'passed',
      reason: 'valid',
      copy: {
        kind: 'endorsed',
        maskedName: '欧***',
        qualification: { 'zh-CN': '执业药师', en: 'Licensed Pharmacist' },
        level: null,
        issuer: '示范部',
        scenario: { 'zh-CN': '本人调用', en: 'Use by the holder' },
        number,
        firstDay: '2026-11-20',
        lastDay: '2027-02-17',
        madeAt: world.clock.now(),
      },
    });
  });

  it('answers also when the operator has taken the qualification out of the catalogue', async () => {
    const bytes = await copyOf((await world.valid()).id);
    const deps = { ...world, catalogue: { ...world.catalogue, qualifications: [] } };
    const ask = { now: world.clock.now(), file: judged(bytes) };
    const { issued } = await world.storage.transact((tx) => verifyCopy(tx, deps, ask));
    expect(issued.copy?.qualification.en).toBe('licensed-pharmacist');
  });
});

describe('a plain copy', () => {
  const certificate = certificateOf('h2', 'c2', { qualification: AUCTIONEER.code, issuedOn: day('2020-01-01') });
  let bytes: Uint8Array;
  beforeEach(async () => {
    const holder = holderNamed('h2', { documentType: 'passport', documentNumber: 'E1234567', name: '林晓雨' });
    await world.addHolder(holder, [certificate]);
    const item = { key: 'plain-copy:c2:1', accountId: 'a1', attempts: 1 };
    bytes = await makePlainCopy(world, { certificate, holder, item });
  });

  it('is known again, and holds as long as its certificate does', async () => {
    expect(await issuedOf(bytes)).toEqual({
      status: 'passed',
      reason: 'valid',
      copy: {
        kind: 'plain',
        maskedName: '林**',
        qualification: AUCTIONEER.name,
        level: null,
        issuer: '示范部',
        madeAt: world.clock.now(),
      },
    });
    world.clock.advance({ days: 1000 });
    expect(await issuedOf(bytes)).toMatchObject({ status: 'passed' });
    await withdraw('c2');
    expect(await issuedOf(bytes)).toMatchObject({ status: 'failed', reason: 'certificate-withdrawn' });
  });

  it('no longer holds when the certificate went to the holder of a corrected document', async () => {
    await world.storage.transact((tx) => tx.certificates.updateMany([{ ...certificate, holderId: 'h1' }]));
    const issued = await issuedOf(bytes);
    expect(issued).toMatchObject({ status: 'failed', reason: 'certificate-corrected', copy: { maskedName: '林**' } });
  });
});

describe('a file that is not one of ours', () => {
  it('is called altered when it links to the verification of a copy of ours, or has our marks', async () => {
    const { verificationCode } = await world.valid();
    const linking = Buffer.from(`%PDF-1.7\n/URI (https://example.org/v/${verificationCode})`);
    expect(await issuedOf(linking)).toEqual({ status: 'failed', reason: 'altered', copy: null });
    const marked = { traces: { codes: [], signedHere: true } };
    expect(await issuedOf(Buffer.from('%PDF-1.7'), marked)).toMatchObject({ reason: 'altered' });
  });

  it('is foreign when its code is unknown, or it is soundly signed by another authority', async () => {
    const linking = Buffer.from('%PDF-1.7\n/URI (https://example.org/v/000000000000000000)');
    expect(await issuedOf(linking)).toMatchObject({ reason: 'not-issued' });
    const { signature } = await verify(Buffer.from('%PDF-1.7')).then(({ sound }) => sound);
    expect(signature).toBeNull();
  });
});

it('passes as a whole only when both answers do', async () => {
  const bytes = await copyOf((await world.valid()).id);
  const verdict = await verify(bytes);
  expect(verdict).toMatchObject({ issued: { status: 'passed' }, sound: { status: 'failed', reason: 'not-a-pdf' } });
  expect(passes(verdict)).toBe(false);
});
