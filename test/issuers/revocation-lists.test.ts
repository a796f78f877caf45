import { describe, expect, it } from 'vitest';
import { loadIssuers } from '../../service/issuers/load-issuers.ts';
import { NOW } from '../document/samples.ts';
import { revocationList } from '../trust/answers.ts';
import { at, catalogueOf, folderOf, MINISTRY, OTHER_ROOT, pemFiles, ROOT, sealOf } from './folder.ts';

const SEAL = sealOf(2026, 2030);
const CURRENT = pemFiles('current', SEAL, ROOT);
const REVOKED = [{ certificate: SEAL.certificate, at: at(2026, 10) }];
const LIST = revocationList({ authority: ROOT, revoked: REVOKED, at: at(2026, 11) });

async function load(list: string | Uint8Array) {
  const settings = { keys: [CURRENT.settings], revocationLists: ['list.crl'] };
  const issuerDir = await folderOf({
    'issuers.json': { issuers: { ministry: settings } },
    ...CURRENT.files,
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
