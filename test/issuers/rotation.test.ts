import { describe, expect, it } from 'vitest';
import type { EndorsementFace } from '../../engine/document/faces.ts';
import { IssuerFault } from '../../engine/document/faults.ts';
import { usableWith } from '../../engine/document/issuer/certificate-chain.ts';
import { coveredUntil, ringKeys } from '../../engine/document/issuer/key-ring.ts';
import { issuerStanding, outlivedKey } from '../../engine/document/issuer/standing.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import { DAY_MS, type Instant, later } from '../../engine/time/instant.ts';
import { openKey } from '../../service/issuers/issuer-key.ts';
import { loadIssuers } from '../../service/issuers/load-issuers.ts';
import { CERTIFICATE, ENDORSEMENT, shippedFonts } from '../document/samples.ts';
import { party } from '../trust/pki.ts';
import { at, catalogueOf, folderOf, keyPem, MINISTRY, OTHER_ROOT, pem, pemFiles, ROOT, sealOf } from './folder.ts';

/** Two years each, with one in common; the newer one under another root. */
const OLD = sealOf(2025, 2027);
const NEW = sealOf(2026, 2028, OTHER_ROOT);
const FACE = { ...CERTIFICATE, sealedBy: MINISTRY };
const made = (madeAt: Instant): EndorsementFace => ({ ...ENDORSEMENT, madeAt });

async function issuersWith(keys: readonly object[], roots: readonly string[] = []) {
  const [old, fresh] = [pemFiles('old', OLD, ROOT), pemFiles('new', NEW, OTHER_ROOT)];
  const settings = { 'issuers.json': { issuers: { ministry: { keys, roots } } } };
  const issuerDir = await folderOf({ ...settings, ...old.files, ...fresh.files, 'retired.pem': pem(OLD, ROOT) });
  return loadIssuers({ issuerDir, secret: () => undefined }, catalogueOf(MINISTRY), at(2026));
}

const OLD_KEY = { key: 'old.key', chain: 'old.pem' };
const NEW_KEY = { key: 'new.key', chain: 'new.pem' };

async function makerWith(keys: readonly object[]) {
  return createDocumentMaker({ fonts: shippedFonts(), ...(await issuersWith(keys)) });
}

function signedBy(bytes: Uint8Array, trustedRoots: readonly Uint8Array[], when: Instant) {
  const { signature, ...verdict } = verifyDocument(bytes, { trustedRoots, at: when });
  return { ...verdict, signer: signature?.signer };
}

describe('a newer key', () => {
  it('signs from the moment it is valid, without a restart, and the old one’s copies still verify', async () => {
    const { trustedRoots } = await issuersWith([NEW_KEY, OLD_KEY]);
    const maker = await makerWith([NEW_KEY, OLD_KEY]);
    const before = await maker.makeCopy(FACE, made(later(at(2026), -1000)));
    const after = await maker.makeCopy(FACE, made(at(2026)));
    const when = later(at(2026), DAY_MS);
    expect(signedBy(before.bytes, trustedRoots, when)).toMatchObject({ status: 'passed', signer: '测试签章 2025' });
    expect(signedBy(after.bytes, trustedRoots, when)).toMatchObject({ status: 'passed', signer: '测试签章 2026' });
  });

  it('leaves the old one’s copies verifiable when only its root is kept, and not without', async () => {
    const { bytes } = await (await makerWith([OLD_KEY])).makeCopy(FACE, made(at(2026)));
    const kept = await issuersWith([NEW_KEY], ['retired.pem']);
    expect(signedBy(bytes, kept.trustedRoots, at(2026, 2))).toMatchObject({ status: 'passed' });
    const dropped = await issuersWith([NEW_KEY]);
    expect(signedBy(bytes, dropped.trustedRoots, at(2026, 2))).toMatchObject({ reason: 'untrusted-issuer' });
  });

  it('is passed over once it has ended before an older one', async () => {
    const maker = await makerWith([OLD_KEY, NEW_KEY]);
    const { bytes } = await maker.makeCopy(FACE, made(at(2027, 6)));
    expect(signedBy(bytes, [OTHER_ROOT.certificate], at(2027, 6))).toMatchObject({ signer: '测试签章 2026' });
  });
});

describe('an issuer without a valid key', () => {
  it.each([
    ['expired', later(at(2028), 1000)],
    ['not-yet-valid', later(at(2025), -1000)],
  ])('signs nothing: %s', async (code, when) => {
    const maker = await makerWith([NEW_KEY, OLD_KEY]);
    const fault: unknown = await maker.makeCopy(FACE, made(when)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(IssuerFault);
    expect(fault).toMatchObject({ code });
  });

  it('is one whose authority has ended, too', () => {
    const authority = party({ name: '短命根证书', from: at(2020), until: at(2026, 3) });
    const chain = [sealOf(2025, 2030, authority), authority].map(({ certificate }) => certificate);
    expect(usableWith(chain)).toEqual({ from: at(2025), until: at(2026, 3) });
  });
});

describe('how long an issuer can sign', () => {
  const usable = (from: number, until: number) => ({ from: at(from), until: at(until) });

  it.each<[string, { from: Instant; until: Instant }[], Instant | undefined]>([
    ['to the end of its key', [usable(2025, 2027)], at(2027)],
    ['over to the next one', [usable(2026, 2028), usable(2025, 2027)], at(2028)],
    ['with keys end to end', [usable(2027, 2029), usable(2025, 2027)], at(2029)],
    ['not over a gap', [usable(2028, 2030), usable(2025, 2027)], at(2027)],
    ['not at all without a key', [], undefined],
    ['not yet', [usable(2027, 2029)], undefined],
    ['no more', [usable(2020, 2022)], undefined],
  ])('is told: %s', (_, keys, until) => {
    expect(coveredUntil(keys, at(2026))).toBe(until);
  });

  it.each([
    [61, { kind: 'holds' }],
    [60, { kind: 'ends-soon', days: 60 }],
    [59, { kind: 'ends-soon', days: 59 }],
    [0, { kind: 'ends-soon', days: 0 }],
    [-1, { kind: 'cannot-sign', from: null }],
  ])('is warned of in time: %i days before', (days, standing) => {
    expect(issuerStanding([usable(2025, 2027)], later(at(2027), -days * DAY_MS))).toMatchObject(standing);
  });

  it.each([
    [101, undefined],
    [100, { days: 100 }],
    [60, { days: 60 }],
    [0, { days: 0 }],
    [-1, undefined],
  ])('is warned of before copies outlive the key: %i days before', (days, outlived) => {
    const now = later(at(2027), -days * DAY_MS);
    // A copy that is made on that day has its last day on the key’s last.
    const from = later(at(2027), -89 * DAY_MS);
    const expected = outlived && { ...outlived, from, until: at(2027) };
    expect(outlivedKey([usable(2025, 2027)], now, 90)).toEqual(expected);
  });

  const LATER = { from: at(2026, 10), until: at(2029) };
  it.each<[string, { from: Instant; until: Instant }[], Instant, Instant | undefined]>([
    ['not one that a newer one has followed', [usable(2026, 2028), usable(2025, 2027)], at(2026, 12), undefined],
    ['one that another follows only at its end', [usable(2027, 2029), usable(2025, 2027)], at(2026, 12), at(2027)],
    ['not one that another follows before it matters', [LATER, usable(2025, 2027)], at(2026, 9, 25), undefined],
    ['the newest, though an older one lasts', [usable(2025, 2027), usable(2024, 2029)], at(2026, 12), at(2027)],
    ['none where nothing can be signed', [usable(2025, 2027)], at(2028), undefined],
  ])('leaves copies behind of a key that ends: %s', (_, keys, now, until) => {
    expect(outlivedKey(keys, now, 90)?.until).toBe(until);
  });

  it('says when the next key begins', () => {
    expect(issuerStanding([usable(2029, 2030), usable(2028, 2029)], at(2026))).toEqual({
      kind: 'cannot-sign',
      from: at(2028),
    });
  });

  it('is read from certificates', () => {
    const signer = openKey({ pem: Buffer.from(keyPem(OLD)), password: null, certificates: [OLD.certificate] });
    expect(ringKeys(signer)).toEqual([{ signer, from: at(2025), until: at(2027) }]);
  });
});
