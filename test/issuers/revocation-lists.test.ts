import { describe, expect, it } from 'vitest';
import { loadIssuers } from '../../service/issuers/load-issuers.ts';
import { NOW } from '../document/samples.ts';
import { revocationList } from '../trust/answers.ts';
import { party } from '../trust/pki.ts';
import { at, catalogueOf, folderOf, issuerNamed, MINISTRY, OTHER_ROOT, pemFiles, ROOT, sealOf } from './folder.ts';

const SEAL = sealOf(2026, 2030);
const CURRENT = pemFiles('current', SEAL, ROOT);
const REVOKED = [{ certificate: SEAL.certificate, at: at(2026, 10) }];
const LIST = revocationList({ authority: ROOT, revoked: REVOKED, at: at(2026, 11) });

// The authority's next key, under its old name.
const RENEWED = party({ name: '测试根证书', keyName: '测试根证书 2', from: at(2026), until: at(2040) });
const NEXT = pemFiles('next', sealOf(2027, 2031, RENEWED), RENEWED);

async function load(list: string | Uint8Array, ...keys: readonly (typeof CURRENT)[]) {
  const described = [CURRENT, ...keys];
  const settings = { keys: described.map((key) => key.settings), revocationLists: ['list.crl'] };
  const issuerDir = await folderOf({
    'issuers.json': { issuers: { ministry: settings } },
    ...Object.assign({}, ...described.map(({ files }) => files)),
    'list.crl': list,
  });
  const { revocationLists } = await loadIssuers({ issuerDir, secret: () => undefined }, catalogueOf(MINISTRY), NOW);
  return revocationLists.map((one) => Buffer.from(one));
}

describe('a list of revoked certificates beside an issuer’s keys', () => {
  it.each([
    ['DER', LIST],
    ['PEM', `-----BEGIN X509 CRL-----\n${Buffer.from(LIST).toString('base64')}\n-----END X509 CRL-----\n`],
  ])('may be in %s', async (_form, list) => {
    expect(await load(list)).toEqual([Buffer.from(LIST)]);
  });

  it('may be of an authority whose keys are gone', async () => {
    expect(await load(revocationList({ authority: OTHER_ROOT, at: at(2026, 11) }))).toHaveLength(1);
  });

  it('may be of an authority that has changed its key, signed with the old or the new one', async () => {
    expect(await load(LIST, NEXT)).toHaveLength(1);
    expect(await load(revocationList({ authority: RENEWED, at: at(2026, 11) }), NEXT)).toHaveLength(1);
  });

  it('is kept once where several issuers under one authority name it', async () => {
    const settings = { keys: [CURRENT.settings], revocationLists: ['list.crl', 'same.crl'] };
    const issuerDir = await folderOf({
      'issuers.json': { issuers: { ministry: settings, association: settings } },
      ...CURRENT.files,
      'list.crl': LIST,
      'same.crl': LIST,
    });
    const catalogue = catalogueOf(MINISTRY, issuerNamed('association'));
    const { revocationLists } = await loadIssuers({ issuerDir, secret: () => undefined }, catalogue, NOW);
    expect(revocationLists).toHaveLength(1);
  });

  it('is no list when it is signed with neither of an authority’s keys', async () => {
    const list = revocationList({ authority: { ...ROOT, key: OTHER_ROOT.key }, at: at(2026, 11) });
    await expect(load(list, NEXT)).rejects.toThrow(/can't be used: signature-wrong/);
  });

  it('may have 10 MB', async () => {
    const list = Buffer.alloc(10 * 1024 * 1024 + 1, LIST);
    await expect(load(list)).rejects.toThrow(/revocationLists\[0\]: .*list\.crl has more than 10 MB/);
  });

  it.each([
    ['nothing', 'nothing', /revocationLists\[0\]: .*list\.crl holds no revocation list/],
    ['garbage', Buffer.from('3003020101', 'hex'), /revocationLists\[0\]: .*can't be used: malformed/],
    [
      'signed by somebody else in its name',
      revocationList({ authority: { ...ROOT, key: OTHER_ROOT.key }, at: at(2026, 11) }),
      /can't be used: signature-wrong/,
    ],
  ])('is no list when it is %s', async (_, list, sentence) => {
    await expect(load(list)).rejects.toThrow(sentence);
  });
});
