import { describe, expect, it } from 'vitest';
import { UnavailableFault } from '../../engine/document/faults.ts';
import { createKeySigner } from '../../engine/document/issuer/key-signer.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { createStampingMaker } from '../../engine/document/timestamp/stamping-maker.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import type { ValidationSource } from '../../engine/ports/trust-services.ts';
import { CERTIFICATE, ENDORSEMENT, NOW, shippedFonts } from '../document/samples.ts';
import { revocationList, token } from './answers.ts';
import { type Party, party, SIGNER, TSA } from './pki.ts';

const ROOT = party({ name: '时间戳根 TSA Root' });
const UNITS = Array.from({ length: 12 }, (_, index) => party({ name: `Unit ${index}`, by: ROOT, extensions: TSA }));
const SEAL_ROOT = party({ name: '信任根 Root' });
const SEAL = party({ name: '样张 SPECIMEN 签章', by: SEAL_ROOT, extensions: SIGNER });
const SEALING = createKeySigner(SEAL.key, [SEAL.certificate, SEAL_ROOT.certificate]);
const MAKER = createDocumentMaker({ fonts: shippedFonts(), signers: new Map([['demonstration', SEALING]]) });
const LISTS = [ROOT, SEAL_ROOT].map((authority) => revocationList({ authority, at: NOW }));
const BASIS = { trustedRoots: [SEAL_ROOT.certificate], timestampRoots: [ROOT.certificate], at: NOW };
const MOST_STAMPS = 5;
const MOST_PUT_IN = 3;

/** Makes copies that are stamped by units as `next` says, and notes what each took. */
function stampedBy(next: (stamp: number) => Party | undefined) {
  let stamps = 0;
  let asked = new Set<Uint8Array | undefined>();
  const authority = {
    async stamp(digest: Uint8Array) {
      const unit = next(stamps) ?? ROOT;
      stamps += 1;
      expect(asked.size).toBeLessThanOrEqual(1 + MOST_PUT_IN);
      asked = new Set();
      return { token: token({ authority: unit, at: NOW, digest }), chain: [unit.certificate, ROOT.certificate] };
    },
  };
  const validation: ValidationSource = {
    async dataFor(chain) {
      asked.add(chain[0]);
      return { certificates: chain, ocspResponses: [], revocationLists: LISTS };
    },
  };
  const signingChain = () => SEALING.chain;
  const maker = createStampingMaker({ maker: MAKER, authority, validation, signingChain, onUnavailable: 'wait' });
  return () => made(maker, () => stamps);
}

/** How many stamps a copy took, or that there was none. */
async function made(maker: CopyMaker, stamps: () => number): Promise<number | 'none'> {
  const before = stamps();
  try {
    const { bytes } = await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
    expect(verifyDocument(bytes, BASIS)).toMatchObject({ status: 'passed', signature: { level: 'B-LT' } });
    return stamps() - before;
  } catch (fault) {
    if (!(fault instanceof UnavailableFault)) throw fault;
    expect(stamps() - before).toBe(MOST_STAMPS);
    return 'none';
  }
}

async function times(count: number, make: () => Promise<number | 'none'>): Promise<(number | 'none')[]> {
  const taken: (number | 'none')[] = [];
  for (let copy = 0; copy < count; copy += 1) taken.push(await make());
  return taken;
}

describe('an authority of several units that sign in turn', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('stamps copies at level B-LT when there are %i, once each was seen', async (count) => {
    const make = stampedBy((stamp) => UNITS[stamp % count]);
    const taken = await times(12, make);
    // Of a unit that was never seen nothing can be put in: with five that befalls every attempt at the first copy.
    expect(count > 4 ? taken.slice(1) : taken).not.toContain('none');
  });

  it('that replaces them all has the data of the new ones put in after a few stamps', async () => {
    for (const [before, after] of [
      [1, 1],
      [2, 2],
      [3, 2],
      [3, 3],
      [4, 4],
    ] as const) {
      let replaced = false;
      const make = stampedBy((stamp) => UNITS[replaced ? 6 + (stamp % after) : stamp % before]);
      await times(8, make);
      replaced = true;
      const [, ...others] = await times(6, make);
      expect(others).not.toContain('none');
    }
  });

  it('may have more of them than data are ever put in for: most copies are made', async () => {
    const taken = await times(
      18,
      stampedBy((stamp) => UNITS[stamp % 9]),
    );
    expect(taken.filter((one) => one !== 'none').length).toBeGreaterThanOrEqual(12);
  });
});
