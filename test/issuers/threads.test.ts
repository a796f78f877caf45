import { expect, it } from 'vitest';
import { SignerFault } from '../../engine/document/faults.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import { startDocumentWorkers } from '../../service/documents/document-workers.ts';
import { loadIssuers } from '../../service/issuers/load-issuers.ts';
import { CERTIFICATE, ENDORSEMENT, NOW, sealedBy, shippedFonts } from '../document/samples.ts';
import { catalogueOf, folderOf, issuerNamed, pemFiles, ROOT, sealOf } from './folder.ts';
import { CREDENTIAL, startSigningService, TOKEN } from './signing-service.ts';

it('threads sign with every kind of key, and hand on why a signing service doesn’t', async () => {
  const [seal, next] = [sealOf(2026, 2028), sealOf(2027, 2030)];
  const [current, staged] = [pemFiles('current', seal, ROOT), pemFiles('staged', next, ROOT)];
  const service = await startSigningService(seal.key);
  const remote = (url: string) => {
    return { remote: { url, credential: CREDENTIAL, token: { file: 'token' } }, chain: 'current.pem' };
  };
  const settings = {
    demonstration: { keys: [staged.settings, current.settings] },
    p256: { keys: [remote(service.url)] },
    p384: { keys: [remote('http://127.0.0.1:1')] },
  };
  const issuerDir = await folderOf({
    'issuers.json': { issuers: settings },
    ...current.files,
    ...staged.files,
    token: TOKEN,
  });
  const catalogue = catalogueOf(...Object.keys(settings).map((id) => issuerNamed(id, true)));
  const { keys, seals, trustedRoots } = await loadIssuers({ issuerDir, secret: () => undefined }, catalogue, NOW);
  const workers = await startDocumentWorkers({ threads: 1, fonts: shippedFonts(), keys, seals });
  for (const issuer of ['demonstration', 'p256'] as const) {
    const { bytes } = await workers.makeCopy(sealedBy(CERTIFICATE, issuer), ENDORSEMENT);
    const verdict = verifyDocument(bytes, { trustedRoots, at: NOW });
    expect(verdict).toMatchObject({ status: 'passed', signature: { signer: '测试签章 2026' } });
  }
  const fault: unknown = await workers
    .makeCopy(sealedBy(CERTIFICATE, 'p384'), ENDORSEMENT)
    .catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(SignerFault);
  expect(fault).toMatchObject({ code: 'unreachable', detail: '127.0.0.1:1: ECONNREFUSED' });
  await workers.close();
  await service.close();
});
