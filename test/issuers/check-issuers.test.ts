import { expect, it } from 'vitest';
import { type Instant, Zone } from '../../engine/time/instant.ts';
import { checkIssuers } from '../../service/issuers/check-issuers.ts';
import { readIssuers } from '../../service/issuers/read-issuers.ts';
import { at, catalogueOf, folderOf, issuerNamed, MINISTRY, pemFiles, ROOT, sealOf } from './folder.ts';

const zone = new Zone('Asia/Shanghai');
const CURRENT = pemFiles('current', sealOf(2026, 2028), ROOT);
const NEXT = pemFiles('next', sealOf(2027, 2030), ROOT);

async function findings(keys: readonly object[], now: Instant, certificates = false): Promise<string[]> {
  const settings = { 'issuers.json': { issuers: { ministry: { keys } } } };
  const dir = await folderOf({ ...settings, ...CURRENT.files, ...NEXT.files });
  const read = await readIssuers(dir, catalogueOf(MINISTRY), () => undefined);
  return checkIssuers(read, { zone, now, certificates }).map(({ kind, text }) => `${kind} ${text}`);
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

it('finds an issuer bad that can’t sign now', async () => {
  expect(await findings([CURRENT.settings], at(2028, 2))).toEqual([
    'bad ministry: has no key that is valid now; add a newer key',
  ]);
  expect(await findings([NEXT.settings], at(2026))).toEqual([
    'bad ministry: has no key that is valid now; the next key begins on 2027-01-01',
  ]);
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
  const found = checkIssuers(read, { zone, now: at(2026), certificates: false });
  expect(found.map(({ kind }) => kind)).toEqual(['bad', 'good']);
});

it('says of a demonstration key that is to be made yet', async () => {
  const dir = await folderOf({});
  const read = await readIssuers(dir, catalogueOf(issuerNamed('demo', true)), () => undefined);
  expect(checkIssuers(read, { zone, now: at(2026), certificates: true })).toEqual([
    { kind: 'note', text: 'demo: the demonstration issuer is made at the first start' },
  ]);
});
