import { expect, it } from 'vitest';
import { createKeySigner } from '../../engine/document/issuer/key-signer.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import { type Issuers, loadIssuers } from '../../service/issuers/load-issuers.ts';
import { CERTIFICATE, ENDORSEMENT, shippedFonts } from '../document/samples.ts';
import { type Party, party } from '../trust/pki.ts';
import { at, catalogueOf, folderOf, MINISTRY, pem, pemFiles, ROOT, sealOf } from './folder.ts';

/** As authorities renew themselves: the name and key stay, the certificate is another. */
const RENEWED = party({ name: '测试根证书', from: at(2026), until: at(2046) });
const OLD = sealOf(2025, 2027);
const NEW = sealOf(2026, 2028);
const [OLD_FILES, NEW_FILES] = [pemFiles('old', OLD, ROOT), pemFiles('new', NEW, RENEWED)];
/** Both keys' copies are asked about on this day. */
const TODAY = at(2026, 6);
const FACE = { ...CERTIFICATE, sealedBy: MINISTRY };

function issuersWith(settings: object, files: Parameters<typeof folderOf>[0] = {}): Promise<Issuers> {
  return folderOf({
    'issuers.json': { issuers: { ministry: settings } },
    ...OLD_FILES.files,
    ...NEW_FILES.files,
    'renewed.pem': pem(RENEWED),
    ...files,
  }).then((issuerDir) => loadIssuers({ issuerDir, secret: () => undefined }, catalogueOf(MINISTRY), TODAY));
}

async function copyBy({ signers }: Pick<Issuers, 'signers'>, madeAt = TODAY): Promise<Uint8Array> {
  const maker = createDocumentMaker({ fonts: shippedFonts(), signers });
  return (await maker.makeCopy(FACE, { ...ENDORSEMENT, madeAt })).bytes;
}

const judge = (bytes: Uint8Array, { trustedRoots }: Pick<Issuers, 'trustedRoots'>, when = TODAY): string =>
  verifyDocument(bytes, { trustedRoots, at: when }).reason;

const oldKey = createKeySigner(OLD.key, [OLD.certificate, ROOT.certificate]);
const olderCopy = await copyBy({ signers: new Map([['ministry', [oldKey]]]) }, at(2025, 12));

it('a new key under the renewed root leaves the old one’s copies sound', async () => {
  const both = await issuersWith({ keys: [NEW_FILES.settings, OLD_FILES.settings] });
  expect(judge(olderCopy, both)).toBe('sound');
  expect(judge(await copyBy(both), both)).toBe('sound');
});

it('the renewed root among the roots leaves every copy sound, and the chain as it was', async () => {
  const more = await issuersWith({ keys: [OLD_FILES.settings], roots: ['renewed.pem'] });
  expect(more.signers.get('ministry')?.[0]?.chain).toHaveLength(2);
  expect(judge(olderCopy, more)).toBe('sound');
  expect(judge(await copyBy(more), more)).toBe('sound');
});

it.each<[string, Party[]]>([
  ['before', [RENEWED, ROOT]],
  ['behind', [ROOT, RENEWED]],
])('so does the renewed root in the chain, %s the old one', async (_, roots) => {
  const files = pemFiles('old', OLD, ...roots).files;
  const longer = await issuersWith({ keys: [OLD_FILES.settings] }, files);
  expect(longer.signers.get('ministry')?.[0]?.chain).toHaveLength(2);
  expect(judge(olderCopy, longer)).toBe('sound');
  expect(judge(await copyBy(longer), longer)).toBe('sound');
});

it('an authority that became a root of its own leaves the copies sound that lead to the one above it', async () => {
  const subordinate = party({ name: '测试下级', by: ROOT, from: at(2020), until: at(2030) });
  const independent = party({ name: '测试下级', from: at(2020), until: at(2030) });
  const { files, settings } = pemFiles('sub', sealOf(2025, 2027, subordinate), subordinate, ROOT);
  const copy = await copyBy(await issuersWith({ keys: [settings] }, files), at(2025, 12));
  const next = pemFiles('next', sealOf(2026, 2028, independent), independent);
  const both = await issuersWith({ keys: [next.settings, settings] }, { ...files, ...next.files });
  expect(judge(copy, both)).toBe('sound');
});

// The signature doesn't cover them (docs/adr/0017).
it('a copy brings one of the two along, whichever is trusted, and never both', async () => {
  const both = [ROOT.certificate, RENEWED.certificate];
  const along = async (...chain: Uint8Array[]): Promise<Uint8Array> => {
    const key = { ...oldKey, chain: [OLD.certificate, ...chain] as const };
    return copyBy({ signers: new Map([['ministry', [key]]]) });
  };
  const replaced = await along(RENEWED.certificate);
  expect(judge(replaced, { trustedRoots: both })).toBe('sound');
  expect(judge(replaced, { trustedRoots: [ROOT.certificate] })).toBe('untrusted-issuer');
  const laden = await along(RENEWED.certificate, ROOT.certificate);
  expect(judge(laden, { trustedRoots: both })).toBe('untrusted-issuer');
  expect(judge(laden, { trustedRoots: [ROOT.certificate] })).toBe('untrusted-issuer');
});
