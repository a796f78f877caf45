import { makePlainCopy } from '../../../engine/generation/make-plain-copy.ts';
import type { Account } from '../../../engine/ports/account.ts';
import type { Transaction } from '../../../engine/ports/storage.ts';
import { qualificationOf } from '../../../engine/registry/find-in-catalogue.ts';
import type { Rendering } from '../../telegram/sending/courier.ts';
import { text } from '../../telegram/text/locale.ts';
import { certificateTitle } from '../../telegram/text/words.ts';
import type { RenderDeps } from './render-outbox.ts';

/** The plain copy of a certificate that needs no endorsement. */
export async function plainCopyRendering(
  tx: Transaction,
  deps: RenderDeps,
  { userId, language }: Account,
  certificateId: string,
): Promise<Rendering | 'drop'> {
  const certificate = await tx.certificates.get(certificateId);
  const holder = certificate && (await tx.holders.get(certificate.holderId));
  if (!certificate || !holder) return 'drop';
  const qualification = qualificationOf(deps.catalogue, certificate.qualification);
  return {
    kind: 'document',
    chatId: userId,
    file: {
      bytes: () => makePlainCopy(deps, { certificate, holder }),
      name: 'certificate.pdf',
    },
    captionHtml: text(language, 'plain-caption', {
      certificate: certificateTitle(language, qualification, certificate),
    }),
  };
}
