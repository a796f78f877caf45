import { createHash } from 'node:crypto';

import { expect, it } from 'vitest';

import { judgeToken } from '../../engine/document/timestamp/judge-token.ts';
import { readCertificate } from '../../engine/document/verify/x509.ts';
import { DAY_MS, later } from '../../engine/time/instant.ts';
import { NOW } from '../document/samples.ts';
import { token } from './answers.ts';
import { type Party, party, TSA } from './pki.ts';

const DIGEST = createHash('sha256').update('a signature').digest();
const ROOT = party({ name: '时间戳根证书' });
const RENEWED = party({ name: '时间戳根证书', until: later(NOW, 5000 * DAY_MS) });
const SUBORDINATE = party({ name: '时间戳下级', by: ROOT });
const INDEPENDENT = party({ name: '时间戳下级' });

function rootOf(authority: Party, along: readonly Party[], roots: readonly Party[]): Uint8Array | undefined {
  const certificates = along.map(({ certificate }) => certificate);
  const stamp = token({ authority, digest: DIGEST, at: NOW, with: certificates });
  const trusted = roots.map(({ certificate }) => readCertificate(certificate));
  const judged = judgeToken(stamp, DIGEST, { roots: trusted, others: [] });
  return judged.ok ? judged.value.chain.at(-1)?.raw : undefined;
}

it('a token counts for as long as its authority’s root that lasts longer, however they stand', () => {
  const tsa = party({ name: '时间戳', by: ROOT, extensions: TSA });
  for (const roots of [
    [ROOT, RENEWED],
    [RENEWED, ROOT],
  ])
    expect(rootOf(tsa, [tsa], roots)).toEqual(RENEWED.certificate);
});

it('a token goes on to lead to its root when the authority below became one of its own', () => {
  const tsa = party({ name: '时间戳', by: SUBORDINATE, extensions: TSA });
  const along = [tsa, SUBORDINATE];
  expect(rootOf(tsa, along, [ROOT])).toEqual(ROOT.certificate);
  expect(rootOf(tsa, along, [INDEPENDENT, ROOT])).toEqual(ROOT.certificate);
  expect(rootOf(tsa, along, [INDEPENDENT])).toBeUndefined();
});
