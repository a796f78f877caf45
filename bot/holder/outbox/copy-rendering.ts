import type { EndorsementView } from '../../../engine/endorsement/list-endorsements.ts';
import type { Account } from '../../../engine/ports/account.ts';
import type { Storage, Transaction } from '../../../engine/ports/storage.ts';
import type { Rendering } from '../../telegram/sending/courier.ts';
import { text } from '../../telegram/text/locale.ts';
import { progressMessageIn, readyView } from '../request/progress-view.ts';
import { certificateTitle, scenarioName, validityWords } from '../../telegram/text/words.ts';
import { placeOfVerifying } from '../verify/own-address.ts';
import type { RenderDeps } from './render-outbox.ts';

/** The endorsed copy, by the messenger's handle of it where there is one. */
export async function copyRendering(
  tx: Transaction,
  deps: RenderDeps,
  account: Account,
  view: EndorsementView,
  firstTime: boolean,
): Promise<Rendering> {
  const { endorsement, certificate, qualification } = view;
  const { id, number, scenario, verificationCode } = endorsement;
  const { language, userId } = account;
  const shown = firstTime ? progressMessageIn(account, view) : null;
  return {
    kind: 'document',
    chatId: userId,
    file: {
      fileId: await tx.copies.fileId(id, 'holder'),
      bytes: () => bytesOf(deps.storage, id),
      name: `${number}.pdf`,
    },
    captionHtml: text(language, 'copy-caption', {
      certificate: certificateTitle(language, qualification, certificate),
      number,
      scenario: scenarioName(language, deps.policy, scenario),
      ...validityWords(language, endorsement),
      place: placeOfVerifying(deps),
      verifyUrl: deps.verifyUrl(verificationCode),
      verificationCode,
    }),
    progress: shown === null ? undefined : { messageId: shown, view: readyView(language, view) },
  };
}

async function bytesOf(storage: Storage, endorsementId: string): Promise<Uint8Array> {
  const bytes = await storage.transact((tx) => tx.copies.get(endorsementId));
  if (!bytes) throw new Error(`the copy of endorsement ${endorsementId} is gone`);
  return bytes;
}
