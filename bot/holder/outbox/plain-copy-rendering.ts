import { certificateFace } from '../../../engine/generation/copy-faces.ts';
import type { Account } from '../../../engine/ports/account.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import { qualificationOf } from '../../../engine/registry/find-in-catalogue.ts';
import type { Rendering } from '../../telegram/courier.ts';
import { text } from '../../telegram/locale.ts';
import { certificateTitle } from '../views/words.ts';
import type { RenderDeps } from './render-outbox.ts';

/** The plain copy of a certificate that needs no endorsement; made each time it is asked for, and not kept. */
export async function plainCopyRendering(
  tx: Transaction,
  { catalogue, maker, clock, zone }: RenderDeps,
  { userId, language }: Account,
  certificateId: string,
): Promise<Rendering | 'drop'> {
  const certificate = await tx.certificates.get(certificateId);
  const holder = certificate && (await tx.holders.get(certificate.holderId));
  if (!certificate || !holder) return 'drop';
  const face = certificateFace(holder, certificate, catalogue);
  const qualification = qualificationOf(catalogue, certificate.qualification);
  return {
    kind: 'document',
    chatId: userId,
    file: {
      bytes: async () => (await maker.makePlainCopy(face, { madeAt: clock.now(), zone: zone.name })).bytes,
      name: 'certificate.pdf',
    },
    captionHtml: text(language, 'plain-caption', {
      certificate: certificateTitle(language, qualification, certificate),
    }),
  };
}
