import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { UnavailableFault } from '../../engine/document/faults.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import type { PackedImage } from '../../engine/document/seal/png/pack-image.ts';
import { HEAVIEST_SEAL, type SealPicture } from '../../engine/document/seal/seal-picture.ts';
import { HEAVIEST_SIGNATURE, signatureCapacity } from '../../engine/document/sign.ts';
import { createStampingMaker } from '../../engine/document/timestamp/stamping-maker.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import type { CertificateFace } from '../../engine/document/faces.ts';
import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import { CERTIFICATE, ENDORSEMENT, GENUINE, LONGEST, NOW, shippedFonts } from '../document/samples.ts';
import { makerAt } from './stamping.ts';
import { startTrustServers } from './trust-servers.ts';
import { HEAVY_BASIS, HEAVY_SIGNER, HEAVY_STAMPS, heavyProofs } from './heaviest.ts';

/** What nothing can make smaller, and as much of it as a seal may have. */
const SEAL: SealPicture = { kind: 'image', image: noise(HEAVIEST_SEAL) };
const LIMIT = 100_000;
/** Some 31 kB, about as much as is fetched at the most. */
const LONG_LIST = 900;
const REAL = { ...CERTIFICATE, sealedBy: GENUINE };
const WORST: CertificateFace = { ...LONGEST, sealedBy: GENUINE };

const seals = new Map([[GENUINE.id, SEAL]]);

const maker = createDocumentMaker({
  fonts: shippedFonts(),
  signers: new Map([[GENUINE.id, HEAVY_SIGNER]]),
  seals,
});

/** `listed`: how many are on the signing authority's list; null when its responder answers. */
function lasting(onUnavailable: 'wait' | 'issue-lower', listed: number | null): CopyMaker {
  return createStampingMaker({
    maker,
    signingChain: () => HEAVY_SIGNER.chain,
    authority: HEAVY_STAMPS,
    validation: heavyProofs(listed),
    onUnavailable,
  });
}

function noise(bytes: number): PackedImage {
  const palette = Buffer.alloc(768);
  const parts = Array.from({ length: Math.ceil(bytes / 32) }, (_, index) =>
    createHash('sha256').update(`seal ${index}`).digest(),
  );
  return { width: 64, height: bytes / 64, palette, samples: Buffer.concat(parts).subarray(0, bytes) };
}

describe('the heaviest copy that the limits allow', () => {
  it('has less than 100,000 bytes at level B-B', async () => {
    const { bytes } = await maker.makeCopy(WORST, ENDORSEMENT);
    // Certificates may be a little heavier still; in the file they are hexadecimal.
    const heavier = 2 * (HEAVIEST_SIGNATURE - signatureCapacity(HEAVY_SIGNER));
    expect(heavier).toBeGreaterThanOrEqual(0);
    expect(bytes.length + heavier).toBeLessThan(LIMIT);
  });

  it.each([
    ['responders', null],
    ['a short list', 10],
  ])('has less at level B-LT with everyday values, by %s', async (_, listed) => {
    const copy = await lasting('wait', listed).makeCopy(REAL, ENDORSEMENT);
    expect(copy.bytes.length).toBeLessThan(LIMIT);
    expect(verifyDocument(copy.bytes, HEAVY_BASIS)).toMatchObject({ status: 'passed', signature: { level: 'B-LT' } });
  });

  it('has less at level B-LT with the longest values, where keys are on curves', async () => {
    const servers = await startTrustServers();
    const signers = new Map([[GENUINE.id, servers.signer]]);
    const onCurves = createDocumentMaker({ fonts: shippedFonts(), signers, seals });
    const stamping = makerAt('B-LT', servers, { clock: { now: () => NOW }, maker: onCurves });
    const copy = await stamping.makeCopy(WORST, ENDORSEMENT);
    await servers.close();
    expect(copy).toMatchObject({ level: 'B-LT' });
    expect(copy.bytes.length).toBeLessThan(LIMIT);
  });
});

describe('what raises the level, but leaves no room in a copy', () => {
  it('has it issued at the level for which there is room, and says what is too long', async () => {
    const copy = await lasting('issue-lower', LONG_LIST).makeCopy(REAL, ENDORSEMENT);
    const detail = expect.stringMatching(
      /^a copy would have 1\d{5} bytes, .* lists of revoked certificates of 3\d{4} b/,
    );
    expect(copy).toMatchObject({ level: 'B-T', lowered: { code: 'copy-too-large', detail } });
    expect(copy.bytes.length).toBeLessThan(LIMIT);
    expect(verifyDocument(copy.bytes, HEAVY_BASIS)).toMatchObject({ status: 'passed', signature: { level: 'B-T' } });
  });

  it('has it issued without a time stamp when even that is too long', async () => {
    const copy = await lasting('issue-lower', LONG_LIST).makeCopy(WORST, ENDORSEMENT);
    const detail = expect.stringMatching(/^a copy would have 1\d{5} bytes, .* a time stamp takes \d{4} of them$/);
    expect(copy).toMatchObject({ level: 'B-B', lowered: { code: 'copy-too-large', detail } });
    expect(copy.bytes.length).toBeLessThan(LIMIT);
  });

  it('has nothing issued under the policy of waiting', async () => {
    const made = lasting('wait', LONG_LIST).makeCopy(REAL, ENDORSEMENT);
    await expect(made).rejects.toBeInstanceOf(UnavailableFault);
    await expect(made).rejects.toMatchObject({ code: 'copy-too-large' });
  });
});
