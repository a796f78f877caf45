import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createDocumentMaker } from '../../engine/document/maker.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import { DAY_MS, later } from '../../engine/time/instant.ts';
import { createExchange } from '../../service/trust/exchange.ts';
import { createStampingMaker } from '../../engine/document/timestamp/stamping-maker.ts';
import { createTimestampClient } from '../../service/trust/timestamp-client.ts';
import { ValidationKeeper } from '../../service/trust/validation-keeper.ts';
import { CERTIFICATE, ENDORSEMENT, NOW, PLAIN, shippedFonts } from '../document/samples.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { startTrustServers, type TrustServers } from './trust-servers.ts';

let servers: TrustServers;
beforeAll(async () => {
  servers = await startTrustServers({ signingUntil: later(NOW, 10 * DAY_MS) });
});
afterAll(() => servers.close());

const clock = { now: () => NOW };

function makerAt(level: 'B-T' | 'B-LT', onUnavailable: 'wait' | 'issue-lower' = 'wait'): CopyMaker {
  const exchange = createExchange(2000);
  const { signer, timestampRoot, url } = servers;
  const options = { urls: [`${url}/tsa`], roots: [timestampRoot.certificate], policy: null, exchange, clock };
  return createStampingMaker({
    maker: createDocumentMaker({ fonts: shippedFonts(), signers: new Map([['demonstration', signer]]) }),
    signingChain: () => signer.chain,
    authority: createTimestampClient({ ...options, random: seededRandom('nonces') }),
    validation:
      level === 'B-LT' ? new ValidationKeeper({ settings: { ocsp: true, lists: true }, exchange, clock }) : null,
    onUnavailable,
  });
}

const basis = () => ({
  trustedRoots: [servers.root.certificate],
  timestampRoots: [servers.timestampRoot.certificate],
  at: NOW,
});

describe('a copy', () => {
  it('is at level B-T with a time stamp', async () => {
    const copy = await makerAt('B-T').makeCopy(CERTIFICATE, ENDORSEMENT);
    expect(copy.level).toBe('B-T');
    expect(verifyDocument(copy.bytes, basis())).toMatchObject({
      status: 'passed',
      signature: { level: 'B-T', timestampAuthority: '时间戳 Time Stamps' },
    });
  });

  it('is at level B-LT with validation data in the signed revision', async () => {
    const copy = await makerAt('B-LT').makePlainCopy(CERTIFICATE, PLAIN);
    expect(verifyDocument(copy.bytes, basis())).toMatchObject({ status: 'passed', signature: { level: 'B-LT' } });
    console.log(copy.bytes.length);
  });
});
