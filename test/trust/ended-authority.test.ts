import { describe, expect, it } from 'vitest';

import { createKeySigner } from '../../engine/document/issuer/key-signer.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { stampCopy, stampedDigest } from '../../engine/document/timestamp/stamp-copy.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import type { StampRoom } from '../../engine/ports/copy-maker.ts';
import { DAY_MS, later } from '../../engine/time/instant.ts';
import { CERTIFICATE, ENDORSEMENT, NOW, shippedFonts } from '../document/samples.ts';
import { token } from './answers.ts';
import { type Party, party, SIGNER, TSA } from './pki.ts';

const SOON = later(NOW, 10 * DAY_MS);
const AFTER = later(NOW, 20 * DAY_MS);
const ROOT = party({ name: '根' });
const ENDING = party({ name: '先到期的中级', by: ROOT, until: SOON });
const ENDING_ROOT = party({ name: '先到期的根', until: SOON });
const TIME = party({ name: '时间戳', by: ROOT, extensions: TSA });

function copyBy(above: readonly Party[], room?: StampRoom) {
  const [by] = above;
  const seal = party({ name: '印章', extensions: SIGNER, ...(by ? { by } : {}) });
  const signer = createKeySigner(
    seal.key,
    [seal, ...above].map(({ certificate }) => certificate),
  );
  const maker = createDocumentMaker({ fonts: shippedFonts(), signers: new Map([['demonstration', signer]]) });
  return maker.makeCopy(CERTIFICATE, ENDORSEMENT, room);
}

const trusted = [ROOT, ENDING_ROOT].map(({ certificate }) => certificate);
const judge = ({ bytes }: { bytes: Uint8Array }, at = AFTER) =>
  verifyDocument(bytes, { trustedRoots: trusted, timestampRoots: trusted, at });

describe('an authority that ended before the certificates that it signed', () => {
  it.each([
    ['one on the way', [ENDING, ROOT]],
    ['the root', [ENDING_ROOT]],
  ])('is over, and nobody unknown: %s', async (_, above) => {
    const copy = await copyBy(above);
    expect(judge(copy, NOW)).toMatchObject({ status: 'passed' });
    expect(judge(copy)).toMatchObject({ status: 'indeterminate', reason: 'certificate-expired' });
  });

  it('leaves a copy sound that was stamped before', async () => {
    const empty = { certificates: [], ocspResponses: [], revocationLists: [] };
    const copy = await copyBy([ENDING, ROOT], { tokenBytes: 6000, validationData: empty });
    const stamped = (at = NOW) => stampCopy(copy, token({ authority: TIME, digest: stampedDigest(copy), at }));
    expect(judge(stamped())).toMatchObject({ status: 'passed' });
    // Whoever has the key can claim any time.
    expect(judge(stamped(AFTER))).toMatchObject({ status: 'indeterminate', reason: 'certificate-expired' });
  });

  it('is unknown all the same when nobody trusts its root', async () => {
    const { bytes } = await copyBy([ENDING, ROOT]);
    expect(verifyDocument(bytes, { trustedRoots: [], at: AFTER })).toMatchObject({ reason: 'untrusted-issuer' });
  });
});
