import { expect, it } from 'vitest';
import type { ValidationData } from '../../engine/document/revocation/validation-data.ts';
import type { SignatureLevel } from '../../engine/policy/policy.ts';
import { type Instant, Zone } from '../../engine/time/instant.ts';
import { checkIssuers } from '../../service/issuers/check-issuers.ts';
import { readIssuers } from '../../service/issuers/read-issuers.ts';
import { revocationList } from '../trust/answers.ts';
import { at, catalogueOf, folderOf, issuerNamed, MINISTRY, pemFiles, ROOT, sealOf } from './folder.ts';

const zone = new Zone('Asia/Shanghai');
const SEAL = sealOf(2026, 2028);
const CURRENT = pemFiles('current', SEAL, ROOT);
const NEXT = pemFiles('next', sealOf(2027, 2030), ROOT);
const REVOKED = [{ certificate: SEAL.certificate, at: at(2026, 10) }];
const NOTHING: ValidationData = { certificates: [], ocspResponses: [], revocationLists: [] };
const CHECK = { zone, revocations: NOTHING, level: (): SignatureLevel => 'B-T', maxDays: 90 };
const LISTED = {
  ...NOTHING,
  revocationLists: [revocationList({ authority: ROOT, revoked: REVOKED, at: at(2026, 11) })],
};

async function findings(
  keys: readonly object[],
  now: Instant,
  certificates = false,
  revocations = NOTHING,
  level: SignatureLevel = 'B-T',
): Promise<string[]> {
  const settings = { 'issuers.json': { issuers: { ministry: { keys } } } };
  const dir = await folderOf({ ...settings, ...CURRENT.files, ...NEXT.files });
  const read = await readIssuers(dir, catalogueOf(MINISTRY), () => undefined);
  return checkIssuers(read, { ...CHECK, now, certificates, revocations, level: () => level }).map(
    ({ kind, text }) => `${kind} ${text}`,
  );
}

it('says how long each issuer can sign', async () => {
  expect(await findings([CURRENT.settings], at(2027))).toEqual(['good ministry: can sign until 2028-01-01']);
});

it('warns of the end while there is time, unless a newer key is there', async () => {
  const now = at(2027, 12, 2);
  expect(await findings([CURRENT.settings], now)).toEqual([
    'soon ministry: can sign only until 2028-01-01, for another 30 days; add a newer key',
  ]);
  expect(await findings([NEXT.settings, CURRENT.settings], now)).toEqual(['good ministry: can sign until 2030-01-01']);
});

it('warns without time stamps before copies outlive the key, and says when their signature is no longer confirmed', async () => {
  const check = (now: Instant, keys = [CURRENT.settings], level: SignatureLevel = 'B-B') =>
    findings(keys, now, false, NOTHING, level);
  expect(await check(at(2027, 9, 22))).toEqual(['good ministry: can sign until 2028-01-01']);
  const outlive =
    'copies of 90 days made from 2027-10-04 on outlive the key: their signature is no longer confirmed after 2028-01-01';
  const mend = 'add a newer key that is valid now, or a time-stamping authority (TSA_URL)';
  expect(await check(at(2027, 9, 23))).toEqual([`soon ministry: can sign until 2028-01-01; ${outlive}; ${mend}`]);
  expect(await check(at(2027, 12, 2))).toEqual([
    `soon ministry: can sign only until 2028-01-01, for another 30 days; ${outlive}; ${mend}`,
  ]);
  expect(await check(at(2027, 9, 23), [CURRENT.settings], 'B-T')).toEqual(['good ministry: can sign until 2028-01-01']);
  expect(await check(at(2027, 12, 2), [NEXT.settings, CURRENT.settings])).toEqual([
    'good ministry: can sign until 2030-01-01',
  ]);
});

it('warns of copies that outlive a key though another follows at its end', async () => {
  const following = pemFiles('following', sealOf(2028, 2030), ROOT);
  const settings = { 'issuers.json': { issuers: { ministry: { keys: [following.settings, CURRENT.settings] } } } };
  const dir = await folderOf({ ...settings, ...following.files, ...CURRENT.files });
  const read = await readIssuers(dir, catalogueOf(MINISTRY), () => undefined);
  const now = at(2027, 12, 2);
  expect(checkIssuers(read, { ...CHECK, now, certificates: false, level: () => 'B-B' })).toEqual([
    {
      kind: 'soon',
      text: 'ministry: can sign until 2030-01-01; copies of 90 days made from 2027-10-04 on outlive the key: their signature is no longer confirmed after 2028-01-01; add a newer key that is valid now, or a time-stamping authority (TSA_URL)',
    },
  ]);
});

it('finds an issuer bad that can’t sign now', async () => {
  expect(await findings([CURRENT.settings], at(2028, 2))).toEqual([
    'bad ministry: has no key that is valid now; add a newer key',
  ]);
  expect(await findings([NEXT.settings], at(2026))).toEqual([
    'bad ministry: has no key that is valid now; the next key begins on 2027-01-01',
  ]);
});

it('finds an issuer bad whose key is known to be revoked, until a newer one takes over', async () => {
  const revoked = "bad ministry: can't sign, as “测试签章 2026” was revoked on 2026-10-01; add a newer key";
  expect(await findings([CURRENT.settings], at(2026, 12), false, LISTED)).toEqual([revoked]);
  const keys = [NEXT.settings, CURRENT.settings];
  expect(await findings(keys, at(2026, 12), true, LISTED)).toEqual([
    revoked,
    expect.stringContaining('next.key'),
    expect.stringContaining('测试根证书'),
    'note   current.key “测试签章 2026”: P-256, 2026-01-01 to 2028-01-01: revoked on 2026-10-01',
    expect.stringContaining('测试根证书'),
  ]);
  expect(await findings(keys, at(2027, 12), false, LISTED)).toEqual(['good ministry: can sign until 2030-01-01']);
});

it('lists every certificate with its algorithm and days, in the authority’s zone', async () => {
  const root = 'note     signed by “测试根证书”: P-256, 2020-01-01 to 2040-01-01';
  expect(await findings([NEXT.settings, CURRENT.settings], at(2026, 6), true)).toEqual([
    'good ministry: can sign until 2030-01-01',
    'note   next.key “测试签章 2027”: P-256, 2027-01-01 to 2030-01-01: not valid yet',
    root,
    'note   current.key “测试签章 2026”: P-256, 2026-01-01 to 2028-01-01',
    root,
  ]);
  expect(await findings([NEXT.settings, CURRENT.settings], at(2029), true)).toContain(
    'note   current.key “测试签章 2026”: P-256, 2026-01-01 to 2028-01-01: over; copies that it signed are still known',
  );
});

it('names what is wrong with one issuer beside what is right with another', async () => {
  const dir = await folderOf({
    'issuers.json': { issuers: { ministry: { keys: [CURRENT.settings] } } },
    ...CURRENT.files,
  });
  const read = await readIssuers(dir, catalogueOf(MINISTRY, issuerNamed('association')), () => undefined);
  const found = checkIssuers(read, { ...CHECK, now: at(2026), certificates: false });
  expect(found.map(({ kind }) => kind)).toEqual(['bad', 'good']);
});

it('says of a demonstration key that is to be made yet', async () => {
  const dir = await folderOf({});
  const read = await readIssuers(dir, catalogueOf(issuerNamed('demo', true)), () => undefined);
  expect(checkIssuers(read, { ...CHECK, now: at(2026), certificates: true })).toEqual([
    { kind: 'note', text: 'demo: the demonstration issuer is made at the first start' },
  ]);
});
